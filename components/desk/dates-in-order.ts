/** The dates of a household in the order of the calendar. */
import { compareText } from '../../lib/compare-text.ts';
import type { DateView, DayText, View } from '../ui/view.ts';

export type Entry =
  | { kind: 'due'; day: string; date: DateView }
  /** from this day on it can be done */
  | { kind: 'opens'; day: string; date: DateView }
  | { kind: 'today'; day: string };
export type Month = { month: DayText; entries: readonly Entry[] };

/** A date that passed longer ago than this needs nobody any more. */
const OLD_AFTER_DAYS = 60;

/** Answered, or so long past that it is out of the way; both are kept. */
export const isSettled = ({ daysLeft, settled }: DateView): boolean => settled || daysLeft < -OLD_AFTER_DAYS;

/** The day on which the person said that it is done, or not theirs. */
const answeredOn = ({ done, notMine }: DateView): string | undefined => (done ?? notMine)?.day;

/** Of one day: today begins it, what opens comes before what ends. */
const ORDER = ['today', 'opens', 'due'] as const;

/**
 * Month by month: each date on the day we name for it, once more on the day it opens where that lies ahead, and today
 * between what is late and what is to come. Of several on one day the order of `dates` holds. Months in which nothing
 * is are left out.
 */
export function timelineOf(dates: readonly DateView[], today: View['today']): Month[] {
  const placed: { entry: Entry; month: DayText }[] = [
    { entry: { kind: 'today', day: today.day }, month: today.month },
    ...dates.flatMap((date) => {
      const { opens, open, target, month } = date;
      const due = { entry: { kind: 'due', day: target.day, date } as const, month };
      return opens === null || open
        ? [due]
        : [{ entry: { kind: 'opens', day: opens.day, date } as const, month: opens.month }, due];
    }),
  ];
  placed.sort(
    ({ entry: a }, { entry: b }) => compareText(a.day, b.day) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
  return [...Map.groupBy(placed, ({ month }) => month.day).values()].map((of) => ({
    month: of[0]!.month,
    entries: of.map(({ entry }) => entry),
  }));
}

/** What was done or put aside, the newest answer first, and below it what is long past, the newest first. */
export const settledOf = (dates: readonly DateView[]): DateView[] =>
  dates
    .filter(isSettled)
    .toSorted(
      (a, b) =>
        Number(!a.settled) - Number(!b.settled) ||
        compareText(answeredOn(b) ?? b.last.day, answeredOn(a) ?? a.last.day),
    );
