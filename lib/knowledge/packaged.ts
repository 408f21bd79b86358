import factTable from '../../.data/facts.json' with { type: 'json' };
import labels from '../../.data/interface.json' with { type: 'json' };
import languageTable from '../../.data/languages.json' with { type: 'json' };
import portalTable from '../../.data/portals.json' with { type: 'json' };
import siteTable from '../../.data/sites.json' with { type: 'json' };
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
  WrongWords,
} from './compiled.ts';
import { localise, type Readings, withReadings } from './localise.ts';

// The compiler of the data wrote them (scripts/data/compile.ts); TypeScript reads literals of JSON as plain strings.
const facts = factTable as unknown as FactRecords;
const languages = languageTable as readonly LanguageRecord[];
const portals = portalTable as unknown as readonly PortalRecord[];
const sites = siteTable as unknown as SitesRecord;

/** The packaged knowledge: tables that are part of the scripts, and files, each read once while this page or worker lives. */
export type Packaged = {
  facts: FactRecords;
  languages: readonly LanguageRecord[];
  portals: readonly PortalRecord[];
  sites: SitesRecord;
  sources(): Promise<SourceRecords>;
  wrongWords(): Promise<WrongWords>;
  register(): Promise<readonly RegisterRecord[]>;
  /** what other languages call the offices' words, for `inJapaneseBy` */
  foreignWords(): Promise<string>;
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
 * The one reader of what is packaged. `fetchText` gives the text of a path inside the package and rejects when
 * there is none (`readPackaged` in the product, a folder in tests). Everything was checked when it was
 * compiled and cannot change without a new version, so it is typed here and not parsed by a schema again.
 * A failed reading is not kept: the next call tries anew.
 */
export function createPackaged(fetchText: (path: string) => Promise<string>): Packaged {
  const cache = new Map<string, Promise<unknown>>();
  function once<T>(name: string, make: () => Promise<T>): Promise<T> {
    let making = cache.get(name);
    if (!making) {
      making = make();
      cache.set(name, making);
      making.catch(() => cache.delete(name));
    }
    return making as Promise<T>;
  }
  const read = <T>(path: string): Promise<T> =>
    once(path, async () => JSON.parse(await fetchText(`knowledge/${path}.json`)) as T);

  /** The sentences of one of a language's files, with their furigana. */
  async function sentences<File>(
    language: string,
    file: string,
    listIn: (file: File) => readonly string[],
  ): Promise<readonly string[]> {
    const furigana = languages.some(({ id, furigana: has }) => id === language && has);
    const [content, readings] = await Promise.all([
      read<File>(`${language}/${file}`),
      furigana ? read<Readings>(`${language}/readings`) : null,
    ]);
    const list = listIn(content);
    return readings ? list.map((sentence) => withReadings(sentence, readings)) : list;
  }
  const listOf = (language: string, file: 'reference' | 'benefits' | 'interface') =>
    sentences<readonly string[]>(language, file, (list) => list);
  const listOfGuide = (language: string, procedure: string) =>
    sentences<Readonly<Record<string, readonly string[]>>>(language, 'guides', (guides) => guides[procedure] ?? []);

  const localised = <T>(
    language: string,
    structure: string,
    list: (language: string) => Promise<readonly string[]>,
  ): Promise<T> =>
    once(`${language} ${structure}`, async () => {
      const [record, own] = await Promise.all([read<T>(structure), list(language)]);
      return localise(record, own);
    });
  const reference = (language: string) => localised<Reference>(language, 'reference', (of) => listOf(of, 'reference'));

  return {
    facts,
    languages,
    portals,
    sites,
    sources: () => read('sources'),
    wrongWords: () => read('wrong-words'),
    register: () => read('register'),
    foreignWords: () => once('foreign words', () => fetchText('knowledge/foreign-words.txt')),
    terms: async (language) => (await reference(language)).terms,
    factTexts: async (language) => (await reference(language)).facts,
    truth: async (language) => (await reference(language)).truth,
    benefits: (language) => localised(language, 'benefits', (of) => listOf(of, 'benefits')),
    titles: (language) =>
      once(`${language} titles`, async () => {
        const records = await read<readonly TitleRecord[]>('titles');
        return Promise.all(
          records.map(async (record) => ({
            ...record,
            title: localise(record.title, await listOfGuide(language, record.id)),
          })),
        );
      }),
    guide: (language, procedure) => localised(language, `guides/${procedure}`, (of) => listOfGuide(of, procedure)),
    interface: (language) =>
      once(`${language} interface`, async () => {
        const own = await listOf(language, 'interface');
        return Object.fromEntries(labels.map((key, index) => [key, own[index] ?? key]));
      }),
  };
}
