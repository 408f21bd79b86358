/** What a dead version of the extension could not take away itself. Names of older versions stay in these lists. */
const ELEMENTS = 'madoguchi-guide, madoguchi-word';
const HIGHLIGHTS = ['madoguchi-term', 'madoguchi-date'];

/**
 * Takes away what another version left in the page. Firefox cuts a script off from its page the moment the extension
 * is updated or switched off, so that nothing of it runs any more, not even to remove its own element (153, measured);
 * Chromium lets it see to that. Call it while no visit of ours lives in the page.
 */
export function removeLeftOvers(document: Document): void {
  const elements = document.querySelectorAll(ELEMENTS);
  if (elements.length === 0 && !HIGHLIGHTS.some((name) => CSS.highlights.has(name))) return;
  for (const element of elements) element.remove();
  for (const name of HIGHLIGHTS) CSS.highlights.delete(name);
  const isOurs = (sheet: CSSStyleSheet): boolean =>
    [...sheet.cssRules].some(({ cssText }) => HIGHLIGHTS.some((name) => cssText.includes(name)));
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !isOurs(sheet));
}
