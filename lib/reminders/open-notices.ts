import { compareText } from '../compare-text.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Deadline } from '../rules/deadline.ts';
import type { Deliveries, Delivery } from './deliveries.ts';

/** What waits for an answer: one for each deadline, however many of its notices came. */
export type OpenNotice = {
  /** id of the deadline */
  deadline: string;
  /** rung of the newest notice */
  rung: string;
  /** the day on which it fell due */
  due: CivilDate;
  /** ids of all its unanswered notices, for `acknowledge` */
  notices: readonly string[];
  /** the notification that carries the newest */
  notification: string;
  /** whether that notification was on the screen */
  shown: boolean;
};

export type DeliveryEntry = readonly [id: string, delivery: Delivery];

/**
 * The deliveries of each deadline, the newest last. Of several that came as one, the one that stands for them is the
 * only one to be answered (see `reconcile`), so it is put last; the order of the store's keys means nothing, for
 * browsers sort them.
 */
export function byDeadline(deliveries: Deliveries): Map<string, DeliveryEntry[]> {
  const entries = Object.entries(deliveries.notices).toSorted(
    ([, a], [, b]) => compareText(a.due, b.due) || Number(b.acknowledged) - Number(a.acknowledged),
  );
  return Map.groupBy(entries, ([, { deadline }]) => deadline);
}

/** Whether the person said that they want no notice of this deadline, for good; of its kind, see `rungsOf`. */
export const isSilenced = (deliveries: Deliveries, deadlineId: string): boolean =>
  deliveries.done[deadlineId] !== undefined ||
  deliveries.notMine[deadlineId] !== undefined ||
  deliveries.muted.includes(deadlineId);

/**
 * Whether 'later' still holds, seen from what was delivered: a notice that came on or after that day ends it. So
 * nothing has to be taken out of the store when the day comes, and a clock that runs ahead and is put right finds it
 * again.
 */
export function isPostponed(deliveries: Deliveries, deadlineId: string, newest: Delivery | undefined): boolean {
  const until = deliveries.later[deadlineId];
  return until !== undefined && (newest === undefined || newest.due < until);
}

/**
 * The open notices of these deadlines, in the order of the deadlines: what the badge counts and the popup lists. A
 * notice is open from the moment it is stored until it is acknowledged, also when its notification was never seen.
 */
export function openNotices(deliveries: Deliveries, deadlines: readonly Deadline[]): OpenNotice[] {
  const delivered = byDeadline(deliveries);
  return deadlines.flatMap(({ id }): OpenNotice[] => {
    const entries = delivered.get(id) ?? [];
    const newest = entries.at(-1)?.[1];
    if (!newest || newest.acknowledged || isSilenced(deliveries, id) || isPostponed(deliveries, id, newest)) return [];
    const unanswered = entries.filter(([, { acknowledged }]) => !acknowledged);
    const { rung, due, notification, shown } = newest;
    return [{ deadline: id, rung, due, notices: unanswered.map(([key]) => key), notification, shown }];
  });
}
