/**
 * What is told to immigration and not to city hall, each so many days after the event, which is not counted.
 * Rules: data/facts/immigration-notification-14-days.yaml, residence-card-lost-14-days.yaml,
 * residence-card-details-14-days.yaml
 */
import { addDays } from '../dates/arithmetic.ts';
import type { Event, Person } from '../household/schema.ts';
import type { DeadlineKind, EventKind } from '../knowledge/vocabulary.ts';
import type { Rule, RuleInput } from './deadline.ts';
import { deadlineOf, happened, happenedSince, onePerId } from './notice.ts';
import { numberOn } from './numbers.ts';
import { hasLimitedStay, personOn } from './present.ts';
import { carriesSpecifiedCard, SPECIFIED_CARD_START } from './specified-card-validity.ts';

type How = {
  kind: DeadlineKind;
  events: readonly EventKind[];
  limit: string;
  /** whether the notice concerns the person, as they were on the day of the event */
  concerns: (person: Person, event: Event, input: RuleInput) => boolean;
  /** events that show that it was filed */
  settledBy?: readonly EventKind[];
  cautious?: boolean;
};

/** One notice for each day with such an event. */
const notices =
  ({ kind, events, limit, concerns, settledBy = [], cautious = false }: How): Rule =>
  (input) =>
    onePerId(
      events
        .flatMap((each) => happened(input.events, each))
        .flatMap(({ event }) => {
          const { on } = event;
          const person = personOn(input, on);
          const days = numberOn(input.facts, limit, on);
          if (days === null || !concerns(person, event, input) || happenedSince(input.events, settledBy, on)) return [];
          return deadlineOf(input, {
            kind,
            basis: on,
            opens: on,
            last: addDays(on, days),
            missing: person.status === null ? ['status'] : [],
            cautious,
            // The lost card was a residence card as well only since there are such cards.
            facts: [limit, ...(event.kind === 'card-lost' ? [SPECIFIED_CARD_START] : [])],
          });
        }),
    );

/**
 * Leaving, joining or changing an employer or a school (所属機関に関する届出). Only some limited stays ask for it, and which
 * one a person has is not asked, so it is never sure.
 */
export const immigrationEmployer: Rule = notices({
  kind: 'immigration-employer',
  events: ['job-left', 'job-started', 'school-changed'],
  limit: 'immigration-notification-14-days',
  concerns: hasLimitedStay,
  cautious: true,
});

/** Divorce from, or death of, the spouse on whom a limited stay rests (配偶者に関する届出). */
export const immigrationSpouse: Rule = notices({
  kind: 'immigration-spouse',
  events: ['spouse-changed'],
  limit: 'immigration-notification-14-days',
  concerns: hasLimitedStay,
});

/** Special permanent residents carry another certificate than a residence card, and it is the municipality's. */
const hasOtherPapers = ({ status }: Person): boolean => status === 'national' || status === 'special-permanent';

const NEW_CARD: readonly EventKind[] = ['residence-card-issued', 'stay-extended', 'specified-card-received'];

/**
 * A lost residence card: counted from noticing it, or from the return where it was lost abroad. A specified residence
 * card is one, so the loss of the My Number Card on it is the loss of both.
 */
export const residenceCardLost: Rule = notices({
  kind: 'residence-card-lost',
  events: ['residence-card-lost', 'card-lost'],
  limit: 'residence-card-lost-14-days',
  concerns: (person, { kind, on }, { events, facts }) =>
    !hasOtherPapers(person) && (kind === 'residence-card-lost' || carriesSpecifiedCard(events, on, facts)),
  settledBy: NEW_CARD,
});

/**
 * A changed name, birth date, sex or nationality. An address goes to city hall instead. Nothing for a person of whom
 * neither a status nor a date on a residence card was told: most of them have none.
 */
export const residenceCardDetails: Rule = notices({
  kind: 'residence-card-details',
  events: ['details-changed'],
  limit: 'residence-card-details-14-days',
  concerns: (person) =>
    person.status === null ? hasLimitedStay(person) || person.dates.residenceCard !== null : !hasOtherPapers(person),
  settledBy: NEW_CARD,
});
