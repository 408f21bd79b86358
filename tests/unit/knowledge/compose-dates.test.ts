import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { composeDates, dayToNote } from '../../../lib/knowledge/compose-dates.ts';
import type { DateModel } from '../../../lib/visit-model.ts';
import { packaged } from './compiled.ts';

async function explain(text: string, language = 'en', written: string | null = null): Promise<DateModel | undefined> {
  const record = packaged.languages.find(({ id }) => id === language);
  if (!record) throw new Error(`no language ${language}`);
  const texts = await packaged.interface(language);
  return composeDates([text], written, { language: record, texts, today: civil('2026-04-20') })[0];
}

describe('a date of the page in words', () => {
  it.each<[string, string, string | null, string[]]>([
    ['令和8年5月1日', 'Friday, 1 May 2026', '令和8年5月1日（金）', ['In 11 days']],
    ['2026/4/20', 'Monday, 20 April 2026', '令和8年4月20日（月）', ['This is today.']],
    ['R8.4.19', 'Sunday, 19 April 2026', '令和8年4月19日（日）', ['1 day ago']],
    [
      '令和8年5月2日',
      'Saturday, 2 May 2026',
      '令和8年5月2日（土）',
      ['In 12 days', 'Offices are closed on Saturday, 2 May 2026. The last open day before is Friday, 1 May 2026.'],
    ],
    [
      '5月1日(火)',
      'Friday, 1 May 2026',
      '令和8年5月1日（金）',
      ['In 11 days', 'The weekday on the page does not belong', 'The page names no year. We worked out this one.'],
    ],
    [
      '令和8年度',
      'Fiscal year 2026',
      '令和8年度',
      ['Today is in this period: 345 days left.', 'From 1 April 2026 to 31 March 2027'],
    ],
    [
      '令和7年度~令和9年度',
      'From Tuesday, 1 April 2025 to Friday, 31 March 2028',
      '令和7年度～令和9年度',
      ['Today is in this period'],
    ],
    ['令和元年', '2019', '令和元年', ['Ended']],
    ['2026年5月', 'May 2026', '令和8年5月', ['Begins in 11 days']],
    [
      '令和8年5月1日から5月31日まで',
      'From Friday, 1 May 2026 to Sunday, 31 May 2026',
      '令和8年5月1日（金）～令和8年5月31日（日）',
      [
        'Begins in 11 days',
        'Offices are closed on Sunday, 31 May 2026. The last open day before is Friday, 29 May 2026.',
      ],
    ],
    [
      '令和8年4月17日から14日以内',
      'Friday, 17 April 2026',
      '令和8年4月17日（金）',
      [
        '3 days ago',
        'The day itself is not counted: the first day is Saturday, 18 April 2026.',
        'The last day is Friday, 1 May 2026.',
      ],
    ],
    [
      '令和8(2025)年5月1日',
      'Friday, 1 May 2026',
      '令和8年5月1日（金）',
      ['In 11 days', 'The page names two different years. Ask the office which is right.'],
    ],
  ])('%s: %s', async (text, title, era, notes) => {
    const model = await explain(text);
    expect(model).toMatchObject({ id: text, title, era });
    expect(model?.notes.map((note, i) => note.slice(0, notes[i]?.length))).toEqual(notes);
  });

  it('reads a date without a year beside the day the page was written', async () => {
    expect((await explain('5月1日', 'en', '2024年6月1日'))?.title).toBe('Wednesday, 1 May 2024');
  });

  it('leaves out what is no date', async () => {
    expect(await explain('<img>')).toBeUndefined();
  });

  it.each(['en', 'ja', 'ja-easy'])('has every sentence in %s', async (language) => {
    const texts = [
      '令和8年4月20日',
      '令和8年度',
      '令和8年5月1日の翌日から14日以内',
      '5月1日(火)',
      '4月1日から30日まで',
    ];
    for (const text of texts) {
      const model = await explain(text, language);
      expect(model?.notes.length).toBeGreaterThan(0);
      for (const line of [model?.title, ...(model?.notes ?? [])]) expect(line).not.toMatch(/[{}]|undefined/);
    }
  });
});

describe('a date that can be noted', () => {
  const today = civil('2026-04-20');
  it.each<[string, string | null, string | null, string]>([
    ['令和8年5月1日', null, '2026-05-01', 'a day'],
    ['5月2日', '令和8年4月1日', '2026-05-02', 'the year of the page'],
    ['令和8年4月1日から5月31日まで', null, '2026-05-31', 'the end of a range'],
    ['令和8年4月17日の翌日から14日以内', null, '2026-05-01', 'the end of a count'],
    ['令和8年4月20日', null, '2026-04-20', 'today'],
    ['令和8年4月19日', null, null, 'yesterday'],
    ['令和8年5月', null, null, 'a month'],
    ['令和8年度', null, null, 'a fiscal year'],
    ['令和8年4月から令和9年3月まで', null, null, 'months'],
    ['提出期限', null, null, 'no date'],
  ])('%s on a page of %s is due on %s (%s)', (date, written, expected) => {
    expect(dayToNote(date, written, today)).toBe(expected);
  });

  it('offers it, and says what was noted', async () => {
    const [record] = packaged.languages;
    const input = { language: record!, texts: await packaged.interface(record!.id), today };
    const remind = (noted: ReadonlyMap<ReturnType<typeof civil>, string> | null) =>
      composeDates(['令和8年5月1日'], null, input, noted)[0]?.remind;
    expect(remind(null)).toBeNull();
    expect(remind(new Map())).toEqual({ on: false, button: 'Remind me of this', said: '', what: '' });
    const [range] = composeDates(['令和8年4月1日から5月1日まで'], null, input, new Map());
    expect(range?.remind?.button).toBe('Remind me of Friday, 1 May 2026');
    expect(remind(new Map([[civil('2026-05-01'), '現況届']]))).toEqual({
      on: true,
      button: 'Remove it',
      said: 'Among your dates',
      what: '現況届',
    });
  });
});
