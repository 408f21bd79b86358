/**
 * Which benefits a person sees, and in which order. Pure: the records, what the person said, and a day.
 *
 * The order is by points, so that one line can be argued about: an ordinary year with the card counts most
 * (`weight`, 1–5), a situation the person ticked lifts a benefit over an unticked one of the same weight and one
 * step above, and a benefit made for few statuses is near the top for them. Ties keep the order of the ids, so
 * two openings of the popup never differ.
 */
import type { CivilDate } from '../dates/civil-date.ts';
import type { Person } from '../household/schema.ts';
import type { BenefitRecord } from '../knowledge/compiled.ts';
import { STATUSES, type Situation, type Status } from '../knowledge/vocabulary.ts';

export type RankedBenefit = {
  benefit: BenefitRecord;
  /** the person's situations that lifted it */
  because: readonly Situation[];
  /** whom it is for, while the person's status is unknown and it is not for everybody */
  forStatuses: readonly Status[] | null;
};

/** What ranking needs to know of a person; `null`: nothing was entered. */
export type Ranked = Pick<Person, 'status' | 'situations'>;

const PER_WEIGHT = 2;
const FIRST_SITUATION = 3;
const FURTHER_SITUATION = 1;
const MADE_FOR_THIS_STATUS = 3;
const PERHAPS_NOT_FOR_YOU = -2;
const ONLY_IN_SOME_PLACES = -1;

/** A page date is a year, a month or a day; the day is inside it, before it or after it. */
const begun = (from: string | null, today: CivilDate) => from === null || today.slice(0, from.length) >= from;
const over = (until: string | null, today: CivilDate) => until !== null && today.slice(0, until.length) > until;

/** Whether a benefit can be had on this day, whoever asks: what is planned or ended cannot. */
export const available = ({ status, from, until }: BenefitRecord, today: CivilDate): boolean =>
  (status === 'active' || status === 'partial') && begun(from, today) && !over(until, today);

/**
 * Whether a benefit is for this person as far as they told us. Who said nothing is offered everything; who
 * ticked situations has seen the list, so a benefit that is `only` for others is not for them.
 */
export function concerns({ statuses, situations, only }: BenefitRecord, person: Ranked | null): boolean {
  if (!person) return true;
  if (person.status && !statuses.includes(person.status)) return false;
  return !only || person.situations.length === 0 || situations.some((s) => person.situations.includes(s));
}

/** The benefits that can be had today and are for this person, best first. Never changes its input. */
export function rankBenefits(
  benefits: readonly BenefitRecord[],
  person: Ranked | null,
  today: CivilDate,
): RankedBenefit[] {
  return benefits
    .filter((benefit) => available(benefit, today) && concerns(benefit, person))
    .map((benefit) => {
      const because = benefit.situations.filter((s) => person?.situations.includes(s));
      const forSome = benefit.statuses.length < STATUSES.length;
      const status = person?.status ?? null;
      const points =
        benefit.weight * PER_WEIGHT +
        (because.length > 0 ? FIRST_SITUATION + (because.length - 1) * FURTHER_SITUATION : 0) +
        (forSome && status ? MADE_FOR_THIS_STATUS : 0) +
        (forSome && !status ? PERHAPS_NOT_FOR_YOU : 0) +
        (benefit.status === 'partial' ? ONLY_IN_SOME_PLACES : 0);
      return { points, ranked: { benefit, because, forStatuses: forSome && !status ? benefit.statuses : null } };
    })
    .toSorted((a, b) => b.points - a.points || (a.ranked.benefit.id < b.ranked.benefit.id ? -1 : 1))
    .map(({ ranked }) => ranked);
}
