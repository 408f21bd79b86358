import type { ComponentChildren } from 'preact';
import { useText } from '../text.tsx';

/** A link out of the guide. It opens beside the page, which the person is still reading, and says so. */
export function ExternalLink({ url, children }: { url: string; children: ComponentChildren }) {
  const { plain } = useText();
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
      <span aria-hidden="true"> ↗</span>
      <span class="unseen"> ({plain('new-tab')})</span>
    </a>
  );
}
