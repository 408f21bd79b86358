import { userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import type { LanguageRecord } from '../../../lib/knowledge/compiled.ts';
import { PageDate } from '../../../components/guide/PageDate.tsx';
import { civil } from '../../../lib/dates/civil-date.ts';
import { composeDates } from '../../../lib/knowledge/compose-dates.ts';
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
    const frame = mount(<PageDate date={date} onClose={onClose} />);
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
        await expectAccessible(mount(<PageDate date={model} onClose={vi.fn()} />, theme));
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
