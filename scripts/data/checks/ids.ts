import { type Data, type Entry, type Path, RECORD_KINDS } from '../load.ts';
import type { Problem } from '../problem.ts';

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';

/** A record's id is its file's name, and an id stands once in its list: translations find sentences by it. */
export function* ids(data: Data): Generator<Problem> {
  const folders: ReadonlyMap<string, Entry<{ id: string }>>[] = RECORD_KINDS.map((kind) => data[kind]);
  for (const entry of folders.flatMap((folder) => [...folder.values()])) {
    if (entry.value.id !== entry.id) {
      yield {
        ...entry.at(['id']),
        what: `id "${entry.value.id}" in a file named "${entry.id}"`,
        remedy: 'Give both the same name.',
      };
    }
    yield* repeated(entry, entry.value, []);
  }
  for (const language of data.languages.values()) {
    if (language.value.id !== language.id) {
      yield {
        ...language.at(['id']),
        what: `language "${language.value.id}" in the folder "${language.id}"`,
        remedy: 'Give both the same name.',
      };
    }
  }
}

function* repeated(entry: Entry<unknown>, value: unknown, path: Path): Generator<Problem> {
  if (Array.isArray(value)) {
    const seen = new Set<unknown>();
    for (const [index, child] of value.entries()) {
      const id: unknown = isObject(child) ? child['id'] : undefined;
      if (id !== undefined && seen.has(id)) {
        yield {
          ...entry.at([...path, index]),
          what: `"${String(id)}" stands twice in ${path.join('.')}`,
          remedy: 'Give each item its own id.',
        };
      }
      seen.add(id);
      yield* repeated(entry, child, [...path, index]);
    }
  } else if (isObject(value)) {
    for (const [name, child] of Object.entries(value)) yield* repeated(entry, child, [...path, name]);
  }
}
