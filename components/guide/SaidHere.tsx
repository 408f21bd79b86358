import type { Said } from '../../lib/visit-model.ts';
import { Ja, useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { saysMore } from './beside.ts';

/** The wrong words that a translated page has for the word, as it has them: not to be translated once more. */
export function Wordings({ said: { language, texts } }: { said: Said }) {
  return (
    <>
      {texts.map((text, i) => (
        <span key={text}>
          {i > 0 && ' · '}
          <q lang={language || undefined} translate={false} class="notranslate">
            {text}
          </q>
        </span>
      ))}
    </>
  );
}

/** What the page calls the word, and what else the same wording may stand for. */
export function SaidHere({ said }: { said: Said }) {
  const { t } = useText();
  return (
    <div class="said-here">
      <p>
        <Line text={t('page-says')} /> <Wordings said={said} />
      </p>
      {said.also.length > 0 && (
        <p>
          <Line text={t('may-also-be')} />{' '}
          {said.also.map(({ id, ja, gloss }, i) => (
            <span key={id}>
              {i > 0 && ' · '}
              <Ja text={ja} class="other" />
              {saysMore(ja, gloss) && (
                <>
                  {' '}
                  <Line text={gloss} />
                </>
              )}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
