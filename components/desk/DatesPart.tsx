import { useLayoutEffect, useRef } from 'preact/hooks';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import type { DeadlineKind } from '../../lib/knowledge/vocabulary.ts';
import { useText } from '../text.tsx';
import { NEEDED } from '../ui/asked.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { DayTile } from '../ui/DayTile.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { SourceList } from '../ui/SourceList.tsx';
import { LaterMenu } from '../ui/LaterMenu.tsx';
import { useDateTitle } from '../ui/use-date-title.ts';
import { useList } from '../ui/use-list.ts';
import type { DateView, NoticeCallbacks, NoticeView, View } from '../ui/view.ts';
import { BackupOffer, type BackupOfferCallbacks } from './BackupOffer.tsx';
import { EventForm } from './EventForm.tsx';
import type { HouseholdCallbacks } from './HouseholdPart.tsx';
import { NoticeWay, type NoticeWayCallbacks } from './NoticeWay.tsx';
import { PersonChoice } from './PeoplePart.tsx';
import { RemindWhen, type RemindWhenCallbacks } from './RemindWhen.tsx';

export type DatesCallbacks = NoticeCallbacks &
  NoticeWayCallbacks &
  RemindWhenCallbacks &
  BackupOfferCallbacks & {
    onNotDone: (deadline: string, title: string) => void;
    /** the date does not concern the person, or it does after all */
    onNotMine: (deadline: string, title: string, notMine: boolean) => void;
    onMute: (deadline: string, muted: boolean) => void;
    /** gives the person a calendar file with these dates */
    onCalendar: (deadlines: readonly string[]) => void;
    /** opens the sheet for the counter */
    onSheet: (deadline: string) => void;
  };

/** A date that passed longer ago than this needs nobody any more. */
const OLD_AFTER_DAYS = 60;

/** Still to be done, and in time: it can go into a calendar. */
const isAhead = ({ settled, past }: DateView): boolean => !settled && !past;

/** Every date that follows from what was typed in: until when, why, and what was done about it. */
export function DatesPart({
  view,
  add,
  show,
  on,
}: {
  view: View;
  add: DeadlineKind | null;
  show: string | null;
  on: DatesCallbacks & Pick<HouseholdCallbacks, 'onDate' | 'onLookAt' | 'onAddEvent'>;
}) {
  const { t } = useText();
  const asked = useRef<HTMLElement>(null);
  const event = add && NEEDED[add].event;
  useLayoutEffect(() => {
    if (add) asked.current?.querySelector('input')?.focus();
  }, [add]);
  const detail = (date: DateView) => (
    <DateDetail
      key={date.id}
      date={date}
      view={view}
      notice={view.notices.find(({ deadline }) => deadline === date.id)}
      shown={date.id === show}
      on={on}
    />
  );
  // What is long past or settled is kept and out of the way.
  const isOld = ({ daysLeft, settled }: DateView): boolean => settled || daysLeft < -OLD_AFTER_DAYS;
  const current = view.dates.filter((date) => !isOld(date));
  const old = view.dates.filter(isOld);
  const ahead = current.filter(isAhead).map(({ id }) => id);
  return (
    <>
      <p class="lead">
        <Say k="dates-intro" />
      </p>
      <NoticeWay view={view} on={on} />
      <BackupOffer view={view} on={on} />
      {add && (
        <section ref={asked} class="asked" aria-labelledby="asked">
          <h2 id="asked">
            <Line text={t('dates-add', { title: t(add) })} />
          </h2>
          <PersonChoice view={view} onLookAt={on.onLookAt} />
          {NEEDED[add].dates.map((field) => (
            <DateInput
              key={`${view.person.id}-${field}`}
              field={field}
              value={view.person.dates[field]}
              today={view.today.day}
              onSave={(date) => on.onDate(view.person.id, field, date)}
            />
          ))}
          {event && (
            <EventForm
              key={`${view.person.id}-${view.events.length}`}
              kind={event}
              event={null}
              person={view.person}
              today={view.today.day}
              onSave={on.onAddEvent}
              onCancel={null}
            />
          )}
        </section>
      )}
      {view.dates.length === 0 && !add && (
        <p>
          <Say k="dates-none" />{' '}
          <a href="#household">
            <Say k="dates-go" />
          </a>
        </p>
      )}
      {ahead.length > 1 && (
        <div class="actions">
          <button type="button" class="quiet" onClick={() => on.onCalendar(ahead)}>
            <Say k="calendar-all" n={ahead.length} />
          </button>
          <span class="hint">
            <Say k="calendar-why" />
          </span>
        </div>
      )}
      {current.map(detail)}
      {old.length > 0 && (
        <details class="old" open={old.some(({ id }) => id === show)}>
          <summary>
            <Line text={t('dates-old', { n: old.length })} />
          </summary>
          {old.map(detail)}
        </details>
      )}
    </>
  );
}

function DateDetail({
  date,
  view,
  notice,
  shown,
  on,
}: {
  date: DateView;
  view: View;
  /** waits for an answer */
  notice: NoticeView | undefined;
  shown: boolean;
  on: DatesCallbacks;
}) {
  const { t, plain } = useText();
  const list = useList();
  const top = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!shown) return;
    top.current?.focus();
    top.current?.scrollIntoView({ block: 'center' });
  }, [shown]);
  const title = useDateTitle()(date);
  const name = withoutFurigana(title);
  const heading = `date-${date.id.replaceAll('/', '-')}`;
  return (
    <article class={`date-detail${date.settled ? ' done' : ''}${shown ? ' shown' : ''}`} aria-labelledby={heading}>
      <DayTile days={date.daysLeft} />
      <div class="body">
        <h2 id={heading} ref={top} tabIndex={-1}>
          <Line text={title} />
        </h2>
        <p class="when">
          <time dateTime={date.target.day}>
            <Line text={t(date.past ? 'was' : 'by', { date: date.target.text })} />
          </time>{' '}
          {notice && (
            <span class="tag">
              <Say k="needs-you" />
            </span>
          )}
        </p>
        {date.done !== null && (
          <p class="ok">
            <span aria-hidden="true">✓ </span>
            <Line text={t('done-on', { date: date.done })} />
          </p>
        )}
        {date.notMine !== null && (
          <p>
            <Line text={t('remind.not-mine-on', { date: date.notMine })} />
          </p>
        )}
        {date.later !== null && !date.settled && (
          <p>
            <Line text={t('later-until', { date: date.later })} />
          </p>
        )}
        <dl class="facts">
          {date.opens && (
            <div>
              <dt>
                <Say k="opens" />
              </dt>
              <dd>{date.open && !date.past ? <Say k="opens-now" /> : <Line text={date.opens.text} />}</dd>
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
                  <Say k="advised-why" />
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
        </dl>
        <p class="hint">
          <Say k={date.certainty} />{' '}
          {date.missing.length > 0 && <Say k="missing" fields={list(date.missing.map((field) => t(field)))} />}
        </p>
        {date.facts.length > 0 && (
          <details>
            <summary>
              <Say k="why" />
            </summary>
            {date.facts.map((fact) => (
              <div key={fact.id} class="fact">
                <p>
                  <Line text={fact.statement} />
                </p>
                {fact.exceptions.map((exception) => (
                  <p key={exception} class="hint">
                    <Line text={exception} />
                  </p>
                ))}
                {fact.disagreement && (
                  <p class="hint">
                    <Say k="disagreement" />
                  </p>
                )}
                <SourceList sources={fact.sources} />
              </div>
            ))}
          </details>
        )}
        <div class="actions">
          {!date.settled ? (
            <>
              <button
                type="button"
                aria-label={plain('done-for', { title: name })}
                onClick={() => on.onDone(date.id, title)}
              >
                <Say k="done" />
              </button>
              {notice && (
                <button
                  type="button"
                  class="quiet"
                  aria-label={plain('seen-for', { title: name })}
                  onClick={() => on.onSeen(notice.notices)}
                >
                  <Say k="seen" />
                </button>
              )}
              <LaterMenu
                title={name}
                today={view.today.day}
                until={date.laterUntil}
                onLater={(until) => on.onLater(date.id, until)}
              />
              <button
                type="button"
                class="quiet"
                aria-label={plain('sheet-for', { title: name })}
                onClick={() => on.onSheet(date.id)}
              >
                <Say k="sheet" />
              </button>
              {isAhead(date) && (
                <button
                  type="button"
                  class="quiet"
                  aria-label={plain('calendar-for', { title: name })}
                  onClick={() => on.onCalendar([date.id])}
                >
                  <Say k="calendar" />
                </button>
              )}
              <label class="choice inline">
                <input
                  type="checkbox"
                  checked={!date.muted}
                  aria-label={plain('notices-for', { title: name })}
                  onChange={(event) => on.onMute(date.id, !event.currentTarget.checked)}
                />
                <span>
                  <Say k="notices" />
                </span>
              </label>
              <button
                type="button"
                class="quiet"
                aria-label={plain('remind.not-mine-for', { title: name })}
                onClick={() => on.onNotMine(date.id, title, true)}
              >
                <Say k="remind.not-mine" />
              </button>
            </>
          ) : (
            <>
              {date.done !== null && (
                <button
                  type="button"
                  class="quiet"
                  aria-label={plain('not-done-for', { title: name })}
                  onClick={() => on.onNotDone(date.id, title)}
                >
                  <Say k="not-done" />
                </button>
              )}
              {date.notMine !== null && (
                <button
                  type="button"
                  class="quiet"
                  aria-label={plain('remind.mine-for', { title: name })}
                  onClick={() => on.onNotMine(date.id, title, false)}
                >
                  <Say k="remind.mine" />
                </button>
              )}
            </>
          )}
        </div>
        {!date.settled && <RemindWhen kind={date.kind} title={title} next={date.nextNotice} view={view} on={on} />}
      </div>
    </article>
  );
}
