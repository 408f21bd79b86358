/**
 * What the person told us, in today's shape. Stored on this device only; never a My Number, a card number or
 * an address. A new version is a new schema here, a step in `upgradeHousehold` and an example in
 * `tests/fixtures/household/`.
 */
import { z } from '../zod.ts';
import { CivilDate } from '../dates/civil-date.ts';
import { SITUATIONS, STATUSES } from '../knowledge/vocabulary.ts';

const Day = z.nullable(CivilDate);

export const Person = z.strictObject({
  id: z.string().check(z.regex(/^p\d+$/)),
  /** What this person is called here; empty: "you". */
  nickname: z.string().check(z.maxLength(30)),
  /** null: not said. */
  status: z.nullable(z.enum(STATUSES)),
  situations: z.array(z.enum(SITUATIONS)),
  dates: z.strictObject({
    birth: Day,
    /** Printed on the card; its last usable day. */
    card: Day,
    /** Printed on the card or said by the counter; the earlier one of the two certificates. */
    certificate: Day,
    /** Last day of the period of stay, printed on the residence card. */
    stay: Day,
    /** The day the person began to live at the present address, if the office has not been told yet. */
    moved: Day,
  }),
});
export type Person = z.infer<typeof Person>;
export type DateField = keyof Person['dates'];

export const Household = z.strictObject({ version: z.literal(1), people: z.array(Person) });
export type Household = z.infer<typeof Household>;

/** A household about which nothing is known yet: one person, "you". */
export const emptyPerson = (id: string): Person => ({
  id,
  nickname: '',
  status: null,
  situations: [],
  dates: { birth: null, card: null, certificate: null, stay: null, moved: null },
});
export const EMPTY_HOUSEHOLD: Household = { version: 1, people: [emptyPerson('p1')] };
