import type { Data } from '../load.ts';
import type { Problem } from '../problem.ts';
import { wordRule } from '../word-rule.ts';

/** One spelling belongs to one word: of two, the page would always show the first. */
export function* surfaces(data: Data): Generator<Problem> {
  const owners = new Map<string, string>();
  for (const entry of data.terms.values()) {
    for (const surface of wordRule(entry.value).surfaces) {
      const owner = owners.get(surface);
      if (owner !== undefined && owner !== entry.id) {
        yield {
          ...entry.at(['variants']),
          what: `"${surface}" is also a spelling of "${owner}"`,
          remedy: 'Leave it to one of them.',
        };
      }
      owners.set(surface, owner ?? entry.id);
    }
  }
}
