import { Say } from '../ui/Line.tsx';
import type { View } from '../ui/view.ts';

/** In place of everything personal, on a screen that others see: whether something is near, and the way to it. */
export function Hidden({ view, onShow }: { view: View; onShow: () => void }) {
  return (
    <section>
      <p>
        <Say k={view.notices.length > 0 ? 'remind.hidden-near' : 'remind.hidden'} />
      </p>
      <button type="button" class="primary" onClick={onShow}>
        <Say k="remind.hidden-show" />
      </button>
    </section>
  );
}
