import type { FramePart } from '../../lib/own-messages.ts';
import { Ja } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { SiteLine } from './SiteLine.tsx';
import type { SiteView } from './site-view.ts';

/** What is known of the page in the open tab. */
export type PageView =
  /** best first; the first one is the guide's */
  | { state: 'found'; host: string; procedures: readonly { id: string; ja: string; title: string }[] }
  /** we run here and recognised nothing for certain */
  | { state: 'nothing'; host: string }
  /** the person switched us off on this host */
  | { state: 'off'; host: string }
  /** we do not run on this site */
  | { state: 'no-access' }
  /** behind a log-in, or a form: we read nothing there, also when asked */
  | { state: 'private' }
  /** a page of the browser, a file, a PDF: nobody may read it */
  | { state: 'unreadable' }
  /** it only puts other pages side by side, and nothing of ours can stand in it */
  | { state: 'frames'; parts: readonly FramePart[] }
  /** the page was asked and did not answer: it was loaded before us, or is going away */
  | { state: 'failed' };

export type PageCallbacks = {
  onShow: () => void;
  onExplain: () => void;
  /** opens a part of a page of frames in a tab of its own */
  onPart: (url: string) => void;
  /** opens the sheet for the counter */
  onSheet: (procedure: string) => void;
  onSite: (host: string, off: boolean) => void;
  onChooseSites: () => void;
};

/**
 * The popup's first part: whose site this is, the recognised procedure and its guide, or a calm sentence about why
 * there is none.
 */
export function ThisPage({
  page,
  site,
  on,
}: {
  page: PageView | undefined;
  site: SiteView | undefined;
  on: PageCallbacks;
}) {
  return (
    <section class="page" aria-labelledby="this-page" aria-busy={page === undefined}>
      <h2 id="this-page">
        <Say k="this-page" />
      </h2>
      {site && <SiteLine site={site} />}
      {page && <Body page={page} on={on} />}
    </section>
  );
}

function Body({ page, on }: { page: PageView; on: PageCallbacks }) {
  const explain = (
    <button type="button" onClick={on.onExplain}>
      <Say k="explain" />
    </button>
  );
  const switchOff = (host: string) => (
    <button type="button" class="quiet" onClick={() => on.onSite(host, true)}>
      <Say k="site-off" />
    </button>
  );
  switch (page.state) {
    case 'found': {
      const [main, ...others] = page.procedures;
      return (
        <>
          {main && (
            <p class="title">
              <Line text={main.title} /> <Ja text={main.ja} class="ja" />
            </p>
          )}
          {others.length > 0 && (
            <>
              <p class="hint">
                <Say k="also" />
              </p>
              <ul class="plain">
                {others.map(({ id, title, ja }) => (
                  <li key={id}>
                    <Line text={title} /> <Ja text={ja} class="ja" />
                  </li>
                ))}
              </ul>
            </>
          )}
          <div class="actions">
            <button type="button" class="primary" onClick={on.onShow}>
              <Say k="show" />
            </button>
            {main && (
              <button type="button" class="quiet" onClick={() => on.onSheet(main.id)}>
                <Say k="sheet" />
              </button>
            )}
            {switchOff(page.host)}
          </div>
        </>
      );
    }
    case 'nothing':
      return (
        <>
          <p>
            <Say k="nothing" />
          </p>
          <div class="actions">
            {explain}
            {switchOff(page.host)}
          </div>
        </>
      );
    case 'off':
      return (
        <>
          <p>
            <Say k="site-is-off" host={page.host} />
          </p>
          <div class="actions">
            <button type="button" onClick={() => on.onSite(page.host, false)}>
              <Say k="site-on" />
            </button>
          </div>
        </>
      );
    case 'no-access':
      return (
        <>
          <p>
            <Say k="no-access" />
          </p>
          <div class="actions">
            {explain}
            <button type="button" class="quiet" onClick={on.onChooseSites}>
              <Say k="add-sites" />
            </button>
          </div>
        </>
      );
    case 'private':
      return (
        <p>
          <Say k="private" />
        </p>
      );
    case 'unreadable':
      return (
        <p>
          <Say k="unreadable" />
        </p>
      );
    case 'frames':
      return (
        <>
          <p>
            <Say k="frames" /> {page.parts.length > 0 && <Say k="frames-parts" />}
          </p>
          <div class="actions">
            {page.parts.map(({ url, title }) => (
              <button key={url} type="button" onClick={() => on.onPart(url)}>
                {/* The button lays its children out by themselves: each change of language would lose its space. */}
                <span>
                  <Say k="frames-open" part={title} />
                </span>
              </button>
            ))}
          </div>
        </>
      );
    case 'failed':
      return (
        <p>
          <Say k="page-failed" />
        </p>
      );
  }
}
