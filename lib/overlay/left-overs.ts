import { HIGHLIGHT_NAMES } from './mark-styles.ts';

/** What a dead version of the extension could not take away itself. Names of older versions stay in these lists. */
const ELEMENTS = 'madoguchi-guide, madoguchi-word';

/** Whether another version left something in the page. Where something is underlined, a guide stands too. */
export const hasLeftOvers = (document: Document): boolean => document.querySelector(ELEMENTS) !== null;

/**
 * Takes away what another version left in the page. Firefox cuts a script off from its page the moment the extension
 * is updated or switched off, so that nothing of it runs any more, not even to remove its own element (153, measured);
 * Chromium lets it see to that. Call it while no visit of ours lives in the page.
 */
export function removeLeftOvers(document: Document): void {
  for (const element of document.querySelectorAll(ELEMENTS)) element.remove();
  for (const name of HIGHLIGHT_NAMES) CSS.highlights.delete(name);
}
