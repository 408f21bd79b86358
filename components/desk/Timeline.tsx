import type { Ref, VNode } from 'preact';
import { useText } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { useDateTitle } from '../ui/use-date-title.ts';
import type { DateView, View } from '../ui/view.ts';
import { timelineOf } from './dates-in-order.ts';

/** The dates by months, as a list under each; today stands among them. */
export function Timeline({
  dates,
  today,
  entry,
  mark,
}: {
  dates: readonly DateView[];
  today: View['today'];
  /** draws one date */
  entry: (date: DateView) => VNode;
  /** where today stands */
  mark: Ref<HTMLLIElement>;
}) {
  return (
    <div class="timeline">
      {timelineOf(dates, today).map(({ month, entries }) => (
        <section key={month.day} aria-labelledby={`month-${month.day}`}>
          <h2 id={`month-${month.day}`}>
            <time dateTime={month.day}>
              <Line text={month.text} />
            </time>
          </h2>
          <ol class="months">
            {entries.map((one) =>
              one.kind === 'today' ? (
                <li key="today" class="now" aria-current="date" ref={mark} tabIndex={-1}>
                  <Say k="today-is" date={today.text} />
                </li>
              ) : (
                <li key={`${one.kind} ${one.date.id}`} class={one.kind}>
                  {one.kind === 'due' ? entry(one.date) : <Opens date={one.date} />}
                </li>
              ),
            )}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** From when on something can be done that stands further down. */
function Opens({ date }: { date: DateView }) {
  const { t } = useText();
  const title = useDateTitle()(date);
  return (
    <p>
      <time dateTime={date.opens?.day}>
        <Line text={t('opens-on', { date: date.opens?.text ?? '' })} />
      </time>{' '}
      <a href={`#dates?show=${encodeURIComponent(date.id)}`}>
        <Line text={title} />
      </a>
    </p>
  );
}
