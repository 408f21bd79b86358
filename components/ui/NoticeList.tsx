import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { useText } from '../text.tsx';
import { Line, Say } from './Line.tsx';
import type { NoticeView } from './view.ts';

export type NoticeCallbacks = {
  onDone: (deadline: string, title: string) => void;
  onLater: (deadline: string, until: 'tomorrow' | 'week') => void;
  onSeen: (notices: readonly string[]) => void;
};

/** Notices that wait for an answer: what to do by when, and done, later or seen. */
export function NoticeList({ notices, onDone, onLater, onSeen }: { notices: readonly NoticeView[] } & NoticeCallbacks) {
  const { t, plain } = useText();
  return (
    <ul class="rows notices">
      {notices.map((notice) => {
        const { deadline, kind, past, date, left } = notice;
        const key = `notice.${past ? 'past-' : ''}${kind}`;
        const title = t(`${key}-title`, { date, left });
        const name = withoutFurigana(title);
        return (
          <li key={deadline} class={past ? 'past' : undefined}>
            <p class="title">
              <Line text={title} />
            </p>
            <p>
              <Line text={t(`${key}-message`, { date, left })} />
            </p>
            <div class="actions">
              <button
                type="button"
                aria-label={plain('done-for', { title: name })}
                onClick={() => onDone(deadline, t(kind))}
              >
                <Say k="done" />
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={plain('later-for', { title: name })}
                onClick={() => onLater(deadline, 'tomorrow')}
              >
                <Say k="later" />
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={plain('seen-for', { title: name })}
                onClick={() => onSeen(notice.notices)}
              >
                <Say k="seen" />
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
