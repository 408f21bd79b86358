/** One observer for what the page does to itself while our guide stands in it. */

const QUIET_MS = 250;
const MAX_QUIET_MS = 8_000;
const MAX_RETURNS = 3;

export type Changes = {
  /** The page's content changed; a flood is one call. */
  onChange(): void;
  /** Our host was taken out with what surrounded it: put it back. Called three times at most. */
  onRemoved(): void;
  /** It was taken out once more: it cannot stand here. Called once. */
  onGiveUp(): void;
};

/**
 * Watches `root` until `signal` aborts. A flood of changes becomes one call per 250 ms; where the page never
 * rests the pause doubles up to 8 s, so that a ticker or a slide show costs next to nothing. No timer runs while
 * nothing changes. What happens to our own host alone is no change.
 */
export function observePage(root: Node, host: () => Element, changes: Changes, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet = QUIET_MS;
  let changedMeanwhile = false;
  let returns = 0;

  const rest = (): void => {
    timer = setTimeout(() => {
      timer = undefined;
      if (changedMeanwhile) {
        quiet = Math.min(quiet * 2, MAX_QUIET_MS);
        act();
      } else quiet = QUIET_MS;
    }, quiet);
  };
  const act = (): void => {
    changedMeanwhile = false;
    if (!host().isConnected) {
      returns++;
      if (returns <= MAX_RETURNS) changes.onRemoved();
      else if (returns === MAX_RETURNS + 1) changes.onGiveUp();
    }
    changes.onChange();
    rest();
  };

  const ours = (node: Node): boolean => node === host() || /^madoguchi-/iu.test(node.nodeName);
  const observer = new MutationObserver((records) => {
    const foreign = records.some(
      ({ type, addedNodes, removedNodes }) =>
        type === 'characterData' ||
        [...addedNodes].some((node) => !ours(node)) ||
        [...removedNodes].some((node) => !ours(node)),
    );
    if (!foreign && host().isConnected) return;
    changedMeanwhile = true;
    timer ??= setTimeout(() => {
      timer = undefined;
      act();
    }, QUIET_MS);
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
