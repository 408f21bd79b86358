import type { WordModel } from '../../lib/visit-model.ts';
import { useText } from '../text.tsx';
import { Confusable } from '../ui/Confusable.tsx';
import { Line } from '../ui/Line.tsx';
import { saysMore } from './beside.ts';
import { SaidHere } from './SaidHere.tsx';

/** A word in kana alone is its own reading. */
const HAN = /\p{Script=Han}/u;

/** What one official word means, what the counter means by it, and which word it is often taken for. */
export function Word({ word, onClose }: { word: WordModel; onClose: () => void }) {
  const { t, plain } = useText();
  const { ja, kana, gloss, meaning, office, confusable, source, said } = word;
  return (
    // Not a <dialog>, whose own open state and Escape would compete with those of the popover around it.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div class="word" role="dialog" aria-labelledby="headword" tabIndex={-1}>
      <div class="word-head">
        <h2 id="headword" lang="ja" translate={false}>
          {HAN.test(ja) ? (
            <ruby>
              {ja}
              <rt>{kana}</rt>
            </ruby>
          ) : (
            ja
          )}
        </h2>
        <button type="button" class="x" aria-label={plain('close-word', { word: ja })} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {saysMore(ja, gloss) && (
        <p class="gloss">
          <Line text={gloss} />
        </p>
      )}
      {said !== null && <SaidHere said={said} />}
      <p>
        <Line text={meaning} />
      </p>
      <dl>
        <dt>
          <Line text={t('at-the-counter')} />
        </dt>
        <dd>
          <Line text={office} />
        </dd>
        {confusable.length > 0 && (
          <>
            <dt>
              <Line text={t('not-the-same-as')} />
            </dt>
            {confusable.map((other) => (
              <dd key={other.id}>
                <Confusable ja={other.ja} text={other.text} />
              </dd>
            ))}
          </>
        )}
      </dl>
      <p class="source">
        <Line text={source} />
      </p>
    </div>
  );
}
