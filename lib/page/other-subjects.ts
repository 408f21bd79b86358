/**
 * Subjects of which pages for foreign residents speak beside ours, and with our words: bring your residence card, enrol
 * within 14 days. In Japanese, as `inJapanese` says what other languages call them. No DOM.
 */
const CHAPTERS =
  '災害|地震|防災|避難|津波|ごみ|図書館|学校|日本語教室|住宅|銀行|仕事|奨学金|催し|イベント|病院|予防接種|交通|観光|通訳|電気|警察|選挙|水道|犬|軽自動車|運転免許|相談';
/** These stand on the pages of our own subjects too: marriages beside births, taxes beside certificates. */
const NEIGHBOURS = '婚姻|死亡|課税|介護|障害|障がい|統計';
const CHAPTER = new RegExp(CHAPTERS);
const ANY = new RegExp(`${CHAPTERS}|${NEIGHBOURS}`);

/** Whether `name` (comparable) is about a subject of which we know nothing. */
export const isOnAnother = (name: string): boolean => ANY.test(name);

/** The same of the page's own name: special permanent residents have no card and no term of ours, though many a chapter. */
export const isAnotherSubject = (name: string): boolean => isOnAnother(name) || name.includes('特別永住');

/** Whether `heading` (comparable) begins a chapter about such a subject. */
export const beginsAnother = (heading: string): boolean => CHAPTER.test(heading);

/** The headings that stand before the first such chapter. */
export function beforeAnother(headings: readonly string[]): readonly string[] {
  const another = headings.findIndex(beginsAnother);
  return another === -1 ? headings : headings.slice(0, another);
}
