import { wordMatches } from '../../../lib/page/word-pattern.ts';
import type { Data } from '../load.ts';
import type { Problem } from '../problem.ts';
import { wordRule } from '../word-rule.ts';

/** Where a word's context is described, its examples come out as they say, under the code that reads pages. */
export function* contexts(data: Data): Generator<Problem> {
  for (const entry of data.terms.values()) {
    const { ja, variants, context } = entry.value;
    const short = [ja, ...variants].find((surface) => [...surface].length <= 2);
    if (short !== undefined && context === undefined) {
      yield {
        ...entry.at(['ja']),
        what: `"${short}" is too short to be looked for alone`,
        remedy: 'Add `context`: what must or must not stand around it.',
      };
    }
    if (context === undefined) continue;
    const broken = [context.unless, context.needs].find((pattern) => pattern !== undefined && !isPattern(pattern));
    if (broken !== undefined) {
      yield {
        ...entry.at(['context']),
        what: `"${broken}" is not a regular expression (flag u)`,
        remedy: 'Mend the pattern.',
      };
      continue;
    }
    const rule = wordRule(entry.value);
    if (!wordMatches(rule, context.match)) {
      yield {
        ...entry.at(['context', 'match']),
        what: `"${context.match}" does not match`,
        remedy: 'Widen the context, or choose an example that should match.',
      };
    }
    if (wordMatches(rule, context.no_match)) {
      yield {
        ...entry.at(['context', 'no_match']),
        what: `"${context.no_match}" matches`,
        remedy: 'Narrow the context with `unless` or `needs`.',
      };
    }
  }
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').unicode;
  } catch {
    return false;
  }
}
