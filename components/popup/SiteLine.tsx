import { Say } from '../ui/Line.tsx';
import type { SiteView } from './site-view.ts';

/** Whose site this is, in one calm line; for a copy, with the way to the page itself. */
export function SiteLine({ site: { verdict, body, translated, original } }: { site: SiteView }) {
  const named = verdict === 'official' || verdict === 'copy';
  return (
    <p class={`site ${verdict}`}>
      {named && body !== null ? (
        <Say k={`site-${verdict}`} body={body} />
      ) : (
        <Say k={named ? `site-${verdict}-unnamed` : `site-${verdict}`} />
      )}
      {translated && (
        <>
          {' '}
          <Say k="site-translated" />
        </>
      )}
      {original !== null && (
        <>
          {' '}
          <a href={original} target="_blank" rel="noopener noreferrer">
            <Say k={translated ? 'site-japanese' : 'site-original'} />
          </a>
        </>
      )}
    </p>
  );
}
