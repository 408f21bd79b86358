import type {
  BenefitRecord,
  FactRecords,
  FactTexts,
  GuideRecord,
  InterfaceTexts,
  LanguageRecord,
  PortalRecord,
  Reference,
  RegisterRecord,
  SitesRecord,
  SourceRecords,
  TermRecords,
  TitleRecord,
  TruthRecords,
  WordRule,
  WrongWords,
} from './compiled.ts';
import { localise, type Readings, withReadings } from './localise.ts';

/** The packaged knowledge, each file read once while this page or worker lives. */
export type Packaged = {
  facts(): Promise<FactRecords>;
  sources(): Promise<SourceRecords>;
  words(): Promise<readonly WordRule[]>;
  wrongWords(): Promise<WrongWords>;
  languages(): Promise<readonly LanguageRecord[]>;
  register(): Promise<readonly RegisterRecord[]>;
  portals(): Promise<readonly PortalRecord[]>;
  sites(): Promise<SitesRecord>;
  terms(language: string): Promise<TermRecords>;
  benefits(language: string): Promise<readonly BenefitRecord[]>;
  truth(language: string): Promise<TruthRecords>;
  /** all procedures that have a guide, by their titles alone */
  titles(language: string): Promise<readonly TitleRecord[]>;
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
  /** Made once from what was read, under a name that is no path. */
  function made<T>(name: string, make: () => Promise<T>): Promise<T> {
    let making = cache.get(name);
    if (!making) {
      making = make();
      cache.set(name, making);
      making.catch(() => cache.delete(name));
    }
    return making as Promise<T>;
  }
  type SentenceFile = 'guides' | 'reference' | 'surfaces';
  /** The sentences of a list in one of a language's files, with their furigana. */
  const sentences = async (language: string, file: SentenceFile, list: string): Promise<string[]> => {
    const [lists, readings] = await Promise.all([
      read<Readonly<Record<string, readonly string[]>>>(`${language}/${file}`),
      read<Readings>(`${language}/readings`),
    ]);
    return (lists[list] ?? []).map((sentence) => withReadings(sentence, readings));
  };
  const localised = <T>(
    language: string,
    structure: string,
    [file, list]: [file: SentenceFile, list: string],
  ): Promise<T> =>
    made(`${language} ${structure}`, async () => {
      const [record, own] = await Promise.all([read<T>(structure), sentences(language, file, list)]);
      return localise(record, own);
    });
  const reference = (language: string) => localised<Reference>(language, 'reference', ['reference', 'reference']);
  return {
    facts: () => read('facts'),
    sources: () => read('sources'),
    words: () => read('words'),
    wrongWords: () => read('wrong-words'),
    languages: () => read('languages'),
    register: () => read('register'),
    portals: () => read('portals'),
    sites: () => read('sites'),
    terms: async (language) => (await reference(language)).terms,
    factTexts: async (language) => (await reference(language)).facts,
    truth: async (language) => (await reference(language)).truth,
    benefits: (language) => localised(language, 'benefits', ['surfaces', 'benefits']),
    titles: (language) =>
      made(`${language} titles`, async () => {
        const [records, guides, readings] = await Promise.all([
          read<readonly TitleRecord[]>('titles'),
          read<Readonly<Record<string, readonly string[]>>>(`${language}/guides`),
          read<Readings>(`${language}/readings`),
        ]);
        const said = (of: string) => withReadings(of, readings);
        return records.map((record) => {
          const { text, otherwise } = localise(record.title, guides[record.id] ?? []);
          const title =
            otherwise === undefined ? { text: said(text) } : { text: said(text), otherwise: said(otherwise) };
          return { ...record, title };
        });
      }),
    guide: (language, procedure) => localised(language, `guides/${procedure}`, ['guides', procedure]),
    interface: (language) =>
      made(`${language} interface`, async () => {
        const [keys, own] = await Promise.all([
          read<readonly string[]>('interface'),
          sentences(language, 'surfaces', 'interface'),
        ]);
        return Object.fromEntries(keys.map((key, index) => [key, own[index] ?? key]));
      }),
  };
}
