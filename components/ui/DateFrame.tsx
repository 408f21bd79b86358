import type { ComponentChildren } from 'preact';
import { useText } from '../text.tsx';
import { DayTile } from './DayTile.tsx';
import { Line } from './Line.tsx';
import type { DateView } from './view.ts';

/** What every row about a date has: how many days, what, and until when. Below stands what its list adds. */
export function DateFrame({
  date,
  title,
  beside,
  children,
}: {
  date: Pick<DateView, 'daysLeft' | 'past' | 'target'>;
  /** what has to be done, as a heading where the list has headings */
  title: ComponentChildren;
  /** goes on in the line of the day */
  beside?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { t } = useText();
  return (
    <>
      <DayTile days={date.daysLeft} />
      <div>
        {title}
        <small>
          <time dateTime={date.target.day}>
            <Line text={t(date.past ? 'was' : 'by', { date: date.target.text })} />
          </time>
          {beside}
        </small>
        {children}
      </div>
    </>
  );
}
