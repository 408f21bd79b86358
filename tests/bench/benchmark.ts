/** What a benchmark is and what it hands back. */
import { shuffled } from './statistics.ts';

/** One figure, measured several times. */
export type Row = {
  what: string;
  /** `ms`: milliseconds; `KB`: of memory; `#`: a count; `×`: one figure over another of the same round */
  unit: 'ms' | 'KB' | '#' | '×';
  /** one for each round */
  samples: readonly number[];
  /** the most it should be; without one it is there for comparison */
  budget?: number;
};

export type Circumstances = {
  /** how often each variant is measured */
  runs: number;
  /** from 0 to 1; decides the order */
  random: () => number;
};

export type Benchmark = {
  /** for `--only` */
  name: string;
  /** what is measured and what is included, in a sentence or two */
  says: string;
  run(circumstances: Circumstances): Promise<Row[]>;
};

/**
 * Measures every variant once in each round, in another order each time, so that a machine that gets slower or
 * busier is unfair to none of them. With `warmUp`, one round before the first is not counted: it fills the browser's
 * caches.
 *
 * @returns for each variant its samples, the n-th of all from the same round
 */
export async function interleaved<Name extends string, Sample>(
  variants: Readonly<Record<Name, () => Promise<Sample>>>,
  { runs, random }: Circumstances,
  warmUp = true,
): Promise<Record<Name, Sample[]>> {
  const names = Object.keys(variants) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Sample[]>;
  for (let round = warmUp ? -1 : 0; round < runs; round += 1) {
    for (const name of shuffled(names, random)) {
      const sample = await variants[name]();
      if (round >= 0) samples[name].push(sample);
    }
  }
  return samples;
}

/** Item by item of two lists of equal length. */
export const pairwise = (
  a: readonly number[],
  b: readonly number[],
  combine: (a: number, b: number) => number,
): number[] => a.map((value, index) => combine(value, b[index] ?? NaN));
