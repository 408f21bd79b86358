/**
 * Reads everything under `data/` and remembers where each value stands, so that a problem can be told as
 * file, line and remedy. Files come in as a map from path to text: tests change one and keep the rest.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod';
import {
  Benefit,
  Claim,
  Concern,
  Fact,
  Figure,
  Interface,
  Language,
  Procedure,
  Term,
  Translation,
} from '../../lib/knowledge/schema.ts';
import type { Where, Problem } from './problem.ts';

export const DATA_FOLDER = join(import.meta.dirname, '../../data');

/** Path below `data/`, with `/` → text. */
export type Files = ReadonlyMap<string, string>;
export type Path = readonly (string | number)[];

/** A checked value and the way back to its place in the file. */
export type Entry<T> = { id: string; file: string; value: T; at(path?: Path): Where };

/** A sentence in another language, as it stands in its file: only the text is certain. */
export type Translated = { text: string; of: string | undefined; state: 'draft' | 'checked'; at: Where };

/** Kinds of records with sources, one folder each. */
export const RECORD_KINDS = ['facts', 'procedures', 'terms', 'benefits', 'concerns', 'claims', 'figures'] as const;
export const KINDS = [...RECORD_KINDS, 'interface'] as const;
export type Kind = (typeof KINDS)[number];

export type LanguageData = Entry<Language> & {
  /** kind → key → sentence; empty for English, which stands in the records themselves */
  translations: Readonly<Record<Kind, Map<string, Translated>>>;
};

export type Data = {
  facts: ReadonlyMap<string, Entry<Fact>>;
  procedures: ReadonlyMap<string, Entry<Procedure>>;
  terms: ReadonlyMap<string, Entry<Term>>;
  benefits: ReadonlyMap<string, Entry<Benefit>>;
  concerns: ReadonlyMap<string, Entry<Concern>>;
  claims: ReadonlyMap<string, Entry<Claim>>;
  figures: ReadonlyMap<string, Entry<Figure>>;
  /** surface → its texts */
  interface: ReadonlyMap<string, Entry<z.infer<typeof Interface>>>;
  languages: ReadonlyMap<string, LanguageData>;
  /** what could not be read, and is therefore missing above */
  unread: readonly Problem[];
};

/** `of` may still be missing: the tool writes it. */
const TranslationLine = Translation.partial({ of: true });

/** All `.yaml` files of a folder and those below it. */
export function readFiles(folder = DATA_FOLDER): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** `facts.benefits.yaml` is of the kind `facts`: what stands before the first dot. */
const stem = (file: string): string => file.slice(file.lastIndexOf('/') + 1).split('.')[0] ?? '';

/** Files that did not change are not parsed again: a dev server and the tests read the same data many times. */
const parsed = new Map<string, { text: string; document: Document; lines: LineCounter }>();

function parse(file: string, text: string): { document: Document; lines: LineCounter } {
  const before = parsed.get(file);
  if (before?.text === text) return before;
  const lines = new LineCounter();
  const now = { text, document: parseDocument(text, { lineCounter: lines }), lines };
  parsed.set(file, now);
  return now;
}

/** What `npm run new` leaves empty, and what somebody forgot to write. */
const isEmpty = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1;

class Reader {
  readonly problems: Problem[] = [];

  /** The document, or nothing where it is not YAML; its faults become problems. */
  open(file: string, text: string): { document: Document; at: (path?: Path) => Where } | undefined {
    const { document, lines } = parse(file, text);
    const name = `data/${file}`;
    const at = (path: Path = []): Where => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return { file: name, line: lines.linePos(node.range[0]).line };
      }
      return { file: name, line: 1 };
    };
    for (const error of document.errors) {
      this.problems.push({
        file: name,
        line: error.linePos?.[0].line ?? 1,
        what: error.message.split('\n')[0] ?? error.code,
        remedy: 'Mend the YAML; text with a colon, a brace or a # needs quotes.',
      });
    }
    return document.errors.length === 0 ? { document, at } : undefined;
  }

  entry<T>(schema: z.ZodType<T>, file: string, text: string): Entry<T> | undefined {
    const opened = this.open(file, text);
    if (!opened) return undefined;
    const result = schema.safeParse(opened.document.toJS());
    if (result.success) return { id: stem(file), file: `data/${file}`, value: result.data, at: opened.at };
    for (const issue of result.error.issues) {
      const path = issue.path.filter((part) => typeof part !== 'symbol');
      this.problems.push({
        ...opened.at(path),
        what: `${path.join('.') || 'the record'}: ${isEmpty(issue) ? 'nothing stands here yet' : issue.message}`,
        remedy: isEmpty(issue) ? 'Fill it in.' : 'Compare with the shape in lib/knowledge/schema.ts.',
      });
    }
    return undefined;
  }

  translations(file: string, text: string, into: Map<string, Translated>): void {
    const opened = this.open(file, text);
    const lines: unknown = opened?.document.toJS() ?? {};
    if (!opened || lines === null || typeof lines !== 'object') return;
    for (const [key, value] of Object.entries(lines)) {
      const at = opened.at([key]);
      const line = TranslationLine.safeParse(value);
      const twice = into.get(key);
      if (!line.success) {
        this.problems.push({
          ...at,
          what: `"${key}": ${line.error.issues[0]?.message}`,
          remedy: "Write it as { state: draft, text: '…' }.",
        });
      } else if (twice) {
        this.problems.push({
          ...at,
          what: `"${key}" stands a second time`,
          remedy: `Keep one; the other is at ${twice.at.file}:${twice.at.line}.`,
        });
      } else {
        const { of, state, text: sentence } = line.data;
        into.set(key, { text: sentence, of, state, at });
      }
    }
  }
}

/** One thing for each kind. */
export const forKinds = <T>(make: () => T): Record<Kind, T> =>
  Object.fromEntries(KINDS.map((kind) => [kind, make()])) as Record<Kind, T>;

/** Everything that can be read, in the order of the file names; what cannot is in `unread`. */
export function loadData(files: Files = readFiles()): Data {
  const reader = new Reader();
  const folder = <T>(name: string, schema: z.ZodType<T>): Map<string, Entry<T>> => {
    const entries = new Map<string, Entry<T>>();
    for (const [file, text] of files) {
      if (!file.startsWith(`${name}/`)) continue;
      const entry = reader.entry(schema, file, text);
      if (entry) entries.set(entry.id, entry);
    }
    return entries;
  };

  const languages = new Map<string, LanguageData>();
  for (const [file, text] of files) {
    const id = /^languages\/([^/]+)\/language\.yaml$/.exec(file)?.[1];
    const entry = id ? reader.entry(Language, file, text) : undefined;
    if (id && entry) languages.set(id, { ...entry, id, translations: forKinds(() => new Map<string, Translated>()) });
  }
  for (const [file, text] of files) {
    const id = /^languages\/([^/]+)\//.exec(file)?.[1];
    if (!id || stem(file) === 'language') continue;
    const kind = KINDS.find((name) => name === stem(file));
    const language = languages.get(id);
    if (kind && language) reader.translations(file, text, language.translations[kind]);
    else {
      reader.problems.push({
        file: `data/${file}`,
        line: 1,
        what: kind ? `the language "${id}" has no language.yaml` : `"${stem(file)}" is not a kind of text`,
        remedy: kind ? `Add data/languages/${id}/language.yaml.` : `Begin the name with one of ${KINDS.join(', ')}.`,
      });
    }
  }

  return {
    facts: folder('facts', Fact),
    procedures: folder('procedures', Procedure),
    terms: folder('terms', Term),
    benefits: folder('benefits', Benefit),
    concerns: folder('concerns', Concern),
    claims: folder('claims', Claim),
    figures: folder('figures', Figure),
    interface: folder('interface', Interface),
    languages,
    unread: reader.problems,
  };
}
