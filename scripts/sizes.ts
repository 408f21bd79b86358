/**
 * Sizes of a build against the budgets of what a page and a person pay for it. Fails the build that is too big.
 * Called by the build itself (wxt.config.ts), so that no build can skip it.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1024;
type Budget = { what: string; limit: number; files: (path: string) => boolean };

/**
 * Gzip sizes. Knowledge is counted per language, sources and tables that serve all languages once; the labels of our
 * own buttons are no knowledge.
 */
const BUDGETS: readonly Budget[] = [
  { what: 'spotter', limit: 8 * KB, files: (path) => path === 'spotter.js' },
  { what: 'helper', limit: 60 * KB, files: (path) => path === 'helper.js' },
  ...['en', 'ja', 'ja-easy'].flatMap((language) => {
    const labels = `knowledge/${language}/interface.json`;
    return [
      {
        what: `knowledge ${language}`,
        limit: 100 * KB,
        files: (path: string) => path.startsWith(`knowledge/${language}/`) && path !== labels,
      },
      { what: `labels ${language}`, limit: 20 * KB, files: (path: string) => path === labels },
    ];
  }),
  { what: 'package', limit: 2048 * KB, files: () => true },
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
}

export type Size = { what: string; bytes: number; limit: number };

/** Measures the build in `folder`; a budget whose files do not exist counts as broken, not as kept. */
export function measureSizes(folder: string): Size[] {
  const sizes = filesBelow(folder).map((path) => ({
    path: relative(folder, path).replaceAll('\\', '/'),
    bytes: gzipSync(readFileSync(path)).length,
  }));
  return BUDGETS.map(({ what, limit, files }) => {
    const matching = sizes.filter(({ path }) => files(path));
    if (matching.length === 0) throw new Error(`Sizes: nothing in ${folder} is "${what}"; mend scripts/sizes.ts`);
    return { what, limit, bytes: matching.reduce((sum, { bytes }) => sum + bytes, 0) };
  });
}

/** Prints the sizes and throws when one is over its budget. */
export function checkSizes(folder: string): void {
  const sizes = measureSizes(folder);
  for (const { what, bytes, limit } of sizes) {
    console.log(`  ${what.padEnd(20)} ${(bytes / KB).toFixed(1).padStart(8)} KB of ${limit / KB} KB gzip`);
  }
  const over = sizes.filter(({ bytes, limit }) => bytes > limit);
  if (over.length) throw new Error(`Over budget: ${over.map(({ what }) => what).join(', ')}`);
}
