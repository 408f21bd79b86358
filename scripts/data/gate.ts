import type { Gate, RecogniseRule } from '../../lib/knowledge/compiled.ts';
import { comparable } from '../../lib/page/card-names.ts';
import { FOREIGN_LETTER } from '../../lib/page/gate.ts';
import { normalise } from '../../lib/page/normalise.ts';
import { foldRomaji } from '../../lib/page/romaji.ts';
import type { Procedure } from '../../lib/knowledge/schema.ts';

/** Of parts of addresses that `foldRomaji` makes one, the first. */
const onePerSpelling = (parts: readonly string[]): readonly string[] => [
  ...new Map(parts.toReversed().map((part) => [foldRomaji(part), part])).values(),
];

/** Groups that `comparable` makes one (個人番号カード, マイナンバーカード) count once. */
const onePerMeaning = (groups: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ...new Map(groups.map((group) => [group.toSorted().join('+'), group])).values(),
];

/** The recogniser's rule for a procedure, in the spelling in which pages are compared. */
export function recogniseRule({ id, recognise }: Procedure): RecogniseRule {
  return {
    id,
    topic: onePerMeaning(recognise.topic.map((group) => group.map(comparable))),
    alone: recognise.alone.map(comparable),
    path: onePerSpelling(recognise.path.map((part) => part.toLowerCase())),
    body: recognise.body.map(comparable),
    not: recognise.not.map(comparable),
    yields: recognise.yields,
  };
}

/** Words of every office's pages: taken only where a group has no other. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  `手続 申請 届出 届 登録 手数料 オンライン カード 新しく 更新 変更 交付 発行 再発行 案内 相談 窓口 郵送 方法 制度 書類 証明書 外国人 住所 氏名 海外 日本 返納 紛失 控除
   ガイドライン 社会保障 併記 支給 受給 加入 脱退 請求 受取 受け取り 代理 予約 期限 certificate registration notification renewal
   exemption extending application online unemployment procedures address reissue expiration apply`
    .split(/\s+/)
    .map(normalise),
);
const COMMON_WORTH = 0.001;

/** A name of such words alone is in another language; in a Japanese name they may stand too. */
const LATIN_WORD = /^[a-zà-ỹ()'’.]+$/;
const IN_JAPANESE_NAMES = /etax|mynumber|mynaportal|mynapoint/;
const opensByItself = (word: string): boolean => LATIN_WORD.test(word) && !IN_JAPANESE_NAMES.test(word);

/** What stands in names of pages where rules, after `comparable`, say マイナンバーカード. */
const NAMED_OTHERWISE: readonly string[] = ['マイナカード', '個人番号カード', 'mynumber'];

/** What stands in names that say nothing else (届出・証明の窓口, 生活指南, スマートフォン活用編), of which the first headings decide. */
const NAMED_VAGUELY: readonly string[] = ['届出', '用編', '加入', '役所', '指南', 'かにゅう', 'ガイド', '留学生'];

/** Each stands in several words that the search below would take one by one; the spotter has no room for all of them. */
const IN_SEVERAL: readonly string[] = ['居民', '居留', '離職', '特急', '券面', '仕事を', '会社を', '受取', '証明'];

/** Sorted, without those that contain another. */
const shortest = (words: readonly string[]): readonly string[] =>
  [...new Set(words)].filter((word) => !words.some((other) => other !== word && word.includes(other))).toSorted();

/** Wherever the group stands, the word stands too. */
const opens = (word: string, group: readonly string[]): boolean => group.some((part) => part.includes(word));

/**
 * The spotter's first question: a small set of words of which every topic group has at least one, so that no page
 * that the recogniser would know is turned away (a word also stands in every longer word that contains it).
 * Greedy: at each step the word that opens the most groups still shut, weighed by its length, for a longer word
 * stands on fewer pages that are about something else, and by whether every office's pages have it. Groups that are
 * wholly Latin or have a letter that opens the gate by itself need no word.
 */
export function gateOf(rules: readonly RecogniseRule[]): Gate {
  const words: string[] = [...NAMED_OTHERWISE, ...NAMED_VAGUELY, ...IN_SEVERAL];
  let shut = rules
    .flatMap((rule) => [...rule.topic, ...rule.alone.map((word) => [word])])
    .filter((group) => !group.every(opensByItself) && !group.some((word) => FOREIGN_LETTER.test(word)))
    .filter((group) => !words.some((word) => opens(word, group)));
  const candidates = [...new Set(shut.flat())].toSorted();
  while (shut.length > 0) {
    const worth = (word: string) =>
      shut.filter((group) => opens(word, group)).length *
      [...word].length ** 2 *
      (COMMON_WORDS.has(word) ? COMMON_WORTH : 1);
    const [best] = candidates.map((word) => ({ word, worth: worth(word) })).toSorted((a, b) => b.worth - a.worth);
    if (!best || best.worth === 0) throw new Error(`Topic groups without a word: ${JSON.stringify(shut)}`);
    words.push(best.word);
    shut = shut.filter((group) => !opens(best.word, group));
  }
  return { words: shortest(words) };
}
