import { useText } from '../text.tsx';

/** Joins names as the reader's language does: "A, B and C", 「A、B」. */
export function useList(): (names: readonly string[]) => string {
  const { locale } = useText();
  return (names) => new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(names);
}
