/**
 * The spotter runs on every covered page and must cost next to nothing: it reads address, title, main heading and
 * crumbs, and ends when none of our words stands there. Only then does it read more, and asks the worker.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import gate from '../../.data/gate.json';
import publicPages from '../../.data/public-pages.json';
import { removeLeftOvers } from '../../lib/overlay/left-overs.ts';
import { passesGate } from '../../lib/page/gate.ts';
import { readFacts, readFrame } from '../../lib/page/read-facts.ts';
import { alive, endOtherVisits, send } from '../../lib/page-browser.ts';
import { pageAddress } from '../../lib/page/address.ts';
import { isPublicPage } from '../../lib/sites/public-pages.ts';

/** How long content may come late, in a page that builds itself or after a change of route. */
const LATE_CONTENT_MS = 5_000;
const SETTLE_MS = 200;

/**
 * What this world knows of the page, for a second spotter in the same world and for tests, which assert that
 * nothing appears only after a verdict. The page cannot see it.
 */
type Spotted = { url: string; verdict: 'reading' | 'silent' | 'unsure' | 'recognised'; done: Promise<void> };
declare global {
  var madoguchi: Spotted | undefined;
}

export default defineContentScript({
  // The real list is put in by scripts/manifest.ts: here it would weigh on every page.
  matches: ['https://www.kojinbango-card.go.jp/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    // In a page that was open already an older version may stand, or this one, which was asked to look again.
    endOtherVisits();
    removeLeftOvers(document);
    let late: MutationObserver | undefined;

    const spot = (): void => {
      if (!alive()) return ctx.abort();
      const before = globalThis.madoguchi;
      const spotted: Spotted = { url: spottedAddress(location), verdict: 'reading', done: Promise.resolve() };
      globalThis.madoguchi = spotted;
      spotted.done = decide(spotted, before);
    };

    const decide = async (spotted: Spotted, before: Spotted | undefined): Promise<void> => {
      const { url } = spotted;
      const frame = isPublic(location) ? readFrame(document) : undefined;
      if (!frame || !passesGate(gate, frame)) {
        spotted.verdict = 'silent';
        if (before && before.verdict !== 'silent') await send({ type: 'page:left' });
        return;
      }
      const answer = await send({ type: 'page:seen', facts: readFacts(document, url, frame) });
      spotted.verdict = answer?.helper ? 'recognised' : 'unsure';
    };

    /** Spots now and, while nothing is recognised, again when content comes late. Decides once: a guide stays. */
    const watch = (): void => {
      late?.disconnect();
      spot();
      if (!isPublic(location)) return;
      let settle: ReturnType<typeof setTimeout> | undefined;
      const observer = new MutationObserver(() => {
        settle ??= ctx.setTimeout(() => {
          settle = undefined;
          const verdict = globalThis.madoguchi?.verdict;
          if (verdict === 'silent' || verdict === 'unsure') spot();
          if (verdict === 'recognised') observer.disconnect();
        }, SETTLE_MS) as unknown as ReturnType<typeof setTimeout>;
      });
      late = observer;
      observer.observe(document, { childList: true, subtree: true });
      ctx.setTimeout(() => observer.disconnect(), LATE_CONTENT_MS);
    };
    ctx.onInvalidated(() => late?.disconnect());

    ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => {
      if (spottedAddress(newUrl) === globalThis.madoguchi?.url) return;
      endOtherVisits();
      // The event comes before the new page is there (WXT PR #2623).
      ctx.setTimeout(watch, 0);
    });
    // From the back/forward cache the page comes back as it was, but the tab's verdict belongs to where it has been.
    ctx.addEventListener(window, 'pageshow', (event) => {
      if (event.persisted) watch();
    });
    if ('prerendering' in document && document.prerendering) {
      ctx.addEventListener(document, 'prerenderingchange', watch, { once: true });
    } else watch();
  },
});

/** Nothing is read where a person has logged in. */
const isPublic = ({ href }: { href: string }): boolean => isPublicPage(new URL(href), publicPages);

/** What a verdict belongs to: fragments are places in one page, but for the routes of an application with a log-in. */
const spottedAddress = ({ href }: { href: string }): string => (isPublic({ href }) ? pageAddress(href) : href);
