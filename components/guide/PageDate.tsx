import type { DateModel } from '../../lib/visit-model.ts';
import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';

/** What a date of the page is in the reader's own calendar, how far away, and what to mind. */
export function PageDate({ date, onClose }: { date: DateModel; onClose: () => void }) {
  const { plain } = useText();
  const { id, title, era, notes } = date;
  return (
    // As in Word.tsx: the popover around it has the open state.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div class="word" role="dialog" aria-labelledby="headword" tabIndex={-1}>
      <div class="word-head">
        <h2 id="headword">
          <Line text={title} />
        </h2>
        <button type="button" class="x" aria-label={plain('close-word', { word: id })} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {era !== null && (
        <p class="gloss" lang="ja" translate={false}>
          {era}
        </p>
      )}
      {notes.map((note, i) => (
        <p key={i}>
          <Line text={note} />
        </p>
      ))}
    </div>
  );
}
