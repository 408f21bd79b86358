import type { WordRule, WrongWords } from '../../lib/knowledge/compiled.ts';
import type { Term } from '../../lib/knowledge/schema.ts';

/** What a page is searched for on behalf of a term. */
export function wordRule({ id, ja, variants, context }: Term): WordRule {
  return {
    id,
    surfaces: [...new Set([ja, ...variants])],
    ...(context?.unless === undefined ? {} : { unless: context.unless }),
    ...(context?.needs === undefined ? {} : { needs: context.needs }),
  };
}

/** What pages in other languages are searched for: the wordings that may be looked for, by their language. */
export function wrongWords(terms: readonly Term[]): WrongWords {
  const wordings = terms.flatMap(({ id, wrong }) =>
    wrong.filter(({ mark }) => mark !== false).map((w) => ({ ...w, id })),
  );
  return Object.fromEntries(
    [...Map.groupBy(wordings, ({ language }) => language)].map(([language, inLanguage]) => {
      const same = Map.groupBy(inLanguage, ({ text }) => text.toLowerCase());
      const surfaces = Map.groupBy(same.values(), (each) => each.map(({ id }) => id).join(' '));
      return [
        language,
        [...surfaces].map(([ids, each]): WordRule => {
          const [id = '', ...also] = ids.split(' ');
          return { id, surfaces: each.map(([first]) => first!.text), wrong: { also } };
        }),
      ];
    }),
  );
}
