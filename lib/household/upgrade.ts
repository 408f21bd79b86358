import { CivilDate } from '../dates/civil-date.ts';
import { SITUATIONS, STATUSES } from '../knowledge/vocabulary.ts';
import { z } from '../zod.ts';
import { type Event, Household } from './schema.ts';

const Day = z.nullable(CivilDate);

/** As it was stored before there were events. */
const HouseholdV1 = z.strictObject({
  version: z.literal(1),
  people: z.array(
    z.strictObject({
      id: z.string().check(z.regex(/^p\d+$/)),
      nickname: z.string().check(z.maxLength(30)),
      status: z.nullable(z.enum(STATUSES)),
      situations: z.array(z.enum(SITUATIONS)),
      dates: z.strictObject({ birth: Day, card: Day, certificate: Day, stay: Day, moved: Day }),
    }),
  ),
});

/** The day of a move becomes an event of that day, so that its deadline keeps its id and the person's answers. */
function fromV1({ people }: z.infer<typeof HouseholdV1>): Household {
  const moves = people.flatMap(({ id, dates: { moved } }) => (moved === null ? [] : [{ person: id, on: moved }]));
  return {
    version: 2,
    people: people.map((person) => {
      const { moved: _, ...dates } = person.dates;
      return { ...person, dates: { ...dates, residenceCard: null, licence: null } };
    }),
    events: moves.map((move, i): Event => ({
      id: `e${i + 1}`,
      ...move,
      kind: 'moved',
      // The commonest move, and the one whose notification was asked for.
      from: 'other-municipality',
      planned: null,
      withCard: false,
    })),
  };
}

/** Throws where an id is there twice or an event belongs to nobody: which of the two is meant cannot be told. */
function whole(household: Household): Household {
  const people = new Set<string>();
  for (const { id } of household.people) {
    if (people.has(id)) throw new RangeError(`There are two people "${id}"`);
    people.add(id);
  }
  const events = new Set<string>();
  for (const { id, person } of household.events) {
    if (events.has(id)) throw new RangeError(`There are two events "${id}"`);
    if (!people.has(person)) throw new RangeError(`The event "${id}" belongs to "${person}", who is not there`);
    events.add(id);
  }
  return household;
}

const isV1 = (stored: unknown): boolean =>
  typeof stored === 'object' && stored !== null && 'version' in stored && stored.version === 1;

/**
 * What was stored, in today's shape. Pure: reading and writing belong to the store. Throws on a shape that no
 * version of ours wrote, also on one from a newer version; the store then leaves it as it is.
 */
export const upgradeHousehold = (stored: unknown): Household =>
  whole(isV1(stored) ? fromV1(HouseholdV1.parse(stored)) : Household.parse(stored));
