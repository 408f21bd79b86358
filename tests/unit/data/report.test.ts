import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { loadData } from '../../../scripts/data/load.ts';
import { completeness, oldest, sample, turningPoints, whole } from '../../../scripts/report.ts';

const data = loadData();

describe('the report', () => {
  it('names first what was read longest ago', () => {
    const days = oldest(data).map((line) => line.slice(0, 10));
    expect(days.length).toBeGreaterThan(10);
    expect(days).toEqual(days.toSorted());
  });

  it('names periods that begin or end within a year of the day', () => {
    const before = turningPoints(data, civil('2024-03-01'));
    expect(before).toContain('2024-12-02  begins  facts/express-issuance-window');
    expect(turningPoints(data, civil('2024-12-03'))).not.toContain('2024-12-02  begins  facts/express-issuance-window');
    expect(turningPoints(data, civil('2023-12-01'))).not.toContain('2024-12-02  begins  facts/express-issuance-window');
  });

  it('says how complete each language is', () => {
    expect(completeness(data)).toEqual([
      expect.stringMatching(/^ja-easy: (\d+) of \1 texts, \d+ draft, 0 missing$/),
      expect.stringMatching(/^ja: (\d+) of \1 texts, \d+ draft, 0 missing$/),
    ]);
  });

  it('draws the same sample for the same word, without doubles, and shows each record whole', () => {
    const drawn = sample(data, 40, 'abc');
    expect(new Set(drawn).size).toBe(40);
    expect(sample(data, 40, 'abc')).toEqual(drawn);
    expect(sample(data, 40, 'abd')).not.toEqual(drawn);
    const text = whole(data, 'facts/express-issuance-window').join('\n');
    for (const part of ['en       Ask for express issue', 'ja-easy', 'source   Kokubunji City, Tokyo', '"value":30'])
      expect(text).toContain(part);
    expect(() => whole(data, 'facts/nobody')).toThrow('There is no record "facts/nobody"');
  });

  it('draws no more than there is, and nothing that is never shown', () => {
    const all = sample(data, 100_000, 'abc');
    const low = [...data.facts.values()].filter(({ value }) => value.confidence === 'low');
    expect(low.length).toBeGreaterThan(0);
    for (const { id } of low) expect(all).not.toContain(`facts/${id}`);
  });
});
