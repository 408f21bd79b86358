import type {
  BenefitRecord,
  FactRecords,
  FactTexts,
  GuideRecord,
  InterfaceTexts,
  LanguageRecord,
  PortalRecord,
  RegisterRecord,
  SourceRecords,
  TermRecords,
  TruthRecords,
  WordRule,
} from './compiled.ts';

/** The packaged knowledge, each file read once while this page or worker lives. */
export type Packaged = {
  facts(): Promise<FactRecords>;
  sources(): Promise<SourceRecords>;
  words(): Promise<readonly WordRule[]>;
  languages(): Promise<readonly LanguageRecord[]>;
  register(): Promise<readonly RegisterRecord[]>;
  portals(): Promise<readonly PortalRecord[]>;
  terms(language: string): Promise<TermRecords>;
  benefits(language: string): Promise<readonly BenefitRecord[]>;
  truth(language: string): Promise<TruthRecords>;
  guide(language: string, procedure: string): Promise<GuideRecord>;
  factTexts(language: string): Promise<FactTexts>;
  interface(language: string): Promise<InterfaceTexts>;
};

/**
 * The one reader of packaged files. `fetchText` gives the text of a path inside the package and rejects when
 * there is none (`readPackaged` in the product, a folder in tests). The files were checked when they were
 * compiled and cannot change without a new version, so they are typed here and not parsed by a schema again.
 * A failed reading is not kept: the next call tries anew.
 */
export function createPackaged(fetchText: (path: string) => Promise<string>): Packaged {
  const cache = new Map<string, Promise<unknown>>();
  function read<T>(path: string): Promise<T> {
    let reading = cache.get(path);
    if (!reading) {
      reading = fetchText(`knowledge/${path}.json`).then((text): unknown => JSON.parse(text));
      cache.set(path, reading);
      reading.catch(() => cache.delete(path));
    }
    return reading as Promise<T>;
  }
  return {
    facts: () => read('facts'),
    sources: () => read('sources'),
    words: () => read('words'),
    languages: () => read('languages'),
    register: () => read('register'),
    portals: () => read('portals'),
    terms: (language) => read(`${language}/terms`),
    benefits: (language) => read(`${language}/benefits`),
    truth: (language) => read(`${language}/truth`),
    guide: (language, procedure) => read(`${language}/guides/${procedure}`),
    factTexts: (language) => read(`${language}/facts`),
    interface: (language) => read(`${language}/interface`),
  };
}
