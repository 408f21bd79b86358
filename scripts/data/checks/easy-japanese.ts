import { furiganaRuns, withoutFurigana } from '../../../lib/knowledge/furigana.ts';
import type { Data } from '../load.ts';
import type { Problem } from '../problem.ts';

/** Longest sentence, in characters without spaces and readings; most are under 30. */
const LONGEST_SENTENCE = 50;
/** Longest stretch without a space. 利用者証明用電子証明書より has 13. */
const LONGEST_PHRASE = 15;

const KANJI = /[\u3400-\u9fff々〆ヶ]+/u;
const KANA = /^[\u3041-\u309fー]+$/u;

/** Each rule looks at one sentence without readings and without spaces. */
const RULES: readonly { pattern: RegExp; what: string; remedy: string }[] = [
  { pattern: /等(?!級)/, what: '〜等', remedy: 'Name the things, or say ほかの.' },
  {
    pattern: /頃|[0-9日月年]ごろ|しばらく|まもなく|もうすぐ|近いうち|のちほど|そのうち(?!に?[一二三])|当分/,
    what: 'a vague time',
    remedy: 'Name the day, the event, or the number of days by a fact.',
  },
  {
    pattern:
      /なければ(?:なり|いけ)|なくては(?:なり|いけ)|ないと(?:なり|いけ|だめ)|ない(?:こと|わけ)[はがも]?(?:ありません|ない)|なくは(?:ありません|ない)|ざるを/,
    what: 'a double negative',
    remedy: 'Say what to do: 〜してください, 〜が 必要です.',
  },
  {
    pattern: /(?:する|(?<![まで])した|ない|かった|である|だ|れる|える|いる|ある|なる|できる)。$/,
    what: 'an ending without です or ます',
    remedy: 'End with です, ます, ません or ください.',
  },
];

/** The rules of plain Japanese that a machine can see; see docs/data.md. */
export function* easyJapanese(data: Data): Generator<Problem> {
  for (const translated of Object.values(data.languages.get('ja-easy')?.translations ?? {})) {
    for (const [key, { text, at }] of translated) {
      for (const { what, remedy } of faults(text)) yield { ...at, what: `"${key}": ${what}`, remedy };
    }
  }
}

function* faults(text: string): Generator<{ what: string; remedy: string }> {
  for (const run of furiganaRuns(text)) {
    const bare = run.reading === null ? KANJI.exec(run.text)?.[0] : undefined;
    if (bare !== undefined) yield { what: `${bare} has no furigana`, remedy: `Write ｜${bare}《reading》.` };
    if (run.reading !== null && !KANA.test(run.reading)) {
      yield { what: `the reading 《${run.reading}》 is not hiragana`, remedy: 'Write it in hiragana.' };
    }
  }
  const shown = withoutFurigana(text).replace(/\{[^}]*\}/g, '＿＿');
  const broken = /[｜《》]/.exec(shown)?.[0];
  if (broken !== undefined) yield { what: `a lone ${broken}`, remedy: 'Furigana is written ｜漢字《かんじ》.' };

  const phrase = shown.split(/[\s、。（）「」：・？！／]/u).find((part) => [...part].length > LONGEST_PHRASE);
  if (phrase !== undefined)
    yield { what: `"${phrase}" is one long stretch`, remedy: 'Put a space between its phrases.' };

  for (const spaced of shown.split(/(?<=[。？！])/u)) {
    const sentence = spaced.replace(/\s/gu, '');
    if ([...sentence].length > LONGEST_SENTENCE) {
      yield { what: `a sentence of ${[...sentence].length} characters`, remedy: 'Say it in two.' };
    }
    for (const { pattern, what, remedy } of RULES) {
      const found = pattern.exec(sentence)?.[0];
      if (found !== undefined) yield { what: `${what} ("${found}")`, remedy };
    }
  }
}
