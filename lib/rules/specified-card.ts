/** The dates of a specified residence card (特定在留カード), which end the My Number Card on it as well. */
import { legalMonths, sameDayMonths } from '../dates/arithmetic.ts';
import type { Rule } from './deadline.ts';
import { citedOn, ending } from './last-day.ts';
import { extensionOpens, pendingApplication } from './limited-stay.ts';
import { numberOn } from './numbers.ts';
import { hasLimitedStay, present } from './present.ts';
import { residenceCardOpens, windowOf } from './residence-card.ts';
import { pendingSpecifiedCard, specifiedCardOf } from './specified-card-validity.ts';

const STAY_WINDOW = 'residence-extension-window';
const BRIDGE = 'integrated-card-pr-bridge';

/**
 * Asking for the next specified residence card before this one ends: with the extension of a limited stay, or with the
 * renewal of the card's validity where the stay has no end. While immigration has not answered, whether the My Number
 * side goes on is not settled by any source that we show: the old day stays, cautiously.
 */
export const specifiedCardRenewal: Rule = (input) => {
  const { events, facts } = input;
  const card = specifiedCardOf(input);
  if (!card?.end) return [];
  const { person, end } = card;
  const limited = hasLimitedStay(person);
  const window = limited ? STAY_WINDOW : windowOf(person.status);
  const months = numberOn(facts, window, end.last);
  const opens = limited
    ? months === null
      ? null
      : extensionOpens(end.last, months)
    : residenceCardOpens(end.last, facts, window);
  const waits = limited && pendingApplication(person, events, facts) !== null;
  const missing = [...new Set([...(person.status === null ? ['status'] : []), ...end.missing])];
  return [
    {
      id: `${person.id}/specified-card-renewal/${end.basis}`,
      kind: 'specified-card-renewal',
      person: person.id,
      opens,
      ...ending(end.last),
      otherwise: end.otherwise,
      certainty: missing.length > 0 || opens === null || waits ? 'cautious' : end.certainty,
      missing,
      facts: citedOn(
        facts,
        ['integrated-card-old-card-ends', 'integrated-card-where', window, ...end.facts, 'counting-rules'],
        end.last,
        end.basis,
        card.received.on,
      ),
    },
  ];
};

/**
 * Collecting a specified residence card that was asked for with the renewal of the residence card: the old one can be
 * used until the handover, at most so many months past its end. Only where it was asked for by that end, and never for
 * a stay that is extended. At a month end the law may count a day or two more; the same day is given.
 */
export const specifiedCardBridge: Rule = ({ person: said, events, facts }) => {
  const applied = pendingSpecifiedCard(events);
  const person = present(said, events);
  const { status, dates } = person;
  if (!applied?.renews || applied.on > applied.renews || hasLimitedStay(person)) return [];
  if (status === 'national' || status === 'special-permanent') return [];
  const months = numberOn(facts, BRIDGE, applied.renews);
  if (months === null) return [];
  const last = sameDayMonths(applied.renews, months);
  const full = legalMonths(applied.renews, months);
  const contradicts = dates.residenceCard !== null && dates.residenceCard !== applied.renews;
  const missing = [...(status === null ? ['status'] : []), ...(contradicts ? ['residenceCard'] : [])];
  return [
    {
      id: `${person.id}/specified-card-bridge/${applied.renews}`,
      kind: 'specified-card-bridge',
      person: person.id,
      opens: null,
      ...ending(last),
      otherwise: full === last ? [] : [full],
      certainty: missing.length > 0 ? 'cautious' : 'derived',
      missing,
      facts: citedOn(facts, [BRIDGE, 'integrated-card-old-card-ends', 'counting-rules'], applied.renews),
    },
  ];
};
