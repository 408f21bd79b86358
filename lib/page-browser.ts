/**
 * The narrow door to the browser for what runs inside pages (spotter and helper), without the polyfill, which
 * would weigh more than the spotter (10.3 kB). Both browsers give promises here under manifest version 3.
 * Only the types of the messages come from `messages.ts`, so that no schema is bundled into a page.
 */
import type { Answer, PageMessage, TabMessage } from './messages.ts';

type Listener = (message: unknown) => void;
type Runtime = {
  id?: string;
  sendMessage(message: PageMessage): Promise<unknown>;
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
};
/** Not `browser`: where a browser has none, an element that the page calls so stands at its place. */
const runtime = (): Runtime | undefined => (globalThis as { chrome?: { runtime?: Runtime } }).chrome?.runtime;

/** False once the extension was updated, reloaded or removed: then what is left of us takes itself away. */
export const alive = (): boolean => runtime()?.id !== undefined;

/**
 * Asks the worker and gives its answer. `undefined` where there is none to get: the extension is gone, or the
 * worker met a bug and has logged it. Never throws.
 */
export async function send<T extends PageMessage['type']>(
  message: PageMessage & { type: T },
): Promise<Answer<T> | undefined> {
  if (!alive()) return undefined;
  try {
    return (await runtime()?.sendMessage(message)) as Answer<T> | undefined;
  } catch {
    return undefined;
  }
}

/** Calls `listener` with what the worker tells this tab, until `signal` aborts. Strangers' messages are ignored. */
export function onTabMessage(listener: (message: TabMessage) => void, signal: AbortSignal): void {
  const receive: Listener = (raw) => {
    const type = raw !== null && typeof raw === 'object' && 'type' in raw ? raw.type : undefined;
    if (type === 'visit:changed' || type === 'visit:show' || type === 'visit:end') listener({ type });
  };
  const { onMessage } = runtime() ?? {};
  onMessage?.addListener(receive);
  signal.addEventListener('abort', () => onMessage?.removeListener(receive), { once: true });
}

/** A DOM event, because a script of an older version of us has no other connection to this one. */
const START = 'madoguchi:start';

/** Ends every visit in this page, also one that an older version of the extension left behind. */
export function endOtherVisits(): void {
  document.dispatchEvent(new CustomEvent(START));
}

/** Calls `end` when another visit starts in this page. Listen after `endOtherVisits`, or it ends itself. */
export function onOtherVisit(end: () => void, signal: AbortSignal): void {
  document.addEventListener(START, end, { signal });
}
