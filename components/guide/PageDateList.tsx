import type { DateModel } from '../../lib/visit-model.ts';
import { Ja } from '../text.tsx';
import { Line } from '../ui/Line.tsx';

export type PageDateListProps = {
  /** in page order */
  dates: readonly DateModel[];
  /** `button` is where the explanation belongs and where focus goes back to */
  onDate: (id: string, button: HTMLElement) => void;
};

/** The dates of this page in its order, as `WordList` has its words. */
export function PageDateList({ dates, onDate }: PageDateListProps) {
  return (
    <ul class="words">
      {dates.map(({ id, title }) => (
        <li key={id}>
          <button
            type="button"
            class="word-button"
            aria-haspopup="dialog"
            onClick={(event) => onDate(id, event.currentTarget)}
          >
            <Ja text={id} />
            <small>
              <Line text={title} />
            </small>
          </button>
        </li>
      ))}
    </ul>
  );
}
