import { cardOf } from './card-dates.ts';
import type { Rule } from './deadline.ts';
import { citedOn, ending } from './last-day.ts';
import { pendingApplication } from './limited-stay.ts';

/**
 * The one special extension of the card (特例期間延長) while immigration has not answered: at the counter, with proof of
 * the application, on or before the *old* date. The stay goes on by itself, the card does not. Given once only, so
 * there is nothing more after it. Without a date of the card the end of the stay stands for it.
 * Rules: data/facts/foreign-special-two-months.yaml, foreign-special-once.yaml
 */
export const cardSpecialExtension: Rule = (input) => {
  const { events, facts } = input;
  const { person, end, course, special } = cardOf(input);
  const { stay } = person.dates;
  if (stay === null || special || course !== 'extend' || !pendingApplication(person, events, facts)) return [];
  // Once extended before, or typed wrong: a card that ends after the stay is not the one this is about.
  const fits = end !== null && end.last <= stay;
  const last = fits ? end.last : stay;
  const unsure = [
    ...(person.status === null ? ['status'] : []),
    ...(end === null ? ['card'] : fits ? end.missing : ['card', 'stay']),
  ];
  return [
    {
      id: `${person.id}/card-special-extension/${fits ? end.basis : last}`,
      kind: 'card-special-extension',
      person: person.id,
      opens: null,
      ...ending(last),
      otherwise: [],
      certainty: unsure.length > 0 ? 'cautious' : (end?.certainty ?? 'cautious'),
      missing: unsure,
      facts: citedOn(
        facts,
        ['foreign-special-two-months', 'foreign-special-once', 'foreign-extension-before-expiry', 'counting-rules'],
        last,
      ),
    },
  ];
};
