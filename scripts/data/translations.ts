/**
 * `npm run translations`                  lists what is missing and what is stale
 * `npm run translations -- --stamp`       marks every translation that has no mark with the English of today
 * `npm run translations -- --accept KEY`  the English of KEY changed, the meaning did not: marks it anew in all languages
 *
 * Files are changed at the marks alone; everything else in them stays as it was written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isPair, isScalar, parseDocument } from 'yaml';
import { translations as compareTranslations } from './checks/translations.ts';
import { DATA_FOLDER, forKinds, KINDS, loadData, readFiles, type Data, type Kind } from './load.ts';
import { markOf } from './mark.ts';
import { describe, inOrder } from './problem.ts';
import { englishTexts } from './sentences.ts';

/** English text → mark, by kind and key. */
function marks(data: Data): Record<Kind, Map<string, string>> {
  const byKind = forKinds(() => new Map<string, string>());
  for (const { kind, key, en } of englishTexts(data)) byKind[kind].set(key, markOf(en));
  return byKind;
}

/**
 * The text of a translation file with marks put in: where a line has none, and where `accept` names its key.
 * A stale mark stays otherwise, because it says that somebody has to look.
 */
export function withMarks(text: string, marksByKey: ReadonlyMap<string, string>, accept?: string): string {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return text;
  const edits: { from: number; to: number; insert: string }[] = [];
  for (const pair of contents.items) {
    if (!isPair(pair) || !isScalar(pair.key) || !isMap(pair.value) || !pair.value.range) continue;
    const key = String(pair.key.value);
    const mark = marksByKey.get(key);
    if (mark === undefined) continue;
    const of = pair.value.get('of', true);
    // Quoted, because 123456 and 12e345 are numbers in YAML.
    if (of === undefined) {
      const after = pair.value.range[0] + 1;
      edits.push({ from: after, to: after, insert: ` of: '${mark}',` });
    } else if (key === accept && isScalar(of) && of.range) {
      edits.push({ from: of.range[0], to: of.range[1], insert: `'${mark}'` });
    }
  }
  return edits.reduceRight((whole, { from, to, insert }) => whole.slice(0, from) + insert + whole.slice(to), text);
}

/** Writes marks into the translation files below `folder`; returns how many files changed. */
function mark(data: Data, accept?: string): number {
  const byKind = marks(data);
  let changed = 0;
  for (const file of readFiles().keys()) {
    const kind = KINDS.find((name) => new RegExp(`^languages/[^/]+/${name}(\\.[^/]*)?\\.yaml$`).test(file));
    if (!kind) continue;
    const path = join(DATA_FOLDER, file);
    const before = readFileSync(path, 'utf8');
    const after = withMarks(before, byKind[kind], accept);
    if (after === before) continue;
    writeFileSync(path, after);
    changed += 1;
  }
  return changed;
}

function main(args: readonly string[]): void {
  const data = loadData();
  const [option, key] = args;
  if (option === '--stamp') {
    console.log(`${mark(data)} files marked`);
  } else if (option === '--accept' && key !== undefined) {
    if (![...englishTexts(data)].some((text) => text.key === key)) throw new Error(`There is no text "${key}"`);
    console.log(`${mark(data, key)} files marked`);
  } else if (option === undefined) {
    const found = inOrder(compareTranslations(data));
    for (const problem of found) console.log(describe(problem));
    console.log(`${found.length} to look at`);
  } else {
    throw new Error(`"${args.join(' ')}" is not known; use --stamp, --accept KEY, or nothing to list`);
  }
}

if (import.meta.main) main(process.argv.slice(2));
