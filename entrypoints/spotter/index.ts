/**
 * The spotter runs on every covered page and must cost next to nothing: it reads address, title, main heading and
 * crumbs, and ends when none of our words stands there. Only then does it read more, and asks the worker.
 *
 * Most of what it costs is using something for the first time in a new world. Therefore it touches nothing that a page
 * about other subjects does not need (`chrome.runtime` 0.6 ms, `CSS.highlights` 0.3, a timer 0.1), and is no content
 * script of WXT's, whose context asks for `chrome.runtime` first. scripts/manifest.ts names it as the content script.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import gate from '../../.data/gate.json';
import publicPages from '../../.data/public-pages.json';
import { hasLeftOvers, removeLeftOvers } from '../../lib/overlay/left-overs.ts';
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
type Spotted = {
  url: string;
  verdict: 'reading' | 'silent' | 'unsure' | 'recognised';
  done: Promise<void>;
  /** ends the spotter */
  end: () => void;
};
declare global {
  var madoguchi: Spotted | undefined;
}

export default defineUnlistedScript(() => {
  // In a page that was open already this script may stand, and is asked to look again, or what an older version has left.
  const earlier = spottedBefore();
  if (earlier || hasLeftOvers(document)) {
    earlier?.end();
    endOtherVisits();
    removeLeftOvers(document);
  }
  const life = new AbortController();
  const { signal } = life;
  const end = (): void => life.abort();
  let late: MutationObserver | undefined;

  const spot = (): void => {
    const before = spottedBefore();
    if (before && !alive()) return end();
    const spotted: Spotted = { url: spottedAddress(), verdict: 'reading', done: Promise.resolve(), end };
    globalThis.madoguchi = spotted;
    spotted.done = decide(spotted, before);
  };

  const decide = async (spotted: Spotted, before: Spotted | undefined): Promise<void> => {
    const { url } = spotted;
    const frame = isPublic() ? readFrame(document) : undefined;
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
    if (signal.aborted) return;
    late?.disconnect();
    spot();
    if (!isPublic()) return;
    const until = performance.now() + LATE_CONTENT_MS;
    let settling = false;
    const observer = new MutationObserver(() => {
      if (performance.now() > until) return observer.disconnect();
      if (settling) return;
      settling = true;
      setTimeout(() => {
        settling = false;
        if (signal.aborted || late !== observer) return;
        const verdict = spottedBefore()?.verdict;
        if (verdict === 'silent' || verdict === 'unsure') spot();
        if (verdict === 'recognised') observer.disconnect();
      }, SETTLE_MS);
    });
    late = observer;
    observer.observe(document, { childList: true, subtree: true });
  };
  signal.addEventListener('abort', () => late?.disconnect());

  navigation.addEventListener(
    'currententrychange',
    () => {
      const spotted = spottedBefore();
      if (!spotted || spottedAddress() === spotted.url) return; // nothing yet, as long as the page is prerendered
      endOtherVisits();
      setTimeout(watch); // a router changes the address first and the page after it
    },
    { signal },
  );
  // From the back/forward cache the page comes back as it was, but the tab's verdict belongs to where it has been.
  // Asked for on leaving: `pageshow` comes once as the page loads, too.
  addEventListener('pagehide', () => addEventListener('pageshow', watch, { once: true }), { signal });
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', watch, { once: true, signal });
  else watch();
});

/** Not an element that the page has called so. */
const spottedBefore = (): Spotted | undefined =>
  Object.hasOwn(globalThis, 'madoguchi') ? globalThis.madoguchi : undefined;

/** Nothing is read where a person has logged in. */
const isPublic = (): boolean => isPublicPage(location, publicPages);

/** What a verdict belongs to: fragments are places in one page, but for the routes of an application with a log-in. */
const spottedAddress = (): string => (isPublic() ? pageAddress(location.href) : location.href);
