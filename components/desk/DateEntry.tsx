import { useLayoutEffect, useRef } from 'preact/hooks';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { useText } from '../text.tsx';
import { DateFrame } from '../ui/DateFrame.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { NotePageLink } from '../ui/NotePageLink.tsx';
import { useDateTitle } from '../ui/use-date-title.ts';
import { useList } from '../ui/use-list.ts';
import type { DateView, NoticeView } from '../ui/view.ts';
import { DateAnswers, DateTools, type DatesCallbacks } from './DateActions.tsx';
import { DateWhy, type WhyProps } from './DateWhy.tsx';
import { RemindWhen } from './RemindWhen.tsx';

type Props = Omit<WhyProps, 'on'> & {
  /** waits for an answer */
  notice: NoticeView | undefined;
  /** one was led to it: it opens, and gets the focus */
  shown: boolean;
  /** what it rests on was changed here: it stays open, wherever it went */
  followed: boolean;
  on: DatesCallbacks & WhyProps['on'];
};

/** The id of its heading in the page. */
export const headingOf = ({ id }: Pick<DateView, 'id'>): string => `date-${id.replaceAll('/', '-')}`;

/** One date: what, until when and since when; opened also what follows, why, and what can be done about it. */
export function DateEntry({ date, notice, shown, followed, on, ...why }: Props) {
  const { t } = useText();
  const top = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!shown) return;
    top.current?.focus();
    top.current?.scrollIntoView({ block: 'center' });
  }, [shown]);
  const title = useDateTitle()(date);
  const heading = headingOf(date);
  const { settled } = date;
  const { view } = why;
  // What waits for an answer shows its answers; all else is a click away, so that the list stays a list.
  const waits = notice !== undefined || settled;
  const answers = <DateAnswers date={date} today={view.today.day} notice={notice} title={title} on={on} />;
  return (
    <article class={`date-detail${settled ? ' done' : ''}${shown ? ' shown' : ''}`} aria-labelledby={heading}>
      <DateFrame
        date={date}
        title={
          <>
            <h3 id={heading} ref={top} tabIndex={-1}>
              <Line text={title} />
            </h3>{' '}
            {notice && (
              <span class="tag near">
                <Say k="needs-you" />
              </span>
            )}
          </>
        }
        beside={!settled && <Around date={date} />}
      >
        {date.done !== null && (
          <p class="ok">
            <span aria-hidden="true">✓ </span>
            <Line text={t('done-on', { date: date.done.text })} />
          </p>
        )}
        {date.notMine !== null && (
          <p>
            <Line text={t('remind.not-mine-on', { date: date.notMine.text })} />
          </p>
        )}
        {date.later !== null && !settled && (
          <p class="hint">
            <Line text={t('later-until', { date: date.later })} />
          </p>
        )}
      </DateFrame>
      {waits && answers}
      <details open={shown || followed}>
        <summary>
          <Say k="date-details" />
          <span class="hidden">: {withoutFurigana(title)}</span>
        </summary>
        <Days date={date} />
        {!waits && answers}
        {!settled && <DateTools date={date} title={title} on={on} />}
        {!settled && <RemindWhen kind={date.kind} title={title} next={date.nextNotice} view={view} on={on} />}
        <DateWhy date={date} on={on} {...why} />
      </details>
    </article>
  );
}

/**
 * What stands around the day we name: the window, the last day by law where an earlier one is advised, and our doubts.
 */
function Around({ date }: { date: DateView }) {
  const { t } = useText();
  const states = [
    ...(date.opens && date.open && !date.past ? ['open-now'] : []),
    ...(date.certainty === 'cautious' ? ['not-sure'] : []),
    ...(date.muted || date.silent ? ['notices-off'] : []),
  ];
  return (
    <>
      {states.map((state) => (
        <span key={state} class={state === 'open-now' ? 'ok' : undefined}>
          {' · '}
          <Say k={state} />
        </span>
      ))}
      {date.target.day !== date.last.day && (
        <span class="around">
          <Line text={t('last-is', { date: date.last.text })} />
        </span>
      )}
      {date.opens && !date.open && (
        <span class="around">
          <Line text={t('opens-is', { date: date.opens.text })} />
        </span>
      )}
    </>
  );
}

/** The days around a date, and what follows if it is missed. */
function Days({ date }: { date: DateView }) {
  const { t } = useText();
  const list = useList();
  return (
    <dl class="facts">
      {date.opens && (
        <div>
          <dt>
            <Say k="opens" />
          </dt>
          <dd>
            <Line text={date.opens.text} />
          </dd>
        </div>
      )}
      {date.advised && (
        <div>
          <dt>
            <Say k="advised" />
          </dt>
          <dd>
            <Line text={date.advised.text} />
            <small>
              <Say k={date.advised.closed ? 'advised-why' : 'advised-before'} />
            </small>
          </dd>
        </div>
      )}
      <div>
        <dt>
          <Say k="last" />
        </dt>
        <dd>
          <Line text={date.last.text} />
          {date.movedTo && (
            <small>
              <Line text={t('moved-to', { date: date.movedTo.text })} />
            </small>
          )}
          {date.otherwise.length > 0 && (
            <small>
              <Line text={t('otherwise', { dates: list(date.otherwise.map(({ text }) => text)) })} />
            </small>
          )}
        </dd>
      </div>
      <div class="wide">
        <dt>
          <Line text={t('follows', { date: date.follows.text })} />
        </dt>
        <dd>
          <Line text={t(`follows-${date.kind}`)} />
        </dd>
      </div>
      {date.note?.page && (
        <div class="wide">
          <dt>
            <Say k="event-page" />
          </dt>
          <dd>
            <NotePageLink page={date.note.page} />
          </dd>
        </div>
      )}
    </dl>
  );
}
