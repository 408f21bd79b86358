/**
 * Tax: the return for the year of an income, sooner for somebody who leaves Japan, and the one-stop form of furusato
 * donations. The ids carry the last day, for one year has one return whatever number of incomes.
 * Rules: data/facts/tax-return-*.yaml, tax-when-leaving-japan.yaml, furusato-onestop.yaml
 */
import { type CivilDate, civil } from '../dates/civil-date.ts';
import { lastOpenDayBefore, nextOpenDayOnOrAfter } from '../dates/open-days.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { valueOn } from '../knowledge/value-on.ts';
import type { Rule, RuleInput } from './deadline.ts';
import { deadlineOf, happened, isKnownOn, movedFiling, onePerId } from './notice.ts';

const yearOf = (day: CivilDate): number => Number(day.slice(0, 4));

/** The day of a year that a fact names as `MM-DD`; null where it does not say so on that day itself. */
function dayIn(facts: FactRecords, id: string, year: number): CivilDate | null {
  const fact = facts[id];
  if (!fact) return null;
  const on = valueOn(fact, civil(`${year}-12-31`));
  if (!on.known || typeof on.value !== 'string') return null;
  const day = civil(`${year}-${on.value}`);
  return isKnownOn(facts, id, day) ? day : null;
}
/** A departure for good or with a move-out, without a tax agent: the usual dates do not wait for it. */
const leaving = ({ events }: RuleInput) =>
  happened(events, 'leaving-japan').filter(
    ({ event: { moveOut, returns, taxAgent } }) => !taxAgent && (moveOut || returns === 'no'),
  );

/** The years of income whose return is due at its usual time. */
const usualYears = (input: RuleInput): number[] =>
  happened(input.events, 'income')
    .filter(({ event: { on } }) => {
      const last = dayIn(input.facts, 'tax-return-closes', yearOf(on) + 1);
      return !leaving(input).some(({ event }) => event.on >= on && (last === null || event.on <= last));
    })
    .map(({ event }) => yearOf(event.on));

/**
 * The income tax return (確定申告), in the year after the income. A closed first or last day moves to the next open one.
 */
export const taxReturn: Rule = (input) =>
  onePerId(
    usualYears(input).flatMap((year) => {
      const last = dayIn(input.facts, 'tax-return-closes', year + 1);
      const opens = dayIn(input.facts, 'tax-return-opens', year + 1);
      if (last === null) return [];
      return deadlineOf(input, {
        kind: 'tax-return',
        basis: last,
        opens: opens === null ? null : nextOpenDayOnOrAfter(opens),
        last,
        cautious: opens === null,
        facts: ['tax-return-opens', 'tax-return-closes', 'tax-return-closed-day'],
      });
    }),
  );

/** The consumption tax return of a sole trader, in the year after the income. */
export const consumptionTax: Rule = (input) =>
  onePerId(
    happened(input.events, 'income').flatMap(({ event: { on, business }, clear }) => {
      const last = business ? dayIn(input.facts, 'tax-return-consumption', yearOf(on) + 1) : null;
      if (last === null) return [];
      return deadlineOf(input, {
        kind: 'consumption-tax',
        basis: last,
        last,
        missing: clear ? [] : ['income'],
        facts: ['tax-return-consumption', 'tax-return-closed-day'],
      });
    }),
  );

/**
 * Return and payment before leaving Japan without a tax agent: by the departure, and before it. Whether there is an
 * income that needs a return is not known until one is told, for this year or for the one before.
 */
export const taxBeforeLeaving: Rule = (input) =>
  leaving(input)
    .filter(({ event }) => isKnownOn(input.facts, 'tax-when-leaving-japan', event.on))
    .map(({ event: { on }, clear }) => {
      const needed = happened(input.events, 'income').some(({ event }) => {
        const last = dayIn(input.facts, 'tax-return-closes', yearOf(event.on) + 1);
        return event.on <= on && (last === null ? yearOf(event.on) === yearOf(on) : on <= last);
      });
      return deadlineOf(input, {
        kind: 'tax-before-leaving',
        basis: on,
        advised: lastOpenDayBefore(on),
        last: on,
        moved: null,
        missing: [...(needed ? [] : ['income']), ...(clear ? [] : ['leaving-japan'])],
        facts: ['tax-when-leaving-japan'],
      });
    });

/**
 * The one-stop form of a furusato donation must have arrived on this day of the next year. A national provision would
 * move a closed one, and towns print it all the same, so the moved day is only `otherwise`. Not for a year with a
 * return: the form then counts no longer.
 */
export const furusatoOnestop: Rule = (input) => {
  const returns = new Set(happened(input.events, 'income').map(({ event }) => yearOf(event.on)));
  return onePerId(
    happened(input.events, 'donated').flatMap(({ event: { on } }) => {
      const last = returns.has(yearOf(on)) ? null : dayIn(input.facts, 'furusato-onestop', yearOf(on) + 1);
      if (last === null) return [];
      const moved = movedFiling(last);
      return deadlineOf(input, {
        kind: 'furusato-onestop',
        basis: last,
        last,
        moved: null,
        otherwise: moved === null ? [] : [moved],
        facts: ['furusato-onestop'],
      });
    }),
  );
};
