import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The button that opens and closes a part, where closing may put another button in its place: focus stays on
 * whichever stands there, if it was in the part at all. `closeByEscape` is for the part's `keydown`.
 */
export function useToggle(open: boolean, onToggle: (open: boolean) => void) {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(open);
  useLayoutEffect(() => {
    if (was.current !== open) button.current?.focus();
    was.current = open;
  }, [open]);
  const closeByEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open) onToggle(false);
  };
  return { button, closeByEscape };
}
