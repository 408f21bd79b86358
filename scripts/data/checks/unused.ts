import { type Data, RECORD_KINDS } from '../load.ts';
import type { Problem } from '../problem.ts';
import { placeholders } from '../../../lib/knowledge/fill.ts';
import { sentences } from '../sentences.ts';

/**
 * Facts that no procedure, word, benefit or other fact names: worth a look, for they are kept up to date for nobody.
 */
export function* unused(data: Data): Generator<Problem> {
  const named = new Set<string>();
  for (const { record, en, otherwise } of sentences(data)) {
    for (const name of placeholders(`${en}${otherwise ?? ''}`)) if (name !== record) named.add(name);
  }
  for (const { value } of RECORD_KINDS.filter((kind) => kind !== 'facts').flatMap((kind) => [...data[kind].values()])) {
    for (const [, list] of JSON.stringify(value).matchAll(/"facts":\[([^\]]*)\]/g)) {
      for (const [, id] of (list ?? '').matchAll(/"([^"]+)"/g)) named.add(id ?? '');
    }
  }
  for (const entry of data.facts.values()) {
    if (!named.has(entry.id) && entry.value.confidence !== 'low') {
      yield {
        ...entry.at(),
        what: `nothing names the fact "${entry.id}"`,
        remedy: 'Name it where it is used.',
        warning: true,
      };
    }
  }
}
