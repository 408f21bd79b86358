import { useText } from '../text.tsx';
import { Line } from './Line.tsx';
import type { SourceView } from './view.ts';

/**
 * Where a statement comes from; publishers have their English names. Evidence that is not official is named without a
 * link.
 */
export function SourceList({ sources }: { sources: readonly SourceView[] }) {
  const { t } = useText();
  return (
    <ul class="sources">
      {sources.map(({ publisher, url, checked, pageDate }) => (
        <li key={`${publisher} ${url} ${pageDate}`}>
          {url === null ? (
            <span lang="en">{publisher}</span>
          ) : (
            <a href={url} lang="en" target="_blank" rel="noopener noreferrer">
              {publisher}
            </a>
          )}
          <small>
            {pageDate !== null && (
              <>
                <Line text={t('page-date', { date: pageDate })} />
                {' · '}
              </>
            )}
            <Line text={t('checked', { date: checked })} />
          </small>
        </li>
      ))}
    </ul>
  );
}
