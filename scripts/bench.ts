/**
 * `npm run bench`: what the product costs, measured in real Chromium, against the budgets. Prints the median of each
 * figure with its least and most.
 *
 *   npm run bench                          all of it, about fifteen minutes, one of them for mark.js on the stress page
 *   npm run bench -- --only spotter,worker these only
 *   npm run bench -- --runs 5              each variant so often (default 7)
 *   npm run bench -- --seed 7              the order of an earlier run, which printed its seed
 *   npm run bench -- --check               fails when a median is over three times its budget
 *
 * Machines are noisy: what is compared is measured in one run, in turns. Times are not for tests; the check is
 * three times as patient as the budgets, so that only what is really broken fails.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Benchmark, Row } from '../tests/bench/benchmark.ts';
import { law } from '../tests/bench/law.ts';
import { markings } from '../tests/bench/marking.ts';
import { popup } from '../tests/bench/popup.ts';
import { recognised } from '../tests/bench/recognised.ts';
import { spotter } from '../tests/bench/spotter.ts';
import { start } from '../tests/bench/start.ts';
import { chance, median } from '../tests/bench/statistics.ts';
import { stress } from '../tests/bench/stress.ts';
import { worker } from '../tests/bench/worker.ts';
import { buildFolder } from '../tests/browser/harness/chromium.ts';
import { findChromium } from './browsers.mjs';
import { measureSizes } from './sizes.ts';

const BENCHMARKS: readonly Benchmark[] = [spotter, recognised, stress, ...markings, popup, worker, law, start];
const PATIENCE = 3;
const WIDTH = 46;

const { values: asked } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    only: { type: 'string' },
    runs: { type: 'string', default: '7' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});

function number(name: 'runs' | 'seed', least: number): number {
  const value = Number(asked[name]);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} is "${asked[name]}"; it is a whole number from ${least}`);
  return value;
}

function chosen(): readonly Benchmark[] {
  const names = asked.only?.split(',');
  if (!names) return BENCHMARKS;
  return names.map((name) => {
    const found = BENCHMARKS.find((benchmark) => benchmark.name === name);
    if (!found)
      throw new Error(`There is no benchmark "${name}"; there are ${BENCHMARKS.map((one) => one.name).join(', ')}`);
    return found;
  });
}

function needBuilds(): void {
  for (const [build, command] of [
    ['test', 'MADOGUCHI_BUILD=test npm run build'],
    ['release', 'npm run build'],
  ] as const) {
    if (!existsSync(join(buildFolder(build), 'manifest.json')))
      throw new Error(`There is no ${build} build; make it with: ${command}`);
  }
}

function browserVersion(): string {
  const path = findChromium();
  if (path === undefined) throw new Error('No Chromium found; install it or set CHROMIUM to its path');
  const said = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return /\S+ [\d.]+/.exec(said)?.[0] ?? said.trim();
}

const digits = (value: number, unit: Row['unit']): string => value.toFixed(unit === '×' ? 2 : unit === '#' ? 0 : 1);

function line({ what, unit, samples, budget }: Row): string {
  const middle = median(samples);
  const range = samples.length > 1 ? `${digits(Math.min(...samples), unit)}–${digits(Math.max(...samples), unit)}` : '';
  const verdict = budget === undefined ? '' : `of ${budget}${middle > budget ? '  OVER' : ''}`;
  return `  ${what.padEnd(WIDTH)} ${digits(middle, unit).padStart(9)} ${unit.padEnd(2)} ${range.padStart(17)}  ${verdict}`.trimEnd();
}

/** A median that is no number was not measured, and fails as well. */
const isBroken = ({ samples, budget }: Row): boolean => budget !== undefined && !(median(samples) / budget <= PATIENCE);

const runs = number('runs', 1);
const seed = number('seed', 0);
const random = chance(seed);
const benchmarks = chosen();
needBuilds();

console.log(`${browserVersion()}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
console.log(`${runs} runs, seed ${seed}; median, least–most`);

const broken: string[] = [];
for (const { name, says, run } of benchmarks) {
  console.log(`\n${name}\n  ${says}`);
  for (const row of await run({ runs, random })) {
    console.log(line(row));
    if (isBroken(row)) broken.push(`${name}: ${row.what}`);
  }
}
if (!asked.only) {
  console.log('\nsizes\n  Of the released build, gzip; the build itself fails when one is over.');
  for (const { what, bytes, limit } of measureSizes(buildFolder('release'))) {
    console.log(
      `  ${what.padEnd(WIDTH)} ${(bytes / 1024).toFixed(1).padStart(9)} KB ${''.padStart(17)}  of ${limit / 1024}`,
    );
  }
}
if (asked.check) {
  console.log(
    broken.length
      ? `\nOver ${PATIENCE} times the budget: ${broken.join('; ')}`
      : `\nNothing is over ${PATIENCE} times its budget`,
  );
  if (broken.length) process.exitCode = 1;
}
