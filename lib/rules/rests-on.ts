/**
 * What a person typed that one of their deadlines rests on. Asked of the rule itself, so that no rule can forget to say
 * it.
 */
import type { CivilDate } from '../dates/civil-date.ts';
import type { DateField, Event, Person } from '../household/schema.ts';
import type { Situation, Status } from '../knowledge/vocabulary.ts';
import type { Deadline, Rule, RuleInput } from './deadline.ts';

/** One thing that a person told us. */
export type Told =
  | { kind: 'date'; field: DateField; day: CivilDate }
  | { kind: 'event'; event: Event }
  | { kind: 'status'; status: Status }
  | { kind: 'situation'; situation: Situation };

function toldBy({ dates, status, situations }: Person, events: readonly Event[]): Told[] {
  const fields = Object.keys(dates) as DateField[];
  return [
    ...fields.flatMap((field): Told[] => {
      const day = dates[field];
      return day === null ? [] : [{ kind: 'date', field, day }];
    }),
    ...events.map((event): Told => ({ kind: 'event', event })),
    ...(status === null ? [] : [{ kind: 'status', status } as const]),
    ...situations.map((situation): Told => ({ kind: 'situation', situation })),
  ];
}

function without({ person, events, ...rest }: RuleInput, told: Told): RuleInput {
  switch (told.kind) {
    case 'date':
      return { ...rest, events, person: { ...person, dates: { ...person.dates, [told.field]: null } } };
    case 'event':
      return { ...rest, person, events: events.filter((event) => event !== told.event) };
    case 'status':
      return { ...rest, events, person: { ...person, status: null } };
    case 'situation': {
      const situations = person.situations.filter((situation) => situation !== told.situation);
      return { ...rest, events, person: { ...person, situations } };
    }
  }
}

/** Tried in this order: where an event and a typed date say the same, the date is what the person sees on a paper. */
const TRIED = ['situation', 'event', 'status', 'date'] as const;

/**
 * As little of what the person told as still gives exactly this deadline, certainty and facts included: without any of
 * it the answer is another one. In the order of the forms. Empty where the rules do not give the deadline for this
 * input.
 */
export function restsOn(rules: readonly Rule[], input: RuleInput, { id }: Pick<Deadline, 'id'>): Told[] {
  const answer = (rule: Rule, to: RuleInput): string | undefined => {
    const found = rule(to).find((one) => one.id === id);
    return found && JSON.stringify(found);
  };
  const rule = rules.find((of) => answer(of, input) !== undefined);
  if (!rule) return [];
  const whole = answer(rule, input);
  const all = toldBy(input.person, input.events);
  let least = input;
  const needed = new Set(TRIED.flatMap((kind) => all.filter((one) => one.kind === kind)));
  let before = 0;
  // Again after each round: what was needed beside another thing may not be needed without it.
  while (needed.size !== before) {
    before = needed.size;
    for (const told of needed) {
      const less = without(least, told);
      if (answer(rule, less) !== whole) continue;
      least = less;
      needed.delete(told);
    }
  }
  return all.filter((told) => needed.has(told));
}
