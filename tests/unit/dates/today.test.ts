import { describe, expect, it } from 'vitest';
import { todayInJapan } from '../../../lib/dates/index.ts';

describe('today in Japan', () => {
  it.each([
    ['2026-11-24T14:59:59.999Z', '2026-11-24', 23, 'the last moment of a day'],
    ['2026-11-24T15:00:00Z', '2026-11-25', 0, 'midnight in Japan'],
    ['2026-12-31T18:00:00-05:00', '2027-01-01', 8, 'New York still writes last year'],
    ['2027-01-01T01:30:00+14:00', '2026-12-31', 20, 'Kiritimati is already in the next'],
  ])('%s is %s, hour %i (%s)', (instant, day, hour) => {
    expect(todayInJapan(Temporal.Instant.from(instant).epochMilliseconds)).toEqual({ day, hour });
  });
});
