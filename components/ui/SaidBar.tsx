import { Line, Say } from './Line.tsx';
import { useText } from '../text.tsx';
import type { Said } from './view.ts';

/** What was just done, read out by screen readers, with the way back. Always in the page, so that it is announced. */
export function SaidBar({ said, onUndo }: { said: Said | undefined; onUndo: () => void }) {
  const { t } = useText();
  return (
    <output class={said ? 'said' : 'said empty'}>
      {said && (
        <>
          <span>
            <Line text={t(said.key, said.values)} />
          </span>
          {said.undo && (
            <button type="button" class="quiet" onClick={onUndo}>
              <Say k="undo" />
            </button>
          )}
        </>
      )}
    </output>
  );
}
