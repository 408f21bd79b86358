import type { Moment } from '../dates/today.ts';
import { checklists, household, settings } from '../items.ts';
import type { InterfaceTexts, LanguageRecord } from '../knowledge/compiled.ts';
import { languageOf } from '../knowledge/language-of.ts';
import type { Packaged } from '../knowledge/packaged.ts';
import { sayer } from '../knowledge/say.ts';
import { formatter } from '../knowledge/format.ts';
import { deadlinesOf } from '../rules/index.ts';
import type { Store } from '../store.ts';
import type { Line } from '../visit-model.ts';
import type { SheetRoute } from './route.ts';
import { type SheetModel, sheetOf } from './sheet-of.ts';

/** Everything that the page of the sheet shows. */
export type SheetPageModel = {
  language: LanguageRecord;
  languages: readonly LanguageRecord[];
  texts: InterfaceTexts;
  /** the same texts in Japanese */
  japanese: InterfaceTexts;
  /** the procedures one can choose, in the order of their titles */
  procedures: readonly { id: string; title: Line }[];
  /** whose ticks are shown and kept */
  person: string;
  /** null while nothing was chosen, or what was chosen does not exist any more */
  sheet: SheetModel | null;
};

/**
 * Reads the sheet of a route, from packaged knowledge and what is stored now. What cannot be read of the stored items
 * counts as empty here: the sheet is of use without it. Rejects where packaged files are missing.
 */
export async function readSheet(
  { store, packaged }: { store: Store; packaged: Packaged },
  route: SheetRoute,
  { day }: Moment,
): Promise<SheetPageModel> {
  const { facts, languages } = packaged;
  const [people, { ticks }, chosen] = await Promise.all([
    store.getOrEmpty(household),
    store.getOrEmpty(checklists),
    store.getOrEmpty(settings),
  ]);
  const inLanguage = (id: string): LanguageRecord => languageOf(languages, id);
  const language = inLanguage(chosen.language);
  const titles = await packaged.titles(language.id);
  const deadline = deadlinesOf(people, facts, day).find(({ id }) => id === route.deadline) ?? null;
  const procedure = titles.find(({ id }) => id === (route.procedure ?? deadline?.procedure))?.id ?? null;
  const person = deadline?.person ?? people.people[0]?.id ?? 'p1';

  const spoken = async (of: LanguageRecord) => ({
    language: of,
    texts: await packaged.interface(of.id),
    guide: procedure === null ? null : await packaged.guide(of.id, procedure),
  });
  const [own, ja] = await Promise.all([spoken(language), spoken(inLanguage('ja'))]);
  const say = sayer(facts, formatter(language.locale, language.id, own.texts), day);
  return {
    language,
    languages,
    texts: own.texts,
    japanese: ja.texts,
    procedures: titles
      .flatMap(({ id, title, ended }) => (ended ? [] : [{ id, title: say(title) ?? id }]))
      .toSorted((a, b) => a.title.localeCompare(b.title, language.locale)),
    person,
    sheet:
      procedure === null && deadline === null
        ? null
        : sheetOf({ own, ja, facts, household: people, person, deadline, ticks, today: day }),
  };
}
