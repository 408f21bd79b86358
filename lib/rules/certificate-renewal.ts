import { cardOf } from './card-dates.ts';
import type { Rule } from './deadline.ts';
import { citedOn, ending } from './last-day.ts';
import { numberOn } from './numbers.ts';
import { renewalOpens } from './renewal-window.ts';

const WINDOW = 'cert-renewal-window';

/**
 * Renewing the certificates (電子証明書の更新), by the last day that was typed or, without one, counted from the making
 * of the card. A certificate never outlives its card: a later day contradicts the card, and the card's day is taken.
 */
export const certificateRenewal: Rule = (input) => {
  const { person, facts } = input;
  const { end: card, certificate } = cardOf(input);
  if (certificate === null) return [];
  const contradicts = card !== null && card.last < certificate.last;
  const last = contradicts ? card.last : certificate.last;
  const basis = contradicts ? last : certificate.basis;
  const months = numberOn(facts, WINDOW, last);
  const missing = contradicts ? [...new Set([...certificate.missing, 'certificate', 'card'])] : certificate.missing;
  return [
    {
      id: `${person.id}/certificate-renewal/${basis}`,
      kind: 'certificate-renewal',
      person: person.id,
      opens: months === null ? null : renewalOpens(last, months),
      ...ending(last),
      otherwise: contradicts ? [] : certificate.otherwise,
      certainty: contradicts || months === null ? 'cautious' : certificate.certainty,
      missing,
      facts: citedOn(
        facts,
        [WINDOW, 'cert-after-expiry', ...certificate.facts, ...(card?.facts ?? []), 'counting-rules'],
        last,
        basis,
      ),
    },
  ];
};
