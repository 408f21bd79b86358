import type { CivilDate } from '../../lib/dates/civil-date.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { useText } from '../text.tsx';
import { LaterMenu } from '../ui/LaterMenu.tsx';
import { Say } from '../ui/Line.tsx';
import type { DateView, NoticeCallbacks, NoticeView } from '../ui/view.ts';
import type { BackupOfferCallbacks } from './BackupOffer.tsx';
import type { NoticeWayCallbacks } from './NoticeWay.tsx';
import type { RemindWhenCallbacks } from './RemindWhen.tsx';

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

/** Still to be done, and in time: it can go into a calendar. */
export const isAhead = ({ settled, past }: DateView): boolean => !settled && !past;

type Props = {
  date: DateView;
  /** what has to be done, by whom; furigana in Aozora notation */
  title: string;
  on: DatesCallbacks;
};

/** The answers to one date: done, seen and later, or that it is open again. */
export function DateAnswers({
  date,
  today,
  notice,
  title,
  on,
}: Props & {
  today: CivilDate;
  /** waits for an answer */
  notice: NoticeView | undefined;
}) {
  const { plain } = useText();
  const name = withoutFurigana(title);
  if (date.settled)
    return (
      <div class="actions">
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
      </div>
    );
  return (
    <div class="actions">
      <button type="button" aria-label={plain('done-for', { title: name })} onClick={() => on.onDone(date.id, title)}>
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
      <LaterMenu title={name} today={today} until={date.laterUntil} onLater={(until) => on.onLater(date.id, until)} />
    </div>
  );
}

/** What else can be done about a date that is open: taken along, silenced, put aside. */
export function DateTools({ date, title, on }: Props) {
  const { plain } = useText();
  const name = withoutFurigana(title);
  return (
    <div class="actions">
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
    </div>
  );
}
