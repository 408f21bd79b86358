/**
 * What was delivered, and what the person answered. Stored; together with household, facts and a moment it
 * decides every notice.
 */
import { z } from '../zod.ts';
import { CivilDate } from '../dates/civil-date.ts';

/** One notice that fell due. Written before it is shown: a death in between shows the same notice again. */
export const Delivery = z.strictObject({
  deadline: z.string(),
  /** which rung of the ladder, for example `d30` */
  rung: z.string(),
  /** the day in Japan on which it fell due; for one that was missed, the day of the one that stands for it */
  due: CivilDate,
  /** id of the browser notification that carries it; several on one day may share one */
  notification: z.string(),
  shown: z.boolean(),
  /** the person has seen it, or a newer one came in its place unseen: not counted as open */
  acknowledged: z.boolean(),
});
export type Delivery = z.infer<typeof Delivery>;

export const Deliveries = z.strictObject({
  version: z.literal(1),
  /** notice id (`deadline id` + `#` + rung) → delivery */
  notices: z.record(z.string(), Delivery),
  /** deadline id → the day it was marked as done */
  done: z.record(z.string(), CivilDate),
  /** deadline id → not before this day */
  later: z.record(z.string(), CivilDate),
  /** deadline ids that this person wants no notice for */
  muted: z.array(z.string()),
  /**
   * The latest day on which we ran; a clock that went back or leapt is told from it. After a clock that ran ahead was
   * put right: the day from which it is trusted again.
   */
  seen: z.nullable(CivilDate),
});
export type Deliveries = z.infer<typeof Deliveries>;
export const EMPTY_DELIVERIES: Deliveries = { version: 1, notices: {}, done: {}, later: {}, muted: [], seen: null };
