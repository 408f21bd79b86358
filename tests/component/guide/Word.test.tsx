import { userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { Word } from '../../../components/guide/Word.tsx';
import { expectAccessible } from './accessible.ts';
import { find, mount, textOf, word } from './fixture.tsx';

describe('the explanation of a word', () => {
  it('says word, reading, meaning, what the counter means, what it is not, and whence', async () => {
    const onClose = vi.fn();
    const frame = mount(<Word word={word} onClose={onClose} />);
    const dialog = frame.querySelector('[role=dialog]')!;
    expect(dialog.getAttribute('aria-labelledby')).toBe(frame.querySelector('h2')!.id);
    expect(frame.querySelector('rt')?.textContent).toBe('でんししょうめいしょ');
    for (const part of [word.gloss, word.meaning, word.office, word.confusable[0]!.text, word.source])
      expect(textOf(dialog)).toContain(part);
    await userEvent.click(find(frame, 'button', 'Close: 電子証明書'));
    expect(onClose).toHaveBeenCalledOnce();
    await expectAccessible(frame);
  });

  it('marks Japanese as Japanese, and keeps it from being translated', () => {
    const frame = mount(<Word word={word} onClose={vi.fn()} />);
    const japanese = [...frame.querySelectorAll('[lang=ja]')].filter((each) => each.textContent !== '');
    expect(japanese.map((each) => each.getAttribute('translate'))).toEqual(japanese.map(() => 'no'));
    expect(japanese.map(textOf)).toEqual(['電子証明書でんししょうめいしょ', '署名用', '有効期限']);
  });

  it('has no reading above a word in kana', () => {
    const frame = mount(<Word word={{ ...word, ja: 'マイナポータル', kana: 'まいなぽーたる' }} onClose={vi.fn()} />);
    expect(frame.querySelector('h2')?.textContent).toBe('マイナポータル');
  });

  it.each(['light', 'dark'] as const)('is readable in the %s', async (theme) => {
    await expectAccessible(mount(<Word word={{ ...word, confusable: [] }} onClose={vi.fn()} />, theme));
  });
});

describe('a word that the page calls by a wrong name', () => {
  const said = {
    language: 'en',
    texts: ['resident card', "resident's card"],
    also: [{ id: 'residence-card', ja: '在留カード', gloss: 'Residence card' }],
  };

  it.each(['light', 'dark'] as const)(
    'shows the right word first, then both names and what else they may be (%s)',
    async (theme) => {
      const frame = mount(<Word word={{ ...word, said }} onClose={vi.fn()} />, theme);
      const text = textOf(frame);
      const order = [word.ja, word.gloss, 'resident card', "resident's card", '在留カード', word.meaning];
      const at = order.map((part) => text.indexOf(part));
      expect(at).not.toContain(-1);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
      const quoted = [...frame.querySelectorAll('q')];
      expect(quoted.map((q) => [q.textContent, q.lang, q.translate])).toEqual([
        ['resident card', 'en', false],
        ["resident's card", 'en', false],
      ]);
      await expectAccessible(frame);
    },
  );

  it('says nothing of the kind where nothing else is meant, or the language is not known', () => {
    const frame = mount(<Word word={{ ...word, said: { ...said, language: '', also: [] } }} onClose={vi.fn()} />);
    expect(textOf(frame)).not.toContain('在留カード');
    expect(frame.querySelector('q')?.hasAttribute('lang')).toBe(false);
  });
});
