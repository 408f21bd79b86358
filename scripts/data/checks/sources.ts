import type { Source } from '../../../lib/knowledge/schema.ts';
import { type Data, type Entry, RECORD_KINDS } from '../load.ts';
import type { Problem } from '../problem.ts';

/** Copies, proxies and places where anybody writes: they may support a statement, and are never offered as its page. */
const NOT_A_PAGE = [
  /(^|\.)translate\.goog$/,
  /(^|\.)translation-proxy\.com$/,
  /(^|\.)(j-server|transer|web-transer|honyaku)\.(com|jp|ne\.jp)$/,
  /(^|\.)(archive\.org|archive\.today|archive\.ph|warp\.ndl\.go\.jp)$/,
  /(^|\.)(note\.com|ameblo\.jp|hatenablog\.com|qiita\.com|medium\.com|livedoor\.jp|fc2\.com|wixsite\.com)$/,
  /(^|\.)(wikipedia\.org|reddit\.com|x\.com|twitter\.com|facebook\.com|youtube\.com)$/,
  /^sites\.google\.com$/,
];

type Sourced = { sources: readonly Source[]; checked: string; confidence: 'high' | 'medium' | 'low' };

/** A person can open what carries a statement, and its dates are in order. */
export function* sources(data: Data): Generator<Problem> {
  const folders: ReadonlyMap<string, Entry<Sourced>>[] = RECORD_KINDS.map((kind) => data[kind]);
  for (const entry of folders.flatMap((folder) => [...folder.values()])) {
    const { value } = entry;
    for (const [index, source] of value.sources.entries()) {
      const at = entry.at(['sources', index]);
      const host = new URL(source.url).hostname;
      if (!source.evidence_only && NOT_A_PAGE.some((pattern) => pattern.test(host))) {
        yield {
          ...at,
          what: `${host} is a copy or a blog`,
          remedy: 'Add `evidence_only: true`, or name the page itself.',
        };
      }
      if (source.page_date !== null && source.page_date > source.checked) {
        yield {
          ...at,
          what: `the page is dated ${source.page_date}, after it was read on ${source.checked}`,
          remedy: 'Correct one of the two.',
        };
      }
      if (source.checked > value.checked) {
        yield {
          ...at,
          what: `read on ${source.checked}, but the record says checked ${value.checked}`,
          remedy: 'Set the record’s `checked` to the newest.',
        };
      }
    }
    if (value.confidence !== 'low' && value.sources.every((source) => source.evidence_only)) {
      yield {
        ...entry.at(['sources']),
        what: 'no source that a person can open',
        remedy: 'Find the page of an office or association.',
        warning: true,
      };
    }
  }
}
