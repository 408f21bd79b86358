import type { Data } from '../load.ts';
import type { Problem } from '../problem.ts';
import { sentences } from '../sentences.ts';

/** Numbers that may stand in a sentence, because they are part of a name and no rule can change them alone. */
export const ALLOWED_DIGITS: readonly { pattern: RegExp; reason: string }[] = [
  { pattern: /\b4-digit PINs?\b/g, reason: 'what the PIN is called: it has no name without the number' },
  { pattern: /4(?:桁|けた)(?:の(?:数字|番号|暗証番号))?/g, reason: 'the same in Japanese (4桁の暗証番号)' },
  { pattern: /\b6–16 characters?\b/g, reason: 'what tells the signature password from the PINs' },
  { pattern: /6[〜～]16文字/g, reason: 'the same in Japanese' },
  { pattern: /高度専門職[2２]号/g, reason: 'name of a status of residence as the cards print it' },
  { pattern: /\bICチップ|\be-Tax\b/g, reason: 'names' },
];

/**
 * A count in words is as much a number as one in digits, once a unit of time, money or age follows. "One day" is a way
 * of speaking.
 */
const ENGLISH_NUMBER =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|forty-five|fifty|sixty|ninety|hundred|thousand|million)[ -](?:working |open |calendar )?(?:days?|weeks?|months?|years?|hours?|minutes?|birthdays?|tries|yen|percent)\b/i;
const JAPANESE_NUMBER =
  /[二三四五六七八九十百千万]+(?:日(?!本)|[かヶカケ]月|年|歳|円|週間|時間|分の|割|度目の誕生日|回目の誕生日)|二十歳/;

/**
 * Numbers, fees, dates and day counts come from facts. The interface is looked at as well, except its units,
 * which are nothing but numbers.
 */
export function* digits(data: Data): Generator<Problem> {
  for (const { kind, key, en, otherwise, at } of sentences(data)) {
    if (kind === 'interface' && key.startsWith('units.')) continue;
    for (const text of [en, otherwise ?? '']) yield* numbersIn(key, text, ENGLISH_NUMBER, at);
  }
  for (const language of data.languages.values()) {
    for (const translated of Object.values(language.translations)) {
      for (const [key, { text, at }] of translated) {
        if (key.startsWith('units.')) continue;
        yield* numbersIn(key, text, language.value.locale.startsWith('ja') ? JAPANESE_NUMBER : undefined, at);
      }
    }
  }
}

function* numbersIn(
  key: string,
  text: string,
  words: RegExp | undefined,
  at: { file: string; line: number },
): Generator<Problem> {
  const plain = text.replace(/《[^》]*》|｜/g, '').replace(/\{[^}]*\}/g, '');
  const rest = ALLOWED_DIGITS.reduce((left, { pattern }) => left.replace(pattern, ''), plain);
  const number = /[0-9０-９]+/.exec(rest)?.[0] ?? words?.exec(rest)?.[0];
  if (number !== undefined) {
    yield {
      ...at,
      what: `"${key}" has the number "${number}" in its text`,
      remedy: 'Make it a fact and write {fact-id}; names go into ALLOWED_DIGITS in scripts/data/checks/digits.ts.',
    };
  }
}
