import type { InterfaceTexts } from '../../lib/knowledge/compiled.ts';
import { labelsOf } from '../../lib/knowledge/say.ts';

/**
 * The labels of one surface for `useText`: its own keys and the shared `ui.` keys without the surface's name, all
 * others (`status.national`, `notice.done`) under their whole name. Where both have a key, the surface wins.
 */
export const labelsFor = (texts: InterfaceTexts, surface: string): Record<string, string> => ({
  ...texts,
  ...labelsOf(texts, 'ui'),
  ...labelsOf(texts, surface),
});
