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

/** The same text without readings: for names of buttons, notices, file names. */
export const withoutFurigana = (source: string): string => source.replace(RUBY, '$1');
