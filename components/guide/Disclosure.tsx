import type { ComponentChildren } from 'preact';
import { Line } from '../ui/Line.tsx';

/** A part that stays shut until somebody wants it, so that the open guide stays calm. */
export function Disclosure({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="more">
      <summary>
        <h3>
          <Line text={title} />
        </h3>
      </summary>
      <div class="more-body">{children}</div>
    </details>
  );
}
