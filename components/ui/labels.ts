import type { InterfaceTexts } from '../../lib/knowledge/compiled.ts';

/**
 * The labels of one surface for `useText`: its own keys and the shared `ui.` keys without the surface's name, all
 * others (`status.national`, `notice.done`) under their whole name. Where both have a key, the surface wins.
 */
export function labelsFor(texts: InterfaceTexts, surface: string): Record<string, string> {
  const under = (name: string) =>
    Object.entries(texts).flatMap(([key, text]) =>
      key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), text] as const] : [],
    );
  return { ...texts, ...Object.fromEntries(under('ui')), ...Object.fromEntries(under(surface)) };
}
