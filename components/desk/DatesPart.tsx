import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeadlineKind } from '../../lib/knowledge/vocabulary.ts';
import { useText } from '../text.tsx';
import { NEEDED } from '../ui/asked.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { Line, Say } from '../ui/Line.tsx';
import type { DateView, View } from '../ui/view.ts';
import { BackupOffer } from './BackupOffer.tsx';
import { isAhead, type DatesCallbacks } from './DateActions.tsx';
import { DateEntry, headingOf } from './DateEntry.tsx';
import { toldKey } from './DateWhy.tsx';
import { EventForm } from './EventForm.tsx';
import type { HouseholdCallbacks } from './HouseholdPart.tsx';
import { NoticeWay } from './NoticeWay.tsx';
import { PersonChoice } from './PeoplePart.tsx';
import { isSettled, settledOf } from './dates-in-order.ts';
import { Timeline } from './Timeline.tsx';

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
  on: DatesCallbacks & Pick<HouseholdCallbacks, 'onDate' | 'onLookAt' | 'onAddEvent' | 'onEditEvent'>;
}) {
  const { t } = useText();
  const asked = useRef<HTMLElement>(null);
  const event = add && NEEDED[add].event;
  useLayoutEffect(() => {
    if (add) asked.current?.querySelector('input')?.focus();
  }, [add]);
  const [whose, setWhose] = useState<string | null>(null);
  const [editing, setEditing] = useState<{ date: string; told: string } | null>(null);
  const [followed, follow] = useState<Pick<DateView, 'person' | 'kind'> & { told: string }>();
  const lead = useRef<HTMLParagraphElement>(null);
  const mark = useRef<HTMLLIElement>(null);
  // Whoever is led to a date sees it, whosever it is.
  useLayoutEffect(() => {
    if (show !== null) setWhose(null);
  }, [show]);
  const isFollowed = ({ person, kind, told }: DateView): boolean =>
    person === followed?.person && kind === followed.kind && told.some((one) => toldKey(one.told) === followed.told);
  // A change moves its date to another day, and an answer takes its own button away: the focus goes with the date that
  // was changed, else to where the list begins anew, and never out of the page.
  const wasHere = lead.current?.parentElement?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (!wasHere || document.activeElement !== document.body) return;
    const moved = view.dates.find(isFollowed);
    (moved ? document.getElementById(headingOf(moved)) : (mark.current ?? lead.current))?.focus();
  }, [view.dates]);

  const dates = view.dates.filter(({ person }) => whose === null || person === whose);
  const current = dates.filter((date) => !isSettled(date));
  const settled = settledOf(dates);
  const ahead = current.filter(isAhead).map(({ id }) => id);
  const entry = (date: DateView) => (
    <DateEntry
      key={date.id}
      date={date}
      view={view}
      notice={view.notices.find(({ deadline }) => deadline === date.id)}
      shown={date.id === show}
      followed={isFollowed(date)}
      editing={editing?.date === date.id ? editing.told : null}
      onEdit={(told) => setEditing(told === null ? null : { date: date.id, told })}
      onChange={(told) => {
        follow({ person: date.person, kind: date.kind, told });
        setEditing(null);
      }}
      on={on}
    />
  );
  return (
    <>
      <p class="lead" ref={lead} tabIndex={-1}>
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
      {!add && view.people.length > 1 && view.dates.length > 0 && (
        <Whose view={view} whose={whose} onChoose={setWhose} />
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
      {current.length > 0 && <Timeline dates={current} today={view.today} entry={entry} mark={mark} />}
      {settled.length > 0 && (
        <details class="old" open={settled.some(({ id }) => id === show)}>
          <summary>
            <h2>
              <Line text={t('dates-old', { n: settled.length })} />
            </h2>
          </summary>
          {settled.map(entry)}
        </details>
      )}
    </>
  );
}

/** Whose dates are shown: everybody's, or those of one person. */
function Whose({
  view,
  whose,
  onChoose,
}: {
  view: View;
  whose: string | null;
  onChoose: (person: string | null) => void;
}) {
  const { plain } = useText();
  return (
    <fieldset class="chips">
      <legend>
        <Say k="dates-whose" />
      </legend>
      {[{ id: null, name: plain('dates-everybody') }, ...view.people].map(({ id, name }) => (
        <label key={id} class="chip">
          <input type="radio" name="whose" checked={whose === id} onChange={() => onChoose(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
