/** How the person wants to be reminded, where they want something else than what we propose. */
import { DEADLINE_KINDS, type DeadlineKind } from '../knowledge/vocabulary.ts';
import { z } from '../zod.ts';

/** The days on which a deadline can speak up, in their order; see `ladders.ts`. Stored: never renamed. */
export const RUNG_IDS = [
  'opens',
  'd90',
  'd60',
  'd30',
  'd21',
  'd14',
  'd10',
  'd7',
  'd3',
  'd1',
  'advised',
  'last',
  'past',
] as const;
export type RungId = (typeof RUNG_IDS)[number];

/**
 * Notices come from the hour `from` on and before the hour `until`, in Japan. Morning and afternoon belong to every
 * choice, so that a notice of the last day comes while an office can still be reached.
 */
export const HOURS = { from: { first: 0, last: 12 }, until: { first: 13, last: 24 } } as const;
const hour = ({ first, last }: { first: number; last: number }) => z.int().check(z.minimum(first), z.maximum(last));
const Hours = z.strictObject({ from: hour(HOURS.from), until: hour(HOURS.until) });
export type Hours = z.infer<typeof Hours>;

export const Wishes = z.strictObject({
  version: z.literal(1),
  /** Kind of deadline → when it speaks; a kind that is not there speaks as we propose, an empty list never. */
  rungs: z.partialRecord(z.enum(DEADLINE_KINDS), z.array(z.enum(RUNG_IDS))),
  /** null: from the usual hour on, and at once for what was missed */
  hours: z.nullable(Hours),
  /** not on days on which offices are closed */
  openDays: z.boolean(),
  /** what shows on the screen by itself names no date */
  discreet: z.boolean(),
});
export type Wishes = z.infer<typeof Wishes>;
export const EMPTY_WISHES: Wishes = { version: 1, rungs: {}, hours: null, openDays: false, discreet: false };

/** A kind that was made silent speaks again as we propose; every other choice stays. */
export function withVoice(wishes: Wishes, kind: string | undefined): Wishes {
  const silent = DEADLINE_KINDS.find((known) => known === kind && wishes.rungs[known]?.length === 0);
  return silent === undefined ? wishes : setRungs(wishes, silent, null);
}

/** Sets when a kind of deadline speaks, in the order of `RUNG_IDS`; null: as we propose. */
export function setRungs(wishes: Wishes, kind: DeadlineKind, rungs: readonly RungId[] | null): Wishes {
  const { [kind]: _, ...others } = wishes.rungs;
  return {
    ...wishes,
    rungs: rungs === null ? others : { ...others, [kind]: RUNG_IDS.filter((id) => rungs.includes(id)) },
  };
}
