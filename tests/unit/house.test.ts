/** The house: which way imports run, and which doors are used. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const FLOORS = ['data', 'lib', 'components', 'entrypoints'];
const sources = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.tsx?$/.test(path)),
);
const IMPORT = /(?:from|import\()\s*'([^']+)'/g;

/** What a file imports: own files as paths from the root, packages by name. */
function importsOf(path: string, text = readFileSync(path, 'utf8')): string[] {
  return [...text.matchAll(IMPORT)].map(([, target]) =>
    target!.startsWith('.') ? normalize(join(dirname(path), target!)) : target!,
  );
}
const floor = (path: string): number => FLOORS.indexOf(path.split('/')[0]!);

/** Imports that run up the house. */
const upward = (path: string, targets: readonly string[]): string[] =>
  targets.filter((target) => floor(target) > floor(path)).map((target) => `${path} → ${target}`);

describe('the house', () => {
  it('finds an import that runs up', () => {
    const planted = importsOf('lib/rules/planted.ts', "import { Guide } from '../../components/guide/Guide.tsx';");
    expect(upward('lib/rules/planted.ts', planted)).toHaveLength(1);
  });

  it('lets imports run one way: data, lib, components, entrypoints', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.flatMap((path) => upward(path, importsOf(path)))).toEqual([]);
  });

  it('keeps the law free of the browser', () => {
    const lawful = sources.filter((path) => /^lib\/(dates|rules)\//.test(path));
    expect(lawful.length).toBeGreaterThan(4);
    const bad = lawful.flatMap((path) =>
      importsOf(path).filter((target) => target.startsWith('lib/browser') || target.includes('polyfill')),
    );
    expect(bad).toEqual([]);
  });

  it('opens the browser by one door', () => {
    const direct = sources.filter((path) => importsOf(path).includes('webextension-polyfill'));
    expect(direct).toEqual(['lib/browser.ts']);
  });

  it('asks the time in one place', () => {
    const asking = sources.filter((path) => /Temporal\.Now|Date\.now\(|new Date\(\)/.test(readFileSync(path, 'utf8')));
    expect(asking).toEqual(['lib/clock.ts']);
  });
});
