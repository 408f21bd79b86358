import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import { useText } from '../text.tsx';
import { DateFrame } from '../ui/DateFrame.tsx';
import { LaterMenu } from '../ui/LaterMenu.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { useDateTitle } from '../ui/use-date-title.ts';
import type { NoticeCallbacks, NoticeView } from '../ui/view.ts';

/** Notices that wait for an answer: what to do by when, and done, later or seen. */
export function NoticeList({
  notices,
  today,
  onDone,
  onLater,
  onSeen,
}: { notices: readonly NoticeView[]; today: CivilDate } & NoticeCallbacks) {
  const { plain } = useText();
  const titleOf = useDateTitle();
  return (
    <ul class="rows notices">
      {notices.map((notice) => {
        const { deadline } = notice;
        const title = titleOf(notice);
        const name = withoutFurigana(title);
        return (
          <li key={deadline} class="daterow">
            <DateFrame
              date={notice}
              title={
                <b>
                  <Line text={title} />
                </b>
              }
            />
            <div class="actions">
              <button
                type="button"
                aria-label={plain('done-for', { title: name })}
                onClick={() => onDone(deadline, title)}
              >
                <Say k="done" />
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={plain('seen-for', { title: name })}
                onClick={() => onSeen(notice.notices)}
              >
                <Say k="seen" />
              </button>
              <LaterMenu
                title={name}
                today={today}
                until={notice.laterUntil}
                onLater={(until) => onLater(deadline, until)}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
