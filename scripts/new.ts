/**
 * `npm run new -- term|procedure|fact|benefit|concern|claim|figure ID`  writes a record with its fields explained
 * `npm run new -- language ID`                                          writes a language that says nothing yet
 *
 * What has to be filled in is empty, so that `npm run data` names each place until it is done. Nothing that exists is
 * ever overwritten.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { languageTemplate, TEMPLATES, type TemplateKind } from './data/templates.ts';
import { DATA_FOLDER } from './data/load.ts';

const KINDS = [...(Object.keys(TEMPLATES) as TemplateKind[]), 'language'];

export type NewFile = { path: string; text: string };

/**
 * The file for a new record; throws an explanation where kind or id cannot be used. `today` is the day of `checked`.
 */
export function newFile(kind: string, id: string, today: string): NewFile {
  if (!KINDS.includes(kind)) throw new Error(`"${kind}" is none of ${KINDS.join(', ')}`);
  if (kind === 'language') {
    if (!/^[a-z]{2}(-[A-Za-z]+)*$/.test(id)) throw new Error(`"${id}" is no language: write vi, pt-BR, zh-Hans …`);
    return { path: `languages/${id}/language.yaml`, text: languageTemplate(id) };
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Error(`"${id}" is no id: lower-case words of letters and digits joined by hyphens, such as move-in`);
  return { path: `${kind}s/${id}.yaml`, text: TEMPLATES[kind as TemplateKind](id, today) };
}

function main([kind, id]: readonly string[]): void {
  if (kind === undefined || id === undefined) throw new Error(`npm run new -- ${KINDS.join('|')} ID`);
  const { path, text } = newFile(kind, id, new Date().toISOString().slice(0, 10));
  const file = join(DATA_FOLDER, path);
  const shown = relative(process.cwd(), file);
  if (existsSync(file)) throw new Error(`${shown} exists already; nothing was written`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`${shown} is written. Fill in what is empty; \`npm run data\` tells what is still missing.`);
  if (kind !== 'language')
    console.log(`Its Japanese goes into data/languages/{ja,ja-easy}/${kind}s.yaml, one line for each sentence:
    ${id}.…: { state: draft, text: '…' }
then \`npm run translations -- --stamp\`. docs/data.md has the whole way.`);
}

if (import.meta.main) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
