/**
 * What the person answers to a notice, as pure changes of the deliveries. Each gives the same object back when
 * nothing changes. `reconcile` does the rest: it closes, hides and shows again.
 */
import type { CivilDate } from '../dates/civil-date.ts';
import type { Deliveries, Delivery } from './deliveries.ts';
import type { Notice } from './reconcile.ts';

function changeNotices(deliveries: Deliveries, edit: (id: string, delivery: Delivery) => Delivery): Deliveries {
  const before = Object.entries(deliveries.notices);
  const after = before.map(([id, delivery]): [string, Delivery] => [id, edit(id, delivery)]);
  const same = after.every(([, delivery], i) => delivery === before[i]?.[1]);
  return same ? deliveries : { ...deliveries, notices: Object.fromEntries(after) };
}

const without = (record: Readonly<Record<string, CivilDate>>, id: string): Record<string, CivilDate> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));

/**
 * Notes that a notification is on the screen, for the deadlines that it speaks for: one of its id can have been made
 * for more, of which some are gone and may come back. Call it after showing, never before.
 */
export function markShown(deliveries: Deliveries, { id, deadlines }: Pick<Notice, 'id' | 'deadlines'>): Deliveries {
  const carried = new Set(deadlines.map((deadline) => deadline.id));
  return changeNotices(deliveries, (_id, delivery) =>
    delivery.notification === id && carried.has(delivery.deadline) && !delivery.shown
      ? { ...delivery, shown: true }
      : delivery,
  );
}

/**
 * The person has seen these notices: they no longer count as open, nor do earlier notices of the same deadlines.
 * Ids that are not there are passed over: the notice may belong to a date that was changed meanwhile.
 */
export function acknowledge(deliveries: Deliveries, noticeIds: readonly string[]): Deliveries {
  const until = new Map<string, CivilDate>();
  for (const id of noticeIds) {
    const seen = deliveries.notices[id];
    if (!seen) continue;
    const known = until.get(seen.deadline);
    if (known === undefined || known < seen.due) until.set(seen.deadline, seen.due);
  }
  return changeNotices(deliveries, (_id, delivery) => {
    const day = until.get(delivery.deadline);
    return day !== undefined && delivery.due <= day && !delivery.acknowledged
      ? { ...delivery, acknowledged: true }
      : delivery;
  });
}

/** This deadline is done with: no notice comes for it, and none of it is open. `day` is shown to the person. */
export const markDone = (deliveries: Deliveries, deadlineId: string, day: CivilDate): Deliveries =>
  deliveries.done[deadlineId] === undefined
    ? { ...deliveries, done: { ...deliveries.done, [deadlineId]: day } }
    : deliveries;

/** Takes 'done' back: what was open is open again, and what fell due meanwhile comes. */
export const undoDone = (deliveries: Deliveries, deadlineId: string): Deliveries =>
  deliveries.done[deadlineId] === undefined
    ? deliveries
    : { ...deliveries, done: without(deliveries.done, deadlineId) };

/** This deadline does not concern the person: as `markDone`, and it leaves the lists. `day` is shown to the person. */
export const markNotMine = (deliveries: Deliveries, deadlineId: string, day: CivilDate): Deliveries =>
  deliveries.notMine[deadlineId] === undefined
    ? { ...deliveries, notMine: { ...deliveries.notMine, [deadlineId]: day } }
    : deliveries;

/** Takes 'not mine' back, as `undoDone`. */
export const undoNotMine = (deliveries: Deliveries, deadlineId: string): Deliveries =>
  deliveries.notMine[deadlineId] === undefined
    ? deliveries
    : { ...deliveries, notMine: without(deliveries.notMine, deadlineId) };

/** Hides a deadline's notices until a day; on that day the newest one that is due comes again. */
export const postpone = (deliveries: Deliveries, deadlineId: string, untilDay: CivilDate): Deliveries =>
  deliveries.later[deadlineId] === untilDay
    ? deliveries
    : { ...deliveries, later: { ...deliveries.later, [deadlineId]: untilDay } };

/** 'Remind me' and its opposite. Whoever asks for a reminder of a date that they had put aside wants it back. */
export const setReminding = (deliveries: Deliveries, deadlineId: string, on: boolean): Deliveries =>
  setMuted(on ? undoNotMine(deliveries, deadlineId) : deliveries, deadlineId, !on);

/** Whether this person wants no notices for a deadline. Its dates stay in every list. */
export function setMuted(deliveries: Deliveries, deadlineId: string, on: boolean): Deliveries {
  if (deliveries.muted.includes(deadlineId) === on) return deliveries;
  const muted = on ? [...deliveries.muted, deadlineId] : deliveries.muted.filter((id) => id !== deadlineId);
  return { ...deliveries, muted };
}
