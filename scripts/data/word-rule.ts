import type { WordRule } from '../../lib/knowledge/compiled.ts';
import type { Term } from '../../lib/knowledge/schema.ts';
import { fold } from '../../lib/page/block-text.ts';

/** What a page is searched for on behalf of a term. */
export function wordRule({ id, ja, variants, context }: Term): WordRule {
  return {
    id,
    surfaces: [...new Set([ja, ...variants].map(fold))],
    ...(context?.unless === undefined ? {} : { unless: context.unless }),
    ...(context?.needs === undefined ? {} : { needs: context.needs }),
  };
}
