import { userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import type { LanguageRecord } from '../../../lib/knowledge/compiled.ts';
import { PageDate } from '../../../components/guide/PageDate.tsx';
import { civil } from '../../../lib/dates/civil-date.ts';
import { composeDates } from '../../../lib/knowledge/compose-dates.ts';
import type { DateModel } from '../../../lib/visit-model.ts';
import { expectAccessible } from './accessible.ts';
import { date, find, mount, showGuide, textOf } from './fixture.tsx';

type Sentences = Record<string, { en?: string; text?: string }>;
const files = import.meta.glob<string>(
  ['../../../data/interface/{date,units}.yaml', '../../../data/languages/{ja,ja-easy}/interface.{date,units}.yaml'],
  { query: '?raw', import: 'default', eager: true },
);
/** The interface texts of a language, by surface and key, as the package has them. */
function textsIn(language: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [path, raw] of Object.entries(files)) {
    const [, of = 'en'] = /languages\/([^/]+)\//.exec(path) ?? [];
    if (of !== language) continue;
    const surface = /(?:interface)[./](\w+)\.yaml$/.exec(path)?.[1] ?? '';
    for (const [key, { en, text }] of Object.entries(parse(raw) as Sentences))
      texts[of === 'en' ? `${surface}.${key}` : key] = en ?? text ?? '';
  }
  return texts;
}

describe('the explanation of a date', () => {
  it('says it in the calendar of the reader and of the office, and closes', async () => {
    const onClose = vi.fn();
    const frame = mount(<PageDate date={date} onClose={onClose} onRemind={vi.fn()} />);
    const dialog = frame.querySelector('[role=dialog]')!;
    expect(dialog.getAttribute('aria-labelledby')).toBe(frame.querySelector('h2')!.id);
    for (const part of [date.title, date.era!, ...date.notes]) expect(textOf(dialog)).toContain(part);
    expect(frame.querySelector('.gloss')?.getAttribute('lang')).toBe('ja');
    await userEvent.click(find(frame, 'button', `Close: ${date.id}`));
    expect(onClose).toHaveBeenCalledOnce();
    await expectAccessible(frame);
  });

  it.each(['en', 'ja', 'ja-easy'])('is accessible in %s, in the light and in the dark', async (id) => {
    const language = { id, locale: id === 'en' ? 'en' : 'ja', name: id, direction: 'ltr' } as LanguageRecord;
    const input = { language, texts: textsIn(id), today: civil('2026-04-20') };
    for (const theme of ['light', 'dark'] as const)
      for (const model of composeDates(['5月2日(金)から14日以内', '令和8年度'], null, input))
        await expectAccessible(mount(<PageDate date={model} onClose={vi.fn()} onRemind={vi.fn()} />, theme));
  });
});

describe('a reminder of a date', () => {
  const noted: DateModel = {
    ...date,
    remind: { on: true, button: 'Remove it', said: 'Among your dates', what: '提出期限' },
  };
  const buttonOf = (frame: HTMLElement): HTMLButtonElement => frame.querySelector('.act button')!;

  it('is one button, which keeps the focus and takes it back', async () => {
    const onRemind = vi.fn(async (on: boolean) => (on ? noted : date));
    const frame = mount(<PageDate date={date} onClose={vi.fn()} onRemind={onRemind} />);
    const button = buttonOf(frame);
    await userEvent.click(button);
    await expect.poll(() => textOf(frame)).toContain('✓ Among your dates · 提出期限');
    expect(textOf(button)).toBe('Remove it');
    expect((frame.getRootNode() as ShadowRoot).activeElement).toBe(button);
    await expectAccessible(frame);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => textOf(button)).toBe('Remind me of this');
    expect(onRemind.mock.calls).toEqual([[true], [false]]);
    expect(textOf(frame)).not.toContain('Among your dates');
  });

  it('says where it could not be saved', async () => {
    const frame = mount(<PageDate date={date} onClose={vi.fn()} onRemind={async () => undefined} />);
    await userEvent.click(buttonOf(frame));
    await expect.poll(() => textOf(frame)).toContain('That could not be saved. Please try again.');
    expect(textOf(buttonOf(frame))).toBe('Remind me of this');
  });

  it('is asked for by a person, never by a script', async () => {
    const onRemind = vi.fn();
    const frame = mount(<PageDate date={date} onClose={vi.fn()} onRemind={onRemind} />);
    buttonOf(frame).click();
    buttonOf(frame).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(onRemind).not.toHaveBeenCalled();
  });

  it('is not offered where nothing is kept', () => {
    expect(
      mount(<PageDate date={{ ...date, remind: null }} onClose={vi.fn()} onRemind={vi.fn()} />).querySelector('.act'),
    ).toBeNull();
  });

  it.each(['en', 'ja', 'ja-easy'])('is accessible in %s, before and after', async (id) => {
    const language = { id, locale: id === 'en' ? 'en' : 'ja', name: id, direction: 'ltr' } as LanguageRecord;
    const input = { language, texts: textsIn(id), today: civil('2026-04-20') };
    for (const noted of [new Map(), new Map([[civil('2026-05-01'), '児童手当：提出期限']])])
      for (const model of composeDates(['令和8年5月1日'], null, input, noted)) {
        expect(model.remind?.on).toBe(noted.size > 0);
        await expectAccessible(mount(<PageDate date={model} onClose={vi.fn()} onRemind={vi.fn()} />));
      }
  });
});

describe('the dates of a page', () => {
  it('are nothing in the guide where there are none', () => {
    expect(textOf(showGuide({ open: true }).frame)).not.toMatch(/dates? on this page/);
  });

  it('are a list in the guide', async () => {
    const { frame, on } = showGuide({ open: true, dates: [date] });
    const list = [...frame.querySelectorAll('details')].find((part) => textOf(part).includes('1 date on this page'))!;
    list.open = true;
    const button = list.querySelector('button')!;
    expect(textOf(button)).toBe(date.id + date.title);
    await userEvent.click(button);
    expect(on.onDate).toHaveBeenCalledExactlyOnceWith(date.id, button);
    await expectAccessible(frame);
  });
});
