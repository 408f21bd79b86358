import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { GuideModel, SourceLine } from '../../lib/visit.ts';
import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import { Unofficial } from '../ui/Unofficial.tsx';

/** Where all this comes from, whose word wins, and the way out. */
export function Foot({
  sources,
  checked,
  onSiteOff,
}: Pick<GuideModel, 'sources' | 'checked'> & { onSiteOff: () => void }) {
  const { t } = useText();
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
      <SiteOff onSiteOff={onSiteOff} />
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

/** Asks once, in its own place, and says where the way back is. */
function SiteOff({ onSiteOff }: { onSiteOff: () => void }) {
  const { t } = useText();
  const [asking, ask] = useState(false);
  const asked = useRef(false);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (asked.current) first.current?.focus();
    asked.current = true;
  }, [asking]);
  if (!asking) {
    return (
      <button key="ask" ref={first} type="button" class="link" onClick={() => ask(true)}>
        <Line text={t('site-off')} />
      </button>
    );
  }
  return (
    <fieldset class="sure">
      <legend>
        <Line text={t('site-off-sure')} />
      </legend>
      <div class="act">
        <button key="no" ref={first} type="button" class="btn" onClick={() => ask(false)}>
          <Line text={t('site-off-no')} />
        </button>
        <button type="button" class="btn" onClick={onSiteOff}>
          <Line text={t('site-off-yes')} />
        </button>
      </div>
    </fieldset>
  );
}
