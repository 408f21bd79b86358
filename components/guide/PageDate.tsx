import { useState } from 'preact/hooks';
import type { DateModel } from '../../lib/visit-model.ts';
import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';

export type PageDateProps = {
  date: DateModel;
  onClose: () => void;
  /** Gives the date as it is afterwards; nothing where it could not be saved. */
  onRemind: (on: boolean) => Promise<DateModel | null | undefined>;
};

/** What a date of the page is in the reader's own calendar, how far away, what to mind, and a reminder of it. */
export function PageDate({ date, onClose, onRemind }: PageDateProps) {
  const { t, plain } = useText();
  const { id, title, era, notes } = date;
  const [remind, setRemind] = useState(date.remind);
  const [failed, setFailed] = useState(false);
  const press = async (event: Event): Promise<void> => {
    // A page has no way to this button; should one be found, it still cannot press it.
    if (!event.isTrusted || !remind) return;
    const now = await onRemind(!remind.on);
    setFailed(!now?.remind);
    if (now?.remind) setRemind(now.remind);
  };
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
      {remind && (
        <div class="act">
          {/* One button for both, so that focus stays on it. */}
          <button type="button" class={remind.on ? 'btn' : 'btn primary'} onClick={(event) => void press(event)}>
            <Line text={remind.button} />
          </button>
          <output class="quiet">
            {failed ? (
              <Line text={t('date-not-saved')} />
            ) : (
              remind.on && (
                <>
                  <span class="ok">
                    ✓ <Line text={remind.said} />
                  </span>
                  {' · '}
                  <Line text={remind.what} />
                </>
              )
            )}
          </output>
        </div>
      )}
    </div>
  );
}
