import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import type { FactRecord } from '../../../lib/knowledge/compiled.ts';
import { valueOn } from '../../../lib/knowledge/value-on.ts';

type Periods = FactRecord['periods'];
const fact = (periods: Periods, knownFrom: string | null = '2024-05-10'): FactRecord => ({
  id: 'f',
  unit: 'yen',
  periods,
  knownFrom,
  disagreement: false,
  confidence: 'high',
  checked: '2026-11-24',
});

const open: Periods = [{ from: null, until: null, value: 3 }];
const twoWithGap: Periods = [
  { from: '2020-01-01', until: '2022-03-31', value: 20 },
  { from: '2022-07-01', until: '2026-06-13', value: 18 },
];
const known = (value: number | string | null) => ({ known: true, value });
const unknown = (why: string) => ({ known: false, why });

describe('valueOn', () => {
  const rows: readonly [why: string, record: FactRecord, day: string, answer: object][] = [
    ['a start not researched: known on the day of the oldest source', fact(open), '2024-05-10', known(3)],
    ['and not the day before', fact(open), '2024-05-09', unknown('before-first')],
    ['and for ever after, while no end is known', fact(open), '2099-12-31', known(3)],
    ['no dated source at all: never known', fact(open, null), '2026-11-24', unknown('before-first')],
    ['the first day of a period', fact(twoWithGap), '2020-01-01', known(20)],
    ['before the first day', fact(twoWithGap), '2019-12-31', unknown('before-first')],
    ['the last day of a period belongs to it', fact(twoWithGap), '2022-03-31', known(20)],
    ['the day after it does not', fact(twoWithGap), '2022-04-01', unknown('gap')],
    ['the last day between two periods', fact(twoWithGap), '2022-06-30', unknown('gap')],
    ['the next period', fact(twoWithGap), '2022-07-01', known(18)],
    ['no silent last period', fact(twoWithGap), '2026-06-14', unknown('after-last')],
    ['the order of the periods does not matter', fact(twoWithGap.toReversed()), '2022-04-01', unknown('gap')],
    [
      'a bare rule has the value null',
      fact([{ from: '2022-01-01', until: null, value: null }]),
      '2022-01-01',
      known(null),
    ],
    ['zero is a value', fact([{ from: '2022-01-01', until: null, value: 0 }]), '2026-01-01', known(0)],
    [
      'a past period older than every source stays unknown',
      fact([{ from: null, until: '2022-03-31', value: 20 }], '2023-01-01'),
      '2022-03-01',
      unknown('before-first'),
    ],
  ];
  it.each(rows)('%s', (_why, record, day, answer) => {
    expect(valueOn(record, civil(day))).toEqual(answer);
  });
});
