/** What the dates on a card say about its holder. Shared by the families that have to tell them apart. */
import { isBirthday } from '../dates/birthdays.ts';
import type { Person } from '../household/schema.ts';

/**
 * Whether the rules of a limited stay hold for this person. A person who has not said their status and typed the
 * end of a stay most probably has one; taken as a national they would be told to order a card that costs money.
 */
export const hasLimitedStay = ({ status, dates }: Person): boolean =>
  status === 'limited-stay' || (status === null && dates.stay !== null);

/** Whether the card ends on a birthday; null where card or birth is not known. */
export const endsOnBirthday = ({ dates: { birth, card } }: Person): boolean | null =>
  birth === null || card === null ? null : isBirthday(birth, card);

/**
 * Limited stay: whether the card has come to its birthday limit, so that it is renewed and cannot be extended. It
 * then ends on a birthday and not together with the stay: before it, or at a stay that nobody told us.
 * Rule: data/facts/foreign-extension-cap.yaml
 */
export const isAtBirthdayLimit = (person: Person): boolean => {
  const { card, stay } = person.dates;
  return endsOnBirthday(person) === true && card !== null && (stay === null || card < stay);
};

/**
 * Permanent residents and highly skilled professionals (ii): whether the card still carries the end of an earlier
 * limited stay. Theirs end on a birthday, so another day can come from nowhere else. Such a card is extended at the
 * counter before that day; one ordered instead costs money. False while the birth is not known.
 * Rule: data/facts/foreign-status-to-permanent.yaml
 */
export const carriesOldStay = (person: Person): boolean =>
  (person.status === 'permanent' || person.status === 'highly-skilled-2') && endsOnBirthday(person) === false;
