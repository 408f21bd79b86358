import type { WordModel } from '../../lib/visit-model.ts';
import { Ja } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { saysMore } from './beside.ts';
import { Wordings } from './SaidHere.tsx';

export type WordListProps = {
  /** in page order */
  words: readonly WordModel[];
  /** `button` is where the explanation belongs and where focus goes back to */
  onWord: (id: string, button: HTMLElement) => void;
};

/** The words of this page in its order: the way to their explanations for the keyboard and for screen readers. */
export function WordList({ words, onWord }: WordListProps) {
  return (
    <ul class="words">
      {words.map(({ id, ja, gloss, said }) => (
        <li key={id}>
          <button
            type="button"
            class="word-button"
            aria-haspopup="dialog"
            onClick={(event) => onWord(id, event.currentTarget)}
          >
            <Ja text={ja} />
            {saysMore(ja, gloss) && (
              <small>
                <Line text={gloss} />
              </small>
            )}
            {said !== null && (
              <small>
                <Wordings said={said} />
              </small>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
