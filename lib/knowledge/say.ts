import type { CivilDate } from '../dates/civil-date.ts';
import type { FactRecords, InterfaceTexts, Text } from './compiled.ts';
import { fill, placeholders } from './fill.ts';
import type { Formatter } from './format.ts';
import { valueOn } from './value-on.ts';

/**
 * Says sentences with the facts as they are on `day`, and with `own` values that are no facts, already in words. Where
 * a value is missing the `otherwise` is said, and where that has a hole too, nothing: `undefined`. Nobody reads a
 * sentence with a hole.
 */
export function sayer(
  facts: FactRecords,
  format: Formatter,
  day: CivilDate,
  own: Readonly<Record<string, string | undefined>> = {},
): (text: Text) => string | undefined {
  const others = new Map(Object.entries(own));
  const value = (name: string): string | undefined => {
    const fact = facts[name];
    if (!fact) return others.get(name);
    const now = valueOn(fact, day);
    return now.known ? format.fact(fact, now.value) : undefined;
  };
  const filled = (text: string) =>
    fill(text, Object.fromEntries(placeholders(text).map((name) => [name, value(name)])));
  return ({ text, otherwise }) => filled(text) ?? (otherwise === undefined ? undefined : filled(otherwise));
}

/** The interface texts of one surface, without its name before the key. */
export const labelsOf = (texts: InterfaceTexts, surface: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      key.startsWith(`${surface}.`) ? [[key.slice(surface.length + 1), text] as const] : [],
    ),
  );

/**
 * Interface texts of one surface with their values; a count `n` chooses the `-one` form where the language has
 * one. Throws on a key that does not exist: that is a bug.
 */
export function surfaceTexts(texts: InterfaceTexts, surface: string, format: Formatter, locale: string) {
  const plural = new Intl.PluralRules(locale);
  return (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const { n } = values;
    const one = typeof n === 'number' && plural.select(n) === 'one' ? texts[`${surface}.${key}-one`] : undefined;
    const text = one ?? texts[`${surface}.${key}`];
    if (text === undefined) throw new Error(`No interface text "${surface}.${key}"`);
    const words = Object.entries(values).map(([name, of]) => [name, typeof of === 'number' ? format.number(of) : of]);
    return fill(text, Object.fromEntries(words)) ?? text;
  };
}
