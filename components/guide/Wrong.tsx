import { useState } from 'preact/hooks';
import { CORRECTIONS_PAGE } from '../../lib/corrections.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import type { GuideModel } from '../../lib/visit-model.ts';
import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { ExternalLink } from './ExternalLink.tsx';

type Props = Pick<GuideModel, 'procedure' | 'ja' | 'checked'> & {
  language: string;
  /** its address; it is in the text only if the person puts it there */
  page: string;
};

/** "Found a mistake?": a text to take to the project. Nothing is sent, by us or by pressing anything here. */
export function Wrong({ procedure, ja, checked, language, page }: Props) {
  const { t, plain } = useText();
  const [withPage, setWithPage] = useState(false);
  const lines = [
    `Madoguchi: ${procedure} (${ja})`,
    `${language}: ${withoutFurigana(checked)}`,
    ...(withPage ? [page] : []),
    plain('wrong-what'),
  ];
  return (
    <details class="wrong">
      <summary>
        <span>
          <Line text={t('wrong')} />
        </span>
      </summary>
      <p>
        <Line text={t(CORRECTIONS_PAGE === null ? 'wrong-give' : 'wrong-paste')} />
      </p>
      {CORRECTIONS_PAGE !== null && (
        <p>
          <ExternalLink url={CORRECTIONS_PAGE}>
            <Line text={t('wrong-page')} />
          </ExternalLink>
        </p>
      )}
      <textarea
        readOnly
        rows={lines.length + 1}
        aria-label={plain('wrong-text')}
        value={lines.join('\n')}
        onFocus={(event) => event.currentTarget.select()}
      />
      <label class="switch">
        <input type="checkbox" checked={withPage} onChange={(event) => setWithPage(event.currentTarget.checked)} />
        <span>
          <Line text={t('wrong-with-page')} /> <small translate={false}>{page}</small>
        </span>
      </label>
    </details>
  );
}
