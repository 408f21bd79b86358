import { expect, it } from 'vitest';
import type { Reason } from '../../../lib/page/page-facts.ts';
import { reasonSentence } from '../../../lib/page/reason-sentence.ts';

const REASONS: readonly [Reason['where'], string[], string][] = [
  ['title', ['転入', '届出'], 'The title names 転入 and 届出.'],
  ['heading', ['転入届'], 'The main heading names 転入届.'],
  ['crumbs', ['在留', 'カード', '更新'], 'Title and breadcrumb together name 在留, カード and 更新.'],
  ['path', ['tennyu'], 'The address contains tennyu.'],
  ['headings', ['転入届'], 'Headings of the text name 転入届.'],
  ['body', ['転出証明書', '在留カード', '転入届', '世帯主'], 'The text has 転出証明書, 在留カード and 2 more.'],
  ['body', ['転出証明書', '在留カード', '転入届'], 'The text has 転出証明書, 在留カード and 転入届.'],
  ['against', ['犬'], 'Against it: title or heading has 犬.'],
];

it.each(REASONS)('%s %s: %s', (where, words, sentence) => {
  expect(reasonSentence({ where, words })).toBe(sentence);
});
