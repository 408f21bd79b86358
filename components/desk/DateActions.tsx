import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { useText } from '../text.tsx';
import { Say } from '../ui/Line.tsx';
import type { DateView, NoticeCallbacks, NoticeView } from '../ui/view.ts';

export type DatesCallbacks = NoticeCallbacks & {
  onNotDone: (deadline: string, title: string) => void;
  onMute: (deadline: string, muted: boolean) => void;
  /** gives the person a calendar file with these dates */
  onCalendar: (deadlines: readonly string[]) => void;
  /** opens the sheet for the counter */
  onSheet: (deadline: string) => void;
};

/** Still to be done, and in time: it can go into a calendar. */
export const isAhead = ({ done, past }: DateView): boolean => done === null && !past;

/** What can be done about one date of the desk, in one row. */
export function DateActions({
  date,
  notice,
  title,
  on,
}: {
  date: DateView;
  /** waits for an answer */
  notice: NoticeView | undefined;
  /** what has to be done, by whom; furigana in Aozora notation */
  title: string;
  on: DatesCallbacks;
}) {
  const { plain } = useText();
  const name = withoutFurigana(title);
  return (
    <div class="actions">
      {date.done === null ? (
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
          <fieldset class="pair">
            <legend class="hidden">{plain('later-for', { title: name })}</legend>
            <span aria-hidden="true">
              <Say k="later" />
            </span>
            <button type="button" class="quiet" onClick={() => on.onLater(date.id, 'tomorrow')}>
              <Say k="later-tomorrow" />
            </button>
            <button type="button" class="quiet" onClick={() => on.onLater(date.id, 'week')}>
              <Say k="later-week" />
            </button>
          </fieldset>
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
        </>
      ) : (
        <button
          type="button"
          class="quiet"
          aria-label={plain('not-done-for', { title: name })}
          onClick={() => on.onNotDone(date.id, title)}
        >
          <Say k="not-done" />
        </button>
      )}
    </div>
  );
}
