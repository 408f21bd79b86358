import { addDays, sameDayMonths } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';

/**
 * The first day on which a certificate or a card can be renewed.
 *
 * Offices want *less* than `months` to remain, so the window opens the day after that date; many leaflets are one
 * day early. A day the month does not have is clamped first: expiry on 31 May opens on 1 March.
 * Rule: data/facts/cert-renewal-window.yaml, data/facts/card-renewal-window.yaml
 *
 * @param expiry last usable day, as printed; that day still counts
 */
export const renewalOpens = (expiry: CivilDate, months: number): CivilDate =>
  addDays(sameDayMonths(expiry, -months), 1);
