/** Every sentence of the data under its key, however deep it stands in its record. */
import { type Data, type Entry, type Kind, KINDS, type Path } from './load.ts';
import type { Where } from './problem.ts';

export type Sentence = {
  kind: Kind;
  /** `record-id.path.to.it`; items of a list are named by their id */
  key: string;
  record: string;
  /** the path inside the record, ids in place of positions: `steps.go` */
  path: string;
  en: string;
  otherwise: string | undefined;
  /** one of many, so that it may be left out when a value is not known */
  item: boolean;
  at: Where;
};

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function* walk(
  value: unknown,
  names: Path,
  places: Path,
  item: boolean,
): Generator<{ names: Path; places: Path; item: boolean; en: string; otherwise: string | undefined }> {
  if (Array.isArray(value)) {
    for (const [index, child] of value.entries()) {
      const id = isObject(child) ? text(child['id']) : undefined;
      yield* walk(child, [...names, id ?? index], [...places, index], true);
    }
  } else if (isObject(value)) {
    const en = text(value['en']);
    if (en !== undefined) yield { names, places: [...places, 'en'], item, en, otherwise: text(value['otherwise']) };
    for (const [name, child] of Object.entries(value)) {
      if (isObject(child)) yield* walk(child, [...names, name], [...places, name], item);
    }
  }
}

function* sentencesOf(kind: Kind, entries: ReadonlyMap<string, Entry<unknown>>): Generator<Sentence> {
  for (const entry of entries.values()) {
    for (const { names, places, item, en, otherwise } of walk(entry.value, [], [], false)) {
      const path = names.join('.');
      yield { kind, key: `${entry.id}.${path}`, record: entry.id, path, en, otherwise, item, at: entry.at(places) };
    }
  }
}

/** All sentences of all kinds. */
export function* sentences(data: Data): Generator<Sentence> {
  for (const kind of KINDS) yield* sentencesOf(kind, data[kind]);
}

/** The English texts that other languages translate: `otherwise` is a text of its own. */
export function* englishTexts(data: Data): Generator<{ kind: Kind; key: string; en: string; at: Where }> {
  for (const { kind, key, en, otherwise, at } of sentences(data)) {
    yield { kind, key, en, at };
    if (otherwise !== undefined) yield { kind, key: `${key}.otherwise`, en: otherwise, at };
  }
}
