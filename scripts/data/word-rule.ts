import type { WordRule, WrongWords } from '../../lib/knowledge/compiled.ts';
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

/**
 * What pages in other languages are searched for: the wordings that may be looked for, by their language. Of words that
 * a wording stands for, that one comes first which was met under more wrong names.
 */
export function wrongWords(terms: readonly Term[]): WrongWords {
  const wordings = terms.flatMap(({ id, wrong }) =>
    wrong.filter(({ mark }) => mark !== false).map((wording) => ({ ...wording, id })),
  );
  return Object.fromEntries(
    [...Map.groupBy(wordings, ({ language }) => language)].map(([language, inLanguage]) => {
      const names = (of: string) => inLanguage.filter(({ id }) => id === of).length;
      const same = Map.groupBy(inLanguage, ({ text }) => text.toLowerCase());
      const byWords = Map.groupBy(same.values(), (each) =>
        each
          .map(({ id }) => id)
          .toSorted((a, b) => names(b) - names(a))
          .join(' '),
      );
      return [
        language,
        [...byWords].map(([ids, each]): WordRule => {
          const [id = '', ...also] = ids.split(' ');
          return { id, surfaces: each.map(([first]) => first!.text), wrong: { also } };
        }),
      ];
    }),
  );
}
