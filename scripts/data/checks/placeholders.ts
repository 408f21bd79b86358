import { placeholders } from '../../../lib/knowledge/fill.ts';
import { PERSONAL } from '../../../lib/knowledge/vocabulary.ts';
import type { Data } from '../load.ts';
import type { Problem } from '../problem.ts';
import { sentences, type Sentence } from '../sentences.ts';

const isPersonal = (name: string): boolean => name.includes('.');

/**
 * Nobody reads a sentence with a hole. A fact must have a value to print; a personal placeholder needs an
 * `otherwise` without any; and a sentence that cannot be left out must not end with a fact's last period.
 * What a fact itself says may end with it. Interface texts are filled by code and not looked at here.
 */
export function* placeholdersFilled(data: Data): Generator<Problem> {
  for (const sentence of sentences(data)) {
    if (sentence.kind === 'interface' || neverShown(data, sentence)) continue;
    const { at, key, en, otherwise } = sentence;
    const problem = (what: string, remedy: string): Problem => ({ ...at, what: `${key}: ${what}`, remedy });
    const names = placeholders(en);
    const personal = names.filter(isPersonal);

    if (sentence.kind === 'figures' && sentence.path === 'statement' && !names.includes(OWN_VALUE)) {
      yield problem('does not say the value', 'Write {figure} where the value stands.');
    }

    for (const name of [...names, ...placeholders(otherwise ?? '')]) {
      const fault = isPersonal(name) ? personalFault(data, sentence, name) : valueFault(data, sentence, name);
      if (fault) yield problem(`{${name}} ${fault}`, 'Name a value that can be printed here, or say it in words.');
    }
    if (personal.length > 0 && otherwise === undefined) {
      yield problem(
        `{${personal[0]}} may be unknown`,
        'Add `otherwise`: what to say to a person who has not typed that date.',
      );
    }
    if (otherwise !== undefined && placeholders(otherwise).some(isPersonal)) {
      yield problem('`otherwise` has a personal placeholder itself', 'Say it without the date.');
    }
    if (otherwise !== undefined && personal.length === 0 && !names.some((name) => ends(data, name))) {
      yield problem('`otherwise` is never said', 'Take it out: nothing in the sentence can be unknown.');
    }
    const last = placeholders(otherwise ?? en).find((name) => ends(data, name));
    if (last !== undefined && !sentence.item && sentence.kind !== 'facts') {
      yield problem(
        `{${last}} has an end, after which this would have a hole`,
        'Add `otherwise` without it, or give the fact its next period.',
      );
    }
  }
}

function personalFault(data: Data, { kind, record }: Sentence, name: string): string | undefined {
  if (!PERSONAL.some((known) => known === name)) return `is none of ${PERSONAL.join(', ')}`;
  if (kind !== 'procedures') return 'is a person’s own date, and only procedures know the person';
  const deadlines = data.procedures.get(record)?.value.by.deadlines ?? [];
  return name.startsWith('deadline.') && deadlines.length === 0 ? 'is used, and `by.deadlines` is empty' : undefined;
}

/** Its own value in a figure's statement, a figure in what is told about the card's state, else a fact. */
function valueFault(data: Data, { kind, path }: Sentence, name: string): string | undefined {
  if (kind === 'figures')
    return name === OWN_VALUE && path === 'statement' ? undefined : 'is not the figure’s own value';
  const figure = kind === 'concerns' || kind === 'claims' ? data.figures.get(name)?.value : undefined;
  if (figure) return figure.confidence === 'low' ? 'has confidence low and never reaches a person' : undefined;
  return factFault(data, name);
}
const OWN_VALUE = 'figure';

function factFault(data: Data, name: string): string | undefined {
  const fact = data.facts.get(name)?.value;
  if (!fact) return 'is no fact';
  if (fact.confidence === 'low') return 'has confidence low and never reaches a person';
  return fact.periods.some(({ value }) => value === null) ? 'is a rule without a value' : undefined;
}

const neverShown = (data: Data, { kind, record }: Sentence): boolean =>
  kind !== 'interface' && data[kind].get(record)?.value.confidence === 'low';

const ends = (data: Data, name: string): boolean => {
  const periods = data.facts.get(name)?.value.periods;
  return periods !== undefined && periods.every(({ until }) => until !== null);
};
