import { addDays } from '../dates/arithmetic.ts';
import type { Rule } from './deadline.ts';
import { deadlineOf, happened, happenedSince } from './notice.ts';
import { numberOn } from './numbers.ts';

const LIMIT = 'change-14-days';

/**
 * A changed name, birth date or sex on the My Number Card (券面記載事項変更), at city hall and apart from immigration. A
 * card that was made since carries the new details.
 * Rule: data/facts/change-14-days.yaml
 */
export const cardDetails: Rule = (input) =>
  happened(input.events, 'details-changed').flatMap(({ event: { on } }) => {
    const days = numberOn(input.facts, LIMIT, on);
    if (days === null || happenedSince(input.events, ['card-issued'], on)) return [];
    return deadlineOf(input, {
      kind: 'card-details',
      basis: on,
      opens: on,
      last: addDays(on, days),
      facts: [LIMIT],
    });
  });
