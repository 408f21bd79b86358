import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Calls `onEscape` when Escape is pressed in one of these parts while `open`; the popup around them does not close
 * then.
 */
export function useEscape(open: boolean, parts: readonly RefObject<HTMLElement | null>[], onEscape: () => void): void {
  useLayoutEffect(() => {
    if (!open) return undefined;
    const abort = new AbortController();
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onEscape();
    };
    for (const { current } of parts) current?.addEventListener('keydown', pressed, { signal: abort.signal });
    return () => abort.abort();
  }, [open]);
}
