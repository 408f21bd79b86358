import { Say } from '../ui/Line.tsx';
import type { View } from '../ui/view.ts';

export type BackupOfferCallbacks = { onExport: () => void; onDeclineBackup: () => void };

/** One line, while there is something to lose that is in no backup file. */
export function BackupOffer({ view, on }: { view: View; on: BackupOfferCallbacks }) {
  if (!view.offersBackup) return null;
  return (
    <div class="aside-line">
      <p>
        <Say k="remind.backup-offer" />
      </p>
      <div class="actions">
        <button type="button" onClick={on.onExport}>
          <Say k="export" />
        </button>
        <button type="button" class="quiet" onClick={on.onDeclineBackup}>
          <Say k="remind.backup-not-now" />
        </button>
      </div>
    </div>
  );
}
