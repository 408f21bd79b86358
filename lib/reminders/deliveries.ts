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

const notices = z.record(z.string(), Delivery);
const days = z.record(z.string(), CivilDate);

/** As it was stored before a date could be put aside as somebody else's. */
const DeliveriesV1 = z.strictObject({
  version: z.literal(1),
  notices,
  done: days,
  later: days,
  muted: z.array(z.string()),
  seen: z.nullable(CivilDate),
});

export const Deliveries = z.strictObject({
  version: z.literal(2),
  /** notice id (`deadline id` + `#` + rung) → delivery */
  notices,
  /** deadline id → the day it was marked as done */
  done: days,
  /** deadline id → the day on which the person said that it does not concern them */
  notMine: days,
  /** deadline id → not before this day */
  later: days,
  /** deadline ids that this person wants no notice for */
  muted: z.array(z.string()),
  /**
   * The latest day on which we ran; a clock that went back or leapt is told from it. After a clock that ran ahead was
   * put right: the day from which it is trusted again.
   */
  seen: z.nullable(CivilDate),
});
export type Deliveries = z.infer<typeof Deliveries>;
export const EMPTY_DELIVERIES: Deliveries = {
  version: 2,
  notices: {},
  done: {},
  notMine: {},
  later: {},
  muted: [],
  seen: null,
};

/** What was stored, in today's shape. Pure; throws on a shape that no version of ours wrote. */
export function upgradeDeliveries(stored: unknown): Deliveries {
  const v1 = DeliveriesV1.safeParse(stored);
  return v1.success ? { ...v1.data, version: 2, notMine: {} } : Deliveries.parse(stored);
}
