import type { Data } from './load.ts';
import { inOrder, type Problem } from './problem.ts';
import { contexts } from './checks/contexts.ts';
import { digits } from './checks/digits.ts';
import { easyJapanese } from './checks/easy-japanese.ts';
import { ids } from './checks/ids.ts';
import { manifest } from './checks/manifest.ts';
import { placeholdersFilled } from './checks/placeholders.ts';
import { references } from './checks/references.ts';
import { sameWords } from './checks/same-words.ts';
import { sources } from './checks/sources.ts';
import { surfaces } from './checks/surfaces.ts';
import { translations } from './checks/translations.ts';
import { unused } from './checks/unused.ts';
import { wrongWordings } from './checks/wrong-words.ts';

const CHECKS: readonly ((data: Data) => Iterable<Problem>)[] = [
  ids,
  references,
  placeholdersFilled,
  sources,
  translations,
  sameWords,
  digits,
  easyJapanese,
  surfaces,
  contexts,
  wrongWordings,
  manifest,
  unused,
];

/**
 * Everything that is wrong with the data, by file and line; those with `warning` are no reason to fail. What cannot
 * be read comes first and alone, for whatever refers to it would be told as wrong too.
 */
export function problems(data: Data): Problem[] {
  return inOrder(data.unread.length > 0 ? data.unread : CHECKS.flatMap((check) => [...check(data)]));
}
