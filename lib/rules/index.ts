import { compareText } from '../compare-text.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Household, Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { DEADLINE_KINDS } from '../knowledge/vocabulary.ts';
import { birthRegistration, childAllowance, newbornRecord, newbornStatus } from './birth.ts';
import { cardRenewal } from './card-renewal.ts';
import { certificateRenewal } from './certificate-renewal.ts';
import type { Deadline, Rule, RuleInput } from './deadline.ts';
import { cardDetails } from './details.ts';
import { healthInsuranceContinue, healthInsuranceJoin, healthInsuranceLeave } from './health-insurance.ts';
import { immigrationEmployer, immigrationSpouse, residenceCardDetails, residenceCardLost } from './immigration.ts';
import { insuranceGrace } from './insurance-grace.ts';
import { licenceRenewal } from './licence.ts';
import { cardExtension, stayRenewal, staySpecialEnd } from './limited-stay.ts';
import { cardExpress } from './express-issue.ts';
import { cardContinuation, moveIn, moveOut, moveSpecialLimit } from './moving.ts';
import { cardReturnedAbroad, overseasUse, reEntry } from './overseas.ts';
import { ownDate } from './own-date.ts';
import { pensionJoin, pensionPayment } from './pension.ts';
import { PROCEDURE_OF } from './procedure-of.ts';
import { residenceCardRenewal } from './residence-card.ts';
import { restsOn, type Told } from './rests-on.ts';
import { cardSpecialExtension } from './special-extension.ts';
import { specifiedCardBridge, specifiedCardRenewal } from './specified-card.ts';
import { consumptionTax, furusatoOnestop, taxBeforeLeaving, taxReturn } from './tax.ts';

/** One line per rule of law. A rule gives nothing for a person whom it does not concern. */
const RULES: readonly Rule[] = [
  birthRegistration,
  newbornStatus,
  newbornRecord,
  childAllowance,
  moveOut,
  moveIn,
  moveSpecialLimit,
  cardContinuation,
  overseasUse,
  cardReturnedAbroad,
  reEntry,
  healthInsuranceJoin,
  healthInsuranceLeave,
  healthInsuranceContinue,
  pensionJoin,
  pensionPayment,
  immigrationEmployer,
  immigrationSpouse,
  residenceCardLost,
  residenceCardDetails,
  residenceCardRenewal,
  specifiedCardRenewal,
  specifiedCardBridge,
  stayRenewal,
  staySpecialEnd,
  cardSpecialExtension,
  cardExtension,
  cardDetails,
  cardRenewal,
  certificateRenewal,
  insuranceGrace,
  cardExpress,
  taxReturn,
  consumptionTax,
  taxBeforeLeaving,
  furusatoOnestop,
  licenceRenewal,
  ownDate,
];

/**
 * Every deadline that follows from what a household told us, the next last day first and, on one day, what must be
 * done before the other; past ones are among them. Pure: the same household, facts and day give the same answer on
 * every device, in whatever order people and events were entered. `today` is a day in Japan.
 */
export function deadlinesOf(household: Household, facts: FactRecords, today: CivilDate): Deadline[] {
  return household.people
    .flatMap((person) => {
      const input = inputFor(person, household, facts, today);
      return RULES.flatMap((rule) => rule(input)); // one input for all: what they share is worked out once
    })
    .map((found) => ({ ...found, procedure: PROCEDURE_OF[found.kind] }))
    .toSorted((a, b) => compareText(a.last, b.last) || place(a) - place(b) || compareText(a.id, b.id));
}

/**
 * What the household told us that a deadline of it rests on. Pure, and of some cost (every rule once, and one for each
 * thing the person told): ask it for what is shown. Empty for a deadline that does not follow (any more).
 */
export function toldBehind(
  deadline: Pick<Deadline, 'id' | 'person'>,
  household: Household,
  facts: FactRecords,
  today: CivilDate,
): Told[] {
  const person = household.people.find(({ id }) => id === deadline.person);
  return person ? restsOn(RULES, inputFor(person, household, facts, today), deadline) : [];
}

const inputFor = (person: Person, { events }: Household, facts: FactRecords, today: CivilDate): RuleInput => ({
  person,
  events: events.filter((event) => event.person === person.id),
  facts,
  today,
});

const place = ({ kind }: Deadline): number => DEADLINE_KINDS.indexOf(kind);
