import { createContext, type ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { fill } from '../lib/knowledge/fill.ts';
import { furiganaRuns, phrasesOf, withoutFurigana } from '../lib/knowledge/furigana.ts';

export type Words = {
  /** interface texts of this surface, without the surface's name */
  labels: Readonly<Record<string, string>>;
  /** for Intl and lang="" */
  locale: string;
};
const WordsContext = createContext<Words>({ labels: {}, locale: 'en' });

export type Values = Readonly<Record<string, string | number>>;

/** Gives everything below it its words. */
export function WordsProvider({ labels, locale, children }: Words & { children: ComponentChildren }) {
  const value = useMemo(() => ({ labels, locale }), [labels, locale]);
  return <WordsContext.Provider value={value}>{children}</WordsContext.Provider>;
}

/**
 * The words of the surface. `t(key, values)` gives the text with its values in place; a number named `n`
 * chooses `key-one` where the language has a singular. `plain` is the same without furigana, for attributes.
 * A key that does not exist throws: it is a bug, and the data check finds it first.
 */
export function useText() {
  const { labels, locale } = useContext(WordsContext);
  return useMemo(() => {
    let plural: Intl.PluralRules | undefined; // few components count, and every one of them asks for the words
    const t = (key: string, values: Values = {}): string => {
      const { n } = values;
      if (typeof n === 'number') plural ??= new Intl.PluralRules(locale);
      const one = typeof n === 'number' && plural?.select(n) === 'one' ? labels[`${key}-one`] : undefined;
      const text = one ?? labels[key];
      if (text === undefined) throw new Error(`No interface text "${key}"`);
      const strings = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
      return fill(text, strings) ?? text;
    };
    return { t, plain: (key: string, values?: Values) => withoutFurigana(t(key, values)), locale };
  }, [labels, locale]);
}

/**
 * A line with its furigana as ruby. Its phrases are boxes, which are not torn at the end of a line while they fit into
 * one; together they are one thing, for in a row of things (flex) each would be one, without the spaces between.
 */
export function Rich({ text }: { text: string }) {
  if (!text.includes('｜')) return <>{text}</>;
  return (
    <span>
      {phrasesOf(text).map((phrase) => (
        <>
          <span class="phrase">
            {furiganaRuns(phrase.trimEnd()).map(({ text: run, reading }) =>
              reading === null ? (
                run
              ) : (
                <ruby>
                  {run}
                  <rt>{reading}</rt>
                </ruby>
              ),
            )}
          </span>
          {phrase.endsWith(' ') && ' '}
        </>
      ))}
    </span>
  );
}

/** Japanese words as the office writes them: never translated by the browser, read aloud as Japanese. */
export function Ja({ text, class: className }: { text: string; class?: string }) {
  return (
    <span lang="ja" translate={false} class={className === undefined ? 'notranslate' : `${className} notranslate`}>
      <Rich text={text} />
    </span>
  );
}
