import { addDays } from '../dates/arithmetic.ts';
import { nthBirthdayAfter } from '../dates/birthdays.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { EventKind } from '../knowledge/vocabulary.ts';
import type { Rule, RuleInput } from './deadline.ts';
import { citedOn, ending } from './last-day.ts';
import { numberOn } from './numbers.ts';
import { eventsOf, newest } from './present.ts';
import { carriesSpecifiedCard } from './specified-card-validity.ts';

const WINDOW = 'express-issuance-window';
const BABY = 'express-issuance-baby';
/** Events that tell of a card, which then is no first one. */
const CARD_BEFORE: ReadonlySet<EventKind> = new Set([
  'card-issued',
  'card-lost',
  'leaving-japan',
  'specified-card-received',
]);

type Express = { basis: CivilDate; last: CivilDate; facts: readonly string[]; missing?: readonly string[] };

/**
 * Who comes to live in Japan without a card: so many days from filing the move-in. Until that was told the days are
 * counted from the first day at the address, which is never later. Whoever left Japan before may have kept a card for
 * use abroad.
 */
function onArrival({ person, events, facts }: RuleInput): Express | null {
  const moved = newest(events, 'moved');
  const had = person.dates.card !== null || events.some(({ kind }) => CARD_BEFORE.has(kind));
  if (moved?.from !== 'abroad' || had) return null;
  const filed = eventsOf(events, 'move-filed').find(({ on }) => on >= moved.on);
  const from = filed?.on ?? moved.on;
  const days = numberOn(facts, WINDOW, from);
  if (days === null) return null;
  return { basis: moved.on, last: addDays(from, days), facts: [WINDOW], missing: filed ? [] : ['move-filed'] };
}

/**
 * Asking for an express card (特急発行): within so many days of reporting a loss, for a baby until the day before the
 * first birthday, and within so many days of filing a move-in from abroad by who has no card yet. Over once a card was
 * made since; not for a specified residence card, which immigration replaces. Offices are closed at the year's end, and
 * no source lets this move. Rules: data/facts/express-issuance-window.yaml, express-issuance-baby.yaml
 */
export const cardExpress: Rule = (input) => {
  const { person, facts } = input;
  const found = lostOrBorn(input) ?? onArrival(input);
  if (!found) return [];
  const { basis, last, missing = [] } = found;
  return [
    {
      id: `${person.id}/card-express/${basis}`,
      kind: 'card-express',
      person: person.id,
      opens: basis,
      ...ending(last),
      otherwise: [],
      certainty: missing.length > 0 ? 'cautious' : 'derived',
      missing,
      facts: citedOn(facts, [...found.facts, 'express-issuance-eligibility', 'counting-rules'], basis),
    },
  ];
};

function lostOrBorn({ events, facts }: RuleInput): Express | null {
  const issued = newest(events, 'card-issued');
  const lost = newest(events, 'card-lost');
  const born = newest(events, 'born');
  if (lost && carriesSpecifiedCard(events, lost.on, facts)) return null;
  if (lost && !(issued && issued.on >= lost.on)) {
    const days = numberOn(facts, WINDOW, lost.on);
    return days === null ? null : { basis: lost.on, last: addDays(lost.on, days), facts: [WINDOW] };
  }
  if (!born || issued) return null;
  const birthdays = numberOn(facts, BABY, born.on);
  if (birthdays === null) return null;
  return { basis: born.on, last: addDays(nthBirthdayAfter(born.on, born.on, birthdays), -1), facts: [BABY] };
}
