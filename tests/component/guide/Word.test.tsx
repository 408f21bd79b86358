import { userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { Word } from '../../../components/guide/Word.tsx';
import { WordsPanel } from '../../../components/guide/WordsPanel.tsx';
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

describe('the words of a page without a guide', () => {
  it('are a list at the edge, and nothing while there are none', async () => {
    expect(
      mount(<WordsPanel translation={null} words={[]} open={false} onToggle={vi.fn()} onWord={vi.fn()} />).children,
    ).toHaveLength(0);
    const onToggle = vi.fn();
    const closed = mount(
      <WordsPanel translation={null} words={[word]} open={false} onToggle={onToggle} onWord={vi.fn()} />,
    );
    await userEvent.click(find(closed, 'button', '窓1 word on this page'));
    expect(onToggle).toHaveBeenCalledExactlyOnceWith(true);
    const onWord = vi.fn();
    const open = mount(<WordsPanel translation={null} words={[word]} open onToggle={onToggle} onWord={onWord} />);
    await userEvent.click(find(open, 'button', '電子証明書'));
    expect(onWord).toHaveBeenCalledOnce();
    await expectAccessible(open);
  });
});
