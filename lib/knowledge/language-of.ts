import type { LanguageRecord } from './compiled.ts';

/** The language chosen, or English while it is not one of ours. */
export function languageOf(languages: readonly LanguageRecord[], id: string): LanguageRecord {
  const language = languages.find((one) => one.id === id) ?? languages.find((one) => one.id === 'en');
  if (!language) throw new Error('The package has no languages');
  return language;
}
