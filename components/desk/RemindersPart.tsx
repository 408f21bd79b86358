import type { DeadlineKind } from '../../lib/knowledge/vocabulary.ts';
import { HOUR } from '../../lib/reminders/ladders.ts';
import { HOURS, type Hours } from '../../lib/reminders/wishes.ts';
import { useText } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import type { View } from '../ui/view.ts';
import type { NoticeWayCallbacks } from './NoticeWay.tsx';
import { RemindWhen, type RemindWhenCallbacks } from './RemindWhen.tsx';

export type RemindersCallbacks = NoticeWayCallbacks &
  RemindWhenCallbacks & {
    onHours: (hours: Hours | null) => void;
    onOpenDays: (on: boolean) => void;
    onDiscreet: (on: boolean) => void;
  };

/** What stands there when one first chooses own hours. */
const EVENING = 21;

const clock = (hour: number): string => `${hour}:00`;
const between = ({ first, last }: { first: number; last: number }): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/**
 * How the person wants to be reminded: hours, days, what stands on the screen, and the kinds with times of their own.
 */
export function RemindersPart({ view, on }: { view: View; on: RemindersCallbacks }) {
  const { t } = useText();
  const { hours, openDays, discreet, rungs } = view.wishes;
  const changed = Object.keys(rungs) as DeadlineKind[];
  return (
    <>
      <p class="lead">
        <Say k="remind.intro" />
      </p>
      {view.noticesDenied && (
        <p class="note">
          <Say k="notices-denied" />
        </p>
      )}
      <div class="actions">
        <button type="button" onClick={on.onExample}>
          <Say k="remind.example" />
        </button>
      </div>
      <p class="hint">
        <Say k="remind.example-none" />
      </p>
      <fieldset class="choices">
        <legend>
          <Say k="remind.hours" />
        </legend>
        <div class="choice-with-meaning">
          <label class="choice">
            <input
              type="radio"
              name="hours"
              checked={hours === null}
              aria-describedby="hours-usual"
              onChange={() => on.onHours(null)}
            />
            <b>
              <Line text={t('remind.hours-usual', { from: clock(HOUR) })} />
            </b>
          </label>
          <small id="hours-usual">
            <Say k="remind.hours-usual-means" />
          </small>
        </div>
        <div class="choice-with-meaning">
          <label class="choice">
            <input
              type="radio"
              name="hours"
              checked={hours !== null}
              aria-describedby="hours-own"
              onChange={() => on.onHours({ from: HOUR, until: EVENING })}
            />
            <b>
              <Say k="remind.hours-own" />
            </b>
          </label>
          <small id="hours-own">
            <Say k="remind.hours-own-means" />
          </small>
          {hours !== null && (
            <div class="hours">
              {(['from', 'until'] as const).map((edge) => (
                <label key={edge}>
                  <span>
                    <Say k={`remind.hours-${edge}`} />
                  </span>
                  <select
                    value={hours[edge]}
                    onChange={(event) => on.onHours({ ...hours, [edge]: Number(event.currentTarget.value) })}
                  >
                    {between(HOURS[edge]).map((hour) => (
                      <option key={hour} value={hour} selected={hour === hours[edge]}>
                        {clock(hour)}
                      </option>
                    ))}
                  </select>
                </label>
              ))}
            </div>
          )}
        </div>
      </fieldset>
      <Choice legend="remind.days" name="open-days" on={openDays} onChange={on.onOpenDays} />
      <Choice legend="remind.seen-by" name="discreet" on={discreet} onChange={on.onDiscreet} />
      <section aria-labelledby="own-times">
        <h2 id="own-times">
          <Say k="remind.own" />
        </h2>
        {changed.length === 0 && (
          <p>
            <Say k="remind.own-none" />{' '}
            <a href="#dates">
              <Say k="remind.own-go" />
            </a>
          </p>
        )}
        <ul class="rows">
          {changed.map((kind) => (
            <li key={kind}>
              <b>
                <Line text={t(kind)} />
              </b>
              <RemindWhen kind={kind} title={t(kind)} next={null} view={view} on={on} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Choice({
  legend,
  name,
  on,
  onChange,
}: {
  legend: string;
  name: 'open-days' | 'discreet';
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <fieldset class="choices">
      <legend>
        <Say k={legend} />
      </legend>
      <div class="choice-with-meaning">
        <label class="choice">
          <input
            type="checkbox"
            checked={on}
            aria-describedby={`${name}-means`}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          <b>
            <Say k={`remind.${name}`} />
          </b>
        </label>
        <small id={`${name}-means`}>
          <Say k={`remind.${name}-means`} />
        </small>
      </div>
    </fieldset>
  );
}
