import { type Data, type Entry, type Path, RECORD_KINDS } from '../load.ts';
import type { Problem } from '../problem.ts';

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';

/** Whatever a record names exists and may be shown. */
export function* references(data: Data): Generator<Problem> {
  for (const kind of RECORD_KINDS) {
    for (const entry of data[kind].values()) yield* factLists(data, entry, entry.value, []);
  }
  for (const entry of data.procedures.values()) {
    for (const [index, id] of entry.value.terms.entries()) {
      if (!data.terms.has(id)) yield missing(entry, ['terms', index], 'term', id);
    }
    for (const [index, id] of entry.value.concerns.entries()) {
      if (!data.concerns.has(id)) yield missing(entry, ['concerns', index], 'concern', id);
    }
    for (const [index, id] of entry.value.related.entries()) {
      if (!data.procedures.has(id)) yield missing(entry, ['related', index], 'procedure', id);
      if (id === entry.id)
        yield { ...entry.at(['related', index]), what: `"${id}" is related to itself`, remedy: 'Take it out.' };
    }
    for (const [index, id] of entry.value.recognise.yields.entries()) {
      if (!data.procedures.has(id)) yield missing(entry, ['recognise', 'yields', index], 'procedure', id);
    }
    const steps = new Set(entry.value.steps.map(({ id }) => id));
    for (const [index, { step }] of entry.value.warnings.entries()) {
      if (step === undefined || steps.has(step)) continue;
      yield {
        ...entry.at(['warnings', index, 'step']),
        what: `"${entry.id}" has no step "${step}"`,
        remedy: 'Name the id of one of its steps, or leave the line out.',
      };
    }
  }
  for (const entry of data.claims.values()) {
    const { benefit } = entry.value;
    if (benefit !== null && !data.benefits.has(benefit)) yield missing(entry, ['benefit'], 'benefit', benefit);
  }
  for (const entry of data.terms.values()) {
    for (const [index, { id }] of entry.value.confusable.entries()) {
      if (!data.terms.has(id)) yield missing(entry, ['confusable', index, 'id'], 'term', id);
    }
  }
}

const missing = (entry: Entry<unknown>, path: Path, kind: string, id: string): Problem => ({
  ...entry.at(path),
  what: `there is no ${kind} "${id}"`,
  remedy: `Name one that exists in data/${kind}s/, or add it.`,
});

/** Every list called `facts`, wherever it stands. */
function* factLists(data: Data, entry: Entry<unknown>, value: unknown, path: Path): Generator<Problem> {
  if (!isObject(value)) return;
  for (const [name, child] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    if (name !== 'facts' || !Array.isArray(child)) {
      yield* factLists(data, entry, child, here);
      continue;
    }
    for (const [index, id] of child.entries()) {
      const fact = data.facts.get(String(id));
      if (!fact) yield missing(entry, [...here, index], 'fact', String(id));
      else if (fact.value.confidence === 'low') {
        yield {
          ...entry.at([...here, index]),
          what: `"${id}" has confidence low and never reaches a person`,
          remedy: 'Rest on another fact, or find a source for this one.',
        };
      }
    }
  }
}
