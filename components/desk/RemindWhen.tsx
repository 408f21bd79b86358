import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import type { DeadlineKind } from '../../lib/knowledge/vocabulary.ts';
import { rungsOf, rungsToChoose } from '../../lib/reminders/ladders.ts';
import type { RungId } from '../../lib/reminders/wishes.ts';
import { useText } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import type { View } from '../ui/view.ts';

export type RemindWhenCallbacks = { onRungs: (kind: DeadlineKind, rungs: readonly RungId[] | null) => void };

type Props = {
  kind: DeadlineKind;
  /** of the date, or of its kind */
  title: string;
  /** the day of the next notice; null where there is none, or where it is about no single date */
  next: string | null;
  view: Pick<View, 'wishes' | 'rungNames'>;
  on: RemindWhenCallbacks;
};

/** On which days a kind of date speaks: what we propose, until the person chooses otherwise. */
export function RemindWhen({ kind, title, next, view, on }: Props) {
  const { t, plain } = useText();
  const name = withoutFurigana(title);
  const { wishes, rungNames } = view;
  const rungs = rungsOf(kind, wishes);
  return (
    <details class="remind-when">
      <summary>
        <Say k="remind.when" />
        <span class="hidden">{name}</span>
        <small>
          {rungs.length === 0 ? (
            <Say k="notices-off" />
          ) : (
            next !== null && <Line text={t('remind.when-next', { date: next })} />
          )}
        </small>
      </summary>
      <fieldset>
        <legend class="hidden">{plain('remind.when-for', { title: name })}</legend>
        <div class="chips">
          {rungsToChoose(kind).map((rung) => (
            <label key={rung} class="chip">
              <input
                type="checkbox"
                checked={rungs.includes(rung)}
                onChange={(event) =>
                  on.onRungs(
                    kind,
                    event.currentTarget.checked ? [...rungs, rung] : rungs.filter((other) => other !== rung),
                  )
                }
              />
              <span>
                {rungs.includes(rung) && <i aria-hidden="true">✓</i>}
                <Line text={rungNames[rung]} />
              </span>
            </label>
          ))}
        </div>
        <p class="hint">
          <Say k="remind.when-kind" />
        </p>
      </fieldset>
      <output>
        {rungs.length === 0 && (
          <span class="error">
            <Say k="remind.when-none" />
          </span>
        )}
      </output>
      {wishes.rungs[kind] !== undefined && (
        <button
          type="button"
          class="quiet"
          aria-label={plain('remind.when-proposed-for', { title: name })}
          onClick={() => on.onRungs(kind, null)}
        >
          <Say k="remind.when-proposed" />
        </button>
      )}
    </details>
  );
}
