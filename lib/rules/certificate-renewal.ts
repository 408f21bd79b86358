import { earlier } from '../dates/arithmetic.ts';
import { lastOpenDayOnOrBefore } from '../dates/open-days.ts';
import type { Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import type { Deadline } from './deadline.ts';
import { numberOn } from './numbers.ts';
import { renewalOpens } from './renewal-window.ts';

const WINDOW = 'cert-renewal-window';

/**
 * Renewing the certificates (電子証明書の更新), for everybody who typed their last day. A certificate never outlives its
 * card: a later day contradicts the card, and the card's day is taken.
 */
export function certificateRenewal({ id, dates }: Person, facts: FactRecords): Deadline[] {
  if (dates.certificate === null) return [];
  const contradicts = dates.card !== null && dates.card < dates.certificate;
  const last = dates.card === null ? dates.certificate : earlier(dates.card, dates.certificate);
  const months = numberOn(facts, WINDOW, last);
  return [
    {
      id: `${id}/certificate-renewal/${last}`,
      kind: 'certificate-renewal',
      person: id,
      procedure: 'cert-renew',
      opens: months === null ? null : renewalOpens(last, months),
      advised: lastOpenDayOnOrBefore(last),
      last,
      moved: null,
      certainty: contradicts || months === null ? 'cautious' : 'printed',
      missing: contradicts ? ['certificate', 'card'] : [],
      facts: [WINDOW, 'cert-after-expiry', 'counting-rules'],
    },
  ];
}
