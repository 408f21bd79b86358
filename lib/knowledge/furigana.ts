/** Furigana in Aozora notation: `｜在留《ざいりゅう》` is 在留 with its reading. Pure text in, pure values out. */
export type Run = { text: string; reading: string | null };

const RUBY = /｜([^｜《》]+)《([^《》]+)》/gu;

/** The text cut into runs with and without a reading; joined, their `text` is what a person without furigana reads. */
export function furiganaRuns(source: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of source.matchAll(RUBY)) {
    if (match.index > end) runs.push({ text: source.slice(end, match.index), reading: null });
    runs.push({ text: match[1]!, reading: match[2]! });
    end = match.index + match[0].length;
  }
  if (end < source.length) runs.push({ text: source.slice(end), reading: null });
  return runs;
}

/**
 * Where lines of easy Japanese may end: between its phrases, which have spaces between them, and behind a mark. A text
 * without furigana is one phrase. Joined, the phrases are the text.
 */
export const phrasesOf = (source: string): string[] =>
  source.includes('｜') ? source.split(/(?<=[ 。、：）」])(?![。、：）」])/u) : [source];

/** The same text without readings: for names of buttons, notices, file names. */
export const withoutFurigana = (source: string): string => source.replace(RUBY, '$1');
