import { useLayoutEffect, useRef } from 'preact/hooks';
import { Line, Say } from './Line.tsx';
import { useText } from '../text.tsx';
import type { Said } from './view.ts';

/** What was just done, read out by screen readers, with the way back. Always in the page, so that it is announced. */
export function SaidBar({ said, onUndo }: { said: Said | undefined; onUndo: () => void }) {
  const { t } = useText();
  const bar = useRef<HTMLOutputElement>(null);
  const undone = useRef(false);
  // What was undone takes its button away: the focus stays in its place.
  useLayoutEffect(() => {
    if (undone.current) bar.current?.focus();
    undone.current = false;
  }, [said]);
  return (
    <output ref={bar} tabIndex={-1} class={said ? 'said' : 'said empty'}>
      {said && (
        <>
          <span>
            <Line text={t(said.key, said.values)} />
          </span>
          {said.undo && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                undone.current = true;
                onUndo();
              }}
            >
              <Say k="undo" />
            </button>
          )}
        </>
      )}
    </output>
  );
}
