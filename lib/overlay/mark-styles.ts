/**
 * How words and dates of the page are underlined. The sheet comes with the spotter, before the page has a style: a rule
 * for highlights that arrives later makes Chromium work out the style of all the page again (11-23 ms of processor time
 * on the largest real page, Chromium 156, 2026-11-26), one that is there from the start costs a page without marks
 * nothing measurable. So a theme is a name, not a sheet.
 */
import type { Theme } from './theme.ts';

export const MARK_KINDS = ['word', 'date'] as const;
const THEMES: readonly Theme[] = ['light', 'dark'];
export type MarkKind = (typeof MARK_KINDS)[number];

/** A date is told from a word without colour: by dashes, and a thinner line. */
const LINES: Readonly<Record<MarkKind, string>> = { word: 'dotted 2px', date: 'dashed 1px' };
const COLOURS: Readonly<Record<Theme, string>> = { light: '#5109ad', dark: '#cdb2f7' };
const TERMS: Readonly<Record<MarkKind, string>> = { word: 'madoguchi-term', date: 'madoguchi-date' };

/** Under which name marks of this kind stand in the page's registry of highlights. */
export const highlightName = (kind: MarkKind, theme: Theme): string =>
  theme === 'light' ? TERMS[kind] : `${TERMS[kind]}-dark`;

/** Every name of ours in the registry. */
export const HIGHLIGHT_NAMES: readonly string[] = MARK_KINDS.flatMap((kind) =>
  THEMES.map((theme) => highlightName(kind, theme)),
);

/** The file in the package that paints the highlights. */
export const MARKS_FILE = 'marks.css';

/** Its text. Firefox 153 paints nothing that is inherited, so there every element is named; in Chromium that is slow. */
export function marksSheet({ inherited }: { inherited: boolean }): string {
  const selector = (name: string): string => `${inherited ? ':root' : ''}::highlight(${name})`;
  const rules = MARK_KINDS.flatMap((kind) =>
    THEMES.map(
      (theme) => `  ${selector(highlightName(kind, theme))} {
    text-decoration: underline ${LINES[kind]} ${COLOURS[theme]};
    text-underline-offset: 4px;
  }`,
    ),
  );
  return `@media screen {
${rules.join('\n')}
}
@media screen and (forced-colors: active) {
  ${HIGHLIGHT_NAMES.map(selector).join(',\n  ')} {
    text-decoration-color: LinkText;
  }
}
`;
}
