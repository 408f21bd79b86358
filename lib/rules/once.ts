import type { RuleInput } from './deadline.ts';

/**
 * What several rules ask about the same person, worked out once for each input. Inputs are never changed, so that the
 * answer cannot grow old; it goes with its input.
 */
export function once<T>(ask: (input: RuleInput) => T): (input: RuleInput) => T {
  const answers = new WeakMap<RuleInput, { answer: T }>();
  return (input) => {
    const known = answers.get(input) ?? { answer: ask(input) };
    answers.set(input, known);
    return known.answer;
  };
}
