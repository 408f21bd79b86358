import { Say } from '../ui/Line.tsx';
import type { View } from '../ui/view.ts';

export type NoticeWayCallbacks = {
  /** shows a notice that is about nothing, so that the person sees whether notices appear */
  onExample: () => void;
};

/** How notices come, told where the first one is due: once one came, or while the browser hides them, no more. */
export function NoticeWay({ view, on }: { view: View; on: NoticeWayCallbacks }) {
  if (!view.anything) return null;
  if (view.noticesDenied) {
    return (
      <p class="note">
        <Say k="notices-denied" />
      </p>
    );
  }
  if (!view.neverTold || !view.dates.some(({ nextNotice }) => nextNotice !== null)) return null;
  return (
    <div class="aside-line">
      <p>
        <Say k="remind.first" />
      </p>
      <div class="actions">
        <button type="button" class="quiet" onClick={on.onExample}>
          <Say k="remind.example" />
        </button>
        <a href="#reminders">
          <Say k="remind.first-change" />
        </a>
      </div>
    </div>
  );
}
