import type { Source } from '../../../lib/knowledge/schema.ts';
import { isOfficial } from '../official.ts';
import { type Data, type Entry, RECORD_KINDS } from '../load.ts';
import type { Problem } from '../problem.ts';

type Sourced = { sources: readonly Source[]; checked: string; confidence: 'high' | 'medium' | 'low' };

/** A person is led to official pages only, can open what carries a statement, and its dates are in order. */
export function* sources(data: Data): Generator<Problem> {
  const folders: ReadonlyMap<string, Entry<Sourced>>[] = RECORD_KINDS.map((kind) => data[kind]);
  for (const entry of folders.flatMap((folder) => [...folder.values()])) {
    const { value } = entry;
    for (const [index, source] of value.sources.entries()) {
      const at = entry.at(['sources', index]);
      const host = new URL(source.url).hostname;
      if (!source.evidence_only && !isOfficial(host)) {
        yield {
          ...at,
          what: `${host} is no public body or insurer that we know`,
          remedy: 'Add `evidence_only: true`; if it is one, add it to scripts/data/official.ts.',
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
