/** What is asked of a person: the dates and events that change an answer for them, and nothing else. */
import { addDays, sameDayMonths } from '../../lib/dates/arithmetic.ts';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import type { DateField, Event, Person } from '../../lib/household/schema.ts';
import { NOTE_MAX } from '../../lib/household/note.ts';
import { EVENT_KINDS, type DeadlineKind, type EventKind, type Status } from '../../lib/knowledge/vocabulary.ts';

const is = ({ status }: Person, ...of: readonly (Status | null)[]): boolean => of.includes(status);

/** When a date is asked for; one that was typed is always shown, or it could not be taken away. */
const ASKED: Readonly<Record<DateField, (person: Person) => boolean>> = {
  birth: () => true,
  card: () => true,
  certificate: () => true,
  stay: (person) => is(person, 'limited-stay', null),
  residenceCard: (person) => is(person, 'permanent', 'special-permanent', 'highly-skilled-2'),
  licence: ({ situations }) => situations.includes('driver'),
};
const FIELDS = Object.keys(ASKED) as DateField[];

/** The dates that are asked of this person, in the order of the form. */
export const dateFields = (person: Person): DateField[] =>
  FIELDS.filter((field) => person.dates[field] !== null || ASKED[field](person));

/** Lists of a child's events stay short: nobody is employed or files a return so young. Not a rule of law. */
const CHILD_YEARS = 15;
const isChild = ({ dates: { birth } }: Person, today: CivilDate): boolean =>
  birth !== null && sameDayMonths(birth, 12 * CHILD_YEARS) > today;
/** For so long a birth can still matter here. */
const NEWBORN_DAYS = 365;
const isNewborn = ({ dates: { birth } }: Person, today: CivilDate): boolean =>
  birth === null || addDays(birth, NEWBORN_DAYS) >= today;

const foreign = (person: Person): boolean => !is(person, 'national');
const limited = (person: Person): boolean => is(person, 'limited-stay', null);
const grown = (person: Person, today: CivilDate): boolean => !isChild(person, today);

const CONCERNS: Readonly<Record<EventKind, (person: Person, today: CivilDate) => boolean>> = {
  // Printed dates win over whatever the day of issue would give.
  'card-issued': ({ dates }) => dates.card === null || dates.certificate === null,
  'card-lost': () => true,
  'certificates-issued': () => true,
  'stay-applied': limited,
  'stay-extended': limited,
  'special-extension': limited,
  // Also for who has put the new status in already, and whose dates still tell of the old one.
  'status-granted': (person) => foreign(person) || person.dates.stay !== null || person.dates.residenceCard !== null,
  moving: () => true,
  moved: () => true,
  'move-filed': () => true,
  'leaving-japan': () => true,
  born: isNewborn,
  'job-left': grown,
  'job-started': grown,
  'school-changed': limited,
  'spouse-changed': (person, today) => limited(person) && grown(person, today),
  'details-changed': () => true,
  'residence-card-lost': foreign,
  'residence-card-issued': (person) => is(person, 'permanent', 'special-permanent', 'highly-skilled-2', null),
  // With another procedure at immigration or a new address, by who has a residence card.
  'specified-card-applied': foreign,
  'specified-card-received': foreign,
  donated: grown,
  income: grown,
  noted: () => true,
};

/** The kinds of events that can change an answer for this person, in the order of the list. */
export const eventKinds = (person: Person, today: CivilDate): EventKind[] =>
  EVENT_KINDS.filter((kind) => CONCERNS[kind](person, today));

/** What a kind of deadline is worked out from: what to ask a person who wants to be reminded of it. */
export const NEEDED: Readonly<Record<DeadlineKind, { dates: readonly DateField[]; event: EventKind | null }>> = {
  'birth-registration': { dates: [], event: 'born' },
  'newborn-status': { dates: [], event: 'born' },
  'newborn-record': { dates: [], event: 'born' },
  'child-allowance': { dates: [], event: 'born' },
  'move-out': { dates: [], event: 'moving' },
  'move-in': { dates: [], event: 'moved' },
  'move-special-limit': { dates: [], event: 'moved' },
  'card-continuation': { dates: [], event: 'move-filed' },
  'overseas-use': { dates: [], event: 'leaving-japan' },
  'card-returned-abroad': { dates: [], event: 'leaving-japan' },
  're-entry': { dates: ['stay'], event: 'leaving-japan' },
  'health-insurance-join': { dates: [], event: 'job-left' },
  'health-insurance-leave': { dates: [], event: 'job-started' },
  'health-insurance-continue': { dates: [], event: 'job-left' },
  'pension-join': { dates: ['birth'], event: 'job-left' },
  'pension-payment': { dates: ['birth'], event: 'job-left' },
  'immigration-employer': { dates: [], event: 'job-left' },
  'immigration-spouse': { dates: [], event: 'spouse-changed' },
  'residence-card-lost': { dates: [], event: 'residence-card-lost' },
  'residence-card-details': { dates: [], event: 'details-changed' },
  'residence-card-renewal': { dates: ['residenceCard', 'birth'], event: null },
  'specified-card-renewal': { dates: ['residenceCard', 'stay', 'birth'], event: 'specified-card-received' },
  'specified-card-bridge': { dates: [], event: 'specified-card-applied' },
  'stay-renewal': { dates: ['stay'], event: null },
  'stay-special-end': { dates: ['stay'], event: 'stay-applied' },
  'card-special-extension': { dates: ['card'], event: 'stay-applied' },
  'card-extension': { dates: ['card', 'stay'], event: null },
  'card-details': { dates: [], event: 'details-changed' },
  'card-renewal': { dates: ['card', 'birth'], event: null },
  'certificate-renewal': { dates: ['certificate', 'card'], event: null },
  'insurance-grace': { dates: ['certificate', 'card'], event: null },
  'card-express': { dates: [], event: 'card-lost' },
  'tax-return': { dates: [], event: 'income' },
  'consumption-tax': { dates: [], event: 'income' },
  'tax-before-leaving': { dates: [], event: 'leaving-japan' },
  'furusato-onestop': { dates: [], event: 'donated' },
  'licence-renewal': { dates: ['licence', 'birth'], event: null },
  'own-date': { dates: [], event: 'noted' },
};

/** The key of a date's name among the texts. */
export const dateKey = (field: DateField): string => (field === 'residenceCard' ? 'residence-card' : field);

type Values = Readonly<Record<string, unknown>>;
/**
 * What an event carries beside its day. `asked`: whether it changes an answer; what is not asked is "no" or "not
 * known".
 */
export type EventField = { name: string; key: string; asked?: (values: Values, person: Person) => boolean } & (
  | { type: 'day'; required: boolean }
  | { type: 'tick' }
  /** cannot be left out */
  | { type: 'text'; longest: number }
  /** shown and kept; nobody types an address */
  | { type: 'page' }
  | { type: 'choice'; options: readonly { value: string; key: string }[] }
);

const PLACES = (['other-municipality', 'same-municipality', 'abroad'] as const).map((value) => ({
  value,
  key: `place-${value}`,
}));
const fromAnotherTown = ({ from }: Values): boolean => from === 'other-municipality';

/** The form of each kind of event; `lib/household/schema.ts` says what the fields mean. */
export const EVENT_FIELDS: Readonly<Record<EventKind, readonly EventField[]>> = {
  'card-issued': [
    { name: 'applied', key: 'event-applied', type: 'day', required: false },
    { name: 'renews', key: 'event-renews', type: 'day', required: false },
  ],
  'card-lost': [],
  'certificates-issued': [{ name: 'renews', key: 'event-renews-certificates', type: 'day', required: false }],
  'stay-applied': [{ name: 'permanentOnly', key: 'event-permanent-only', type: 'tick' }],
  'stay-extended': [{ name: 'until', key: 'event-until', type: 'day', required: true }],
  'special-extension': [],
  'status-granted': [
    {
      name: 'status',
      key: 'event-status',
      type: 'choice',
      options: (['permanent', 'highly-skilled-2', 'national'] as const).map((value) => ({
        value,
        key: `status.${value}`,
      })),
    },
  ],
  moving: [{ name: 'to', key: 'event-to', type: 'choice', options: PLACES }],
  moved: [
    { name: 'from', key: 'event-from', type: 'choice', options: PLACES },
    { name: 'withCard', key: 'event-with-card', type: 'tick', asked: fromAnotherTown },
    { name: 'planned', key: 'event-planned', type: 'day', required: false, asked: fromAnotherTown },
  ],
  'move-filed': [],
  'leaving-japan': [
    { name: 'moveOut', key: 'event-move-out', type: 'tick' },
    {
      name: 'returns',
      key: 'event-returns',
      type: 'choice',
      options: (['special-re-entry', 're-entry-permit', 'no'] as const).map((value) => ({
        value,
        key: `returns-${value}`,
      })),
      asked: (_, person) => foreign(person),
    },
    { name: 'taxAgent', key: 'event-tax-agent', type: 'tick' },
  ],
  born: [
    { name: 'foreignParents', key: 'event-foreign-parents', type: 'tick' },
    {
      name: 'specialPermanentParent',
      key: 'event-special-permanent-parent',
      type: 'tick',
      asked: ({ foreignParents }) => foreignParents === true,
    },
  ],
  'job-left': [{ name: 'insured', key: 'event-insured', type: 'tick' }],
  'job-started': [{ name: 'insured', key: 'event-insured', type: 'tick' }],
  'school-changed': [],
  'spouse-changed': [],
  'details-changed': [],
  'residence-card-lost': [],
  'residence-card-issued': [],
  'specified-card-applied': [
    {
      name: 'renews',
      key: 'event-renews-residence-card',
      type: 'day',
      required: false,
      asked: (_, person) => !is(person, 'limited-stay'),
    },
  ],
  'specified-card-received': [],
  donated: [],
  income: [{ name: 'business', key: 'event-business', type: 'tick' }],
  noted: [
    { name: 'text', key: 'event-text', type: 'text', longest: NOTE_MAX },
    { name: 'page', key: 'event-page', type: 'page' },
  ],
};

const EMPTY = { tick: false, day: null, text: '', page: null } as const;

/**
 * What stands in the form of an event: what was said, and for the rest the first choice, "no" or no day. What is not
 * asked of this person says "no" (the last choice), so that nothing hidden changes an answer.
 */
export function eventValues(kind: EventKind, said: Values, person: Person): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of EVENT_FIELDS[kind]) {
    const asked = field.asked?.(values, person) ?? true;
    const before = asked ? said[field.name] : undefined;
    const empty =
      field.type === 'choice' ? (asked ? field.options[0] : field.options.at(-1))?.value : EMPTY[field.type];
    values[field.name] = before ?? empty;
  }
  return values;
}

/** The events of one person, the newest first. */
export const eventsOf = (events: readonly Event[], person: string): Event[] =>
  events
    .filter((event) => event.person === person)
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? 1 : -1));
