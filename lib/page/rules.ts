/** From `recognise:` of a procedure to what the worker and the spotter carry. Used when data is compiled. */
import type { Gate, RecogniseRule } from '../knowledge/compiled.ts';
import type { Procedure } from '../knowledge/schema.ts';
import { normalise } from './normalise.ts';

/** The rule of one procedure, its words in the spelling in which pages are compared. */
export function recogniseRule({ id, recognise }: Pick<Procedure, 'id' | 'recognise'>): RecogniseRule {
  return {
    id,
    topic: recognise.topic.map((group) => group.map(normalise)),
    path: recognise.path.map((fragment) => fragment.toLowerCase()),
    body: [...new Set(recognise.body.map(normalise))],
    not: [...new Set(recognise.not.map(normalise))],
  };
}

/**
 * The spotter's gate: the first word of each topic, without which `recognise` names nothing, and the paths, which
 * count where a page has neither title nor heading. Words that contain another one are left out.
 */
export function gateOf(rules: readonly RecogniseRule[]): Gate {
  return { words: shortest(rules.flatMap((rule) => rule.topic.map(([first]) => first))), paths: shortest(rules.flatMap((rule) => rule.path)) };
}

function shortest(words: readonly (string | undefined)[]): string[] {
  const all = [...new Set(words.filter((word) => word !== undefined))];
  return all.filter((word) => !all.some((other) => other !== word && word.includes(other))).toSorted();
}
