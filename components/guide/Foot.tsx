import type { SourceLine } from '../../lib/visit-model.ts';
import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import type { GuideProps } from './guide-props.ts';
import { Wrong } from './Wrong.tsx';
import { Unofficial } from '../ui/Unofficial.tsx';

/** Where all this comes from, whose word wins, and the way out. */
export function Foot({
  model,
  language,
  page,
  onSiteOff,
}: Pick<GuideProps, 'model' | 'language' | 'page' | 'onSiteOff'>) {
  const { sources, checked } = model;
  const { t, plain } = useText();
  return (
    <div class="foot">
      <p>
        <Unofficial /> <Line text={checked} /> · <Line text={t('counter-counts')} />
      </p>
      <details>
        <summary>
          <span>
            <Line text={t('sources')} />
          </span>
        </summary>
        <ul class="sources">
          {sources.map((source, i) => (
            <Source key={i} source={source} />
          ))}
        </ul>
      </details>
      <Wrong key={model.procedure} {...model} language={language} page={page} />
      <button type="button" class="link" title={plain('site-off-back')} onClick={onSiteOff}>
        <Line text={t('site-off')} />
      </button>
    </div>
  );
}

function Source({ source: { publisher, url, checked, pageDate } }: { source: SourceLine }) {
  const { t, locale } = useText();
  const shown =
    pageDate !== null && /^\d{4}-\d\d-\d\d$/u.test(pageDate)
      ? Temporal.PlainDate.from(pageDate).toLocaleString(locale, { dateStyle: 'medium' })
      : pageDate;
  return (
    <li>
      {url === null ? publisher : <ExternalLink url={url}>{publisher}</ExternalLink>}
      <small>
        <Line text={checked} />
        {shown !== null && (
          <>
            {' · '}
            <Line text={t('page-date', { date: shown })} />
          </>
        )}
      </small>
    </li>
  );
}
