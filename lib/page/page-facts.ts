/** What is read of a page, and what is concluded. Plain JSON: both cross from the page to the worker. */

export type PageFacts = {
  /** address without fragment */
  url: string;
  title: string;
  /** text of the main heading, '' where no heading matches the title */
  heading: string;
  /** the last crumbs of one breadcrumb, in page order */
  crumbs: readonly string[];
  /** further headings after the main heading, bounded */
  headings: readonly string[];
  /** text after the main heading, bounded */
  sample: string;
  /** `lang` of the document, '' where it has none */
  lang: string;
};

/** What is read of a page at most; a message with more is not ours. Characters, and numbers of lines. */
export const BOUNDS = { url: 2048, line: 300, crumbs: 6, headings: 40, sample: 4000, lang: 40 } as const;

/**
 * Where `words` of a rule were found. `crumbs`: in title, heading and breadcrumb together; `headings`: in headings
 * after the main one; `against`: in title or heading, and they speak for another subject.
 */
export type Reason = {
  where: 'title' | 'heading' | 'crumbs' | 'path' | 'headings' | 'body' | 'against';
  words: readonly string[];
};
export type Found = { procedure: string; score: number; reasons: readonly Reason[] };
/** Best first. Nothing sure: empty, and nothing is shown. */
export type Verdict = { procedures: readonly Found[] };
