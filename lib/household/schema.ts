/**
 * What the person told us, in today's shape. Stored on this device only; never a My Number, a card number or
 * where they live. A new version is a new schema, a step in `upgradeHousehold` and examples in
 * `tests/fixtures/household/`.
 */
import { CivilDate } from '../dates/civil-date.ts';
import { SITUATIONS, STATUSES } from '../knowledge/vocabulary.ts';
import { z } from '../zod.ts';
import { NotePage, NoteText } from './note.ts';

/** A day that a living person's papers can carry: rules count some years on from it, and years end at 9999. */
const LifeDay = CivilDate.check(
  z.refine((day) => day >= '1868-01-01' && day <= '2199-12-31', 'a day from 1868-01-01 to 2199-12-31'),
);
const Day = z.nullable(LifeDay);
const PersonId = z.string().check(z.regex(/^p\d+$/));

export const Person = z.strictObject({
  id: PersonId,
  /** What this person is called here; empty: "you". */
  nickname: z.string().check(z.maxLength(30)),
  /** null: not said. */
  status: z.nullable(z.enum(STATUSES)),
  situations: z.array(z.enum(SITUATIONS)),
  /** Dates that are printed on something the person holds; they win over whatever a rule works out. */
  dates: z.strictObject({
    birth: Day,
    /** Printed on the My Number Card; its last usable day. */
    card: Day,
    /** Printed on the card or said by the counter; the earlier one of the two certificates. */
    certificate: Day,
    /** Last day of the period of stay, printed on the residence card. */
    stay: Day,
    /** Last day of the residence card or special permanent resident certificate itself, where the stay has no end. */
    residenceCard: Day,
    /** Last day of the driving licence. */
    licence: Day,
  }),
});
export type Person = z.infer<typeof Person>;
export type DateField = keyof Person['dates'];

/** `on`: the day in Japan on which it happened, or will. */
const event = <K extends string, S extends z.core.$ZodShape>(kind: K, more: S) =>
  z.strictObject({
    id: z.string().check(z.regex(/^e\d+$/)),
    person: PersonId,
    on: LifeDay,
    kind: z.literal(kind),
    ...more,
  });

export const Event = z.discriminatedUnion('kind', [
  /**
   * A My Number Card was made (not collected) on `on`. `applied`: the order was received; `renews`: the end of the card
   * it replaced, if ordered inside its window.
   */
  event('card-issued', { applied: Day, renews: Day }),
  /** The loss was reported on `on`. */
  event('card-lost', {}),
  /**
   * New certificates were written on the card at the counter. `renews`: the last day of those they replaced; null where
   * these had ended.
   */
  event('certificates-issued', { renews: Day }),
  /**
   * An extension or change of the stay was applied for and is not decided; `permanentOnly`: an application for
   * permanent residence alone, which keeps no stay alive.
   */
  event('stay-applied', { permanentOnly: z.boolean() }),
  /** The new residence card was received on `on`; the stay now ends on `until`. */
  event('stay-extended', { until: LifeDay }),
  /** The counter gave the card its one special extension, on `on`. */
  event('special-extension', {}),
  /** Permanent residence, highly skilled (ii) or nationality was granted. */
  event('status-granted', { status: z.enum(['permanent', 'highly-skilled-2', 'national']) }),
  /** A move that lies ahead: the day on which the person will begin to live at the new address. */
  event('moving', { to: z.enum(['other-municipality', 'same-municipality', 'abroad']) }),
  /**
   * The person began to live at the new address. `planned`: the day named when moving out; `withCard`: moved out
   * without the paper.
   */
  event('moved', {
    from: z.enum(['other-municipality', 'same-municipality', 'abroad']),
    planned: Day,
    withCard: z.boolean(),
  }),
  /** The moving-in notice was filed on `on`; the card was not changed yet. */
  event('move-filed', {}),
  /** Departure from Japan. `moveOut`: with a moving-out notice; `returns`: how the person means to come back. */
  event('leaving-japan', {
    moveOut: z.boolean(),
    returns: z.enum(['special-re-entry', 're-entry-permit', 'no']),
    taxAgent: z.boolean(),
  }),
  /** This person was born, in Japan. `foreignParents`: neither parent is Japanese. */
  event('born', { foreignParents: z.boolean(), specialPermanentParent: z.boolean() }),
  /** Last day of employment; cover by the company's insurance ends with it. */
  event('job-left', { insured: z.boolean() }),
  event('job-started', { insured: z.boolean() }),
  /** Left, entered or changed a school on which the status of residence rests. */
  event('school-changed', {}),
  /** Divorce from or death of the spouse on whom the status of residence rests. */
  event('spouse-changed', {}),
  /** Name, birth date, sex or nationality changed. */
  event('details-changed', {}),
  /** The loss of the residence card was noticed on `on` (abroad: the day of return). */
  event('residence-card-lost', {}),
  /** A residence card for a stay without end was made on `on`. */
  event('residence-card-issued', {}),
  /**
   * A specified residence card (特定在留カード: residence card and My Number Card in one) was asked for. `renews`: the last
   * day of the residence card whose validity is renewed with it; null where it came with another procedure.
   */
  event('specified-card-applied', { renews: Day }),
  /** The specified residence card was handed over; the separate My Number Card ended on that day. */
  event('specified-card-received', {}),
  /** A furusato donation with the one-stop form. */
  event('donated', {}),
  /** Income of the year of `on` that needs a return; `business`: liable to consumption tax. */
  event('income', { business: z.boolean() }),
  /** A date of the person's own, `on` its last day. `page`: the page it stands on; null where it was typed. */
  event('noted', { text: NoteText, page: z.nullable(NotePage) }),
]);
export type Event = z.infer<typeof Event>;

export const Household = z.strictObject({
  version: z.literal(2),
  people: z.array(Person),
  events: z.array(Event),
});
export type Household = z.infer<typeof Household>;

/** A household about which nothing is known yet: one person, "you". */
export const emptyPerson = (id: string): Person => ({
  id,
  nickname: '',
  status: null,
  situations: [],
  dates: { birth: null, card: null, certificate: null, stay: null, residenceCard: null, licence: null },
});
export const EMPTY_HOUSEHOLD: Household = { version: 2, people: [emptyPerson('p1')], events: [] };
