import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { useText } from '../text.tsx';
import { DateFrame } from './DateFrame.tsx';
import { Line, Say } from './Line.tsx';
import { useDateTitle } from './use-date-title.ts';
import type { DateView } from './view.ts';

/** A date in one row: how many days, what, until when, and done. */
export function DateRow({ date, onDone }: { date: DateView; onDone: (deadline: string, title: string) => void }) {
  const { t, plain } = useText();
  const title = useDateTitle()(date);
  const name = plain('done-for', { title: withoutFurigana(title) });
  return (
    <li class="daterow">
      <DateFrame
        date={date}
        title={
          <b>
            <Line text={title} />
          </b>
        }
        beside={
          (date.muted || date.silent) && (
            <>
              {' · '}
              <Say k="notices-off" />
            </>
          )
        }
      >
        {!date.open && date.opens && (
          <small>
            <Line text={t('from', { date: date.opens.text })} />
          </small>
        )}
      </DateFrame>
      <button type="button" class="quiet tick" aria-label={name} title={name} onClick={() => onDone(date.id, title)}>
        <span aria-hidden="true">✓</span>
      </button>
    </li>
  );
}
