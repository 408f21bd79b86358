import { useText } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import type { StoredView, View } from '../ui/view.ts';
import { useItemName } from './TrustPart.tsx';

export type ProblemCallbacks = { onDownload: (stored: StoredView) => void; onAside: (key: string) => void };

/** Stored items that cannot be read: named, kept, and with the two things that can be done about them. */
export function Problems({ view, on }: { view: View; on: ProblemCallbacks }) {
  const { t } = useText();
  const name = useItemName();
  return (
    <>
      {view.problems.map((stored) => (
        <section key={stored.key} class="problem" aria-labelledby={`problem-${stored.key}`}>
          <h2 id={`problem-${stored.key}`}>
            <Line text={t('problem-title', { item: name(stored) })} />
          </h2>
          <p>
            <Say k="problem-means" />
          </p>
          <div class="actions">
            <button type="button" onClick={() => on.onDownload(stored)}>
              <Say k="problem-download" />
            </button>
            <button type="button" onClick={() => on.onAside(stored.key)}>
              <Say k="problem-aside" />
            </button>
          </div>
        </section>
      ))}
    </>
  );
}
