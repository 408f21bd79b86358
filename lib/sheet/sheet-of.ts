/**
 * The sheet for the counter: the same procedure in Japanese, for the clerk, and in the person's language. Pure.
 * It carries no personal number, no address, and a nickname only where the person wants it.
 */
import type { Household } from '../household/schema.ts';
import type { Checklists } from '../items.ts';
import type { FactRecords, GuideRecord, InterfaceTexts, LanguageRecord } from '../knowledge/compiled.ts';
import { composeGuide } from '../knowledge/compose.ts';
import { formatter } from '../knowledge/format.ts';
import { withoutFurigana } from '../knowledge/furigana.ts';
import type { Who } from '../knowledge/vocabulary.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { EMPTY_DELIVERIES } from '../reminders/deliveries.ts';
import type { Deadline } from '../rules/deadline.ts';
import type { GuideModel, Line } from '../visit-model.ts';

/** Japanese for the clerk, plain; and for the person, null where it would be the same again. */
export type Both = { ja: string; own: Line | null };

export type SheetLine = { id: string; text: Both };
export type SheetModel = {
  procedure: string | null;
  title: Both;
  /** the last day by law, where the sheet is for a deadline */
  last: Both | null;
  /** what the person may want to say; the first one is what they come for */
  phrases: readonly SheetLine[];
  who: readonly {
    id: Who;
    label: Both;
    bring: readonly (SheetLine & { needed: 'always' | 'if'; note: Line | null })[];
    ticked: readonly string[];
  }[];
  /** null where none was given */
  nickname: string | null;
};

/** A language with what it says. */
type Spoken = { language: LanguageRecord; texts: InterfaceTexts; guide: GuideRecord | null };

export type SheetInput = {
  own: Spoken;
  /** Japanese, of the same procedure */
  ja: Spoken;
  facts: FactRecords;
  household: Household;
  /** whose sheet it is */
  person: string;
  deadline: Deadline | null;
  ticks: Checklists['ticks'];
  today: CivilDate;
};

/** Throws where there is neither a procedure nor a deadline: then there is no sheet. */
export function sheetOf(input: SheetInput): SheetModel {
  const { own, ja, deadline } = input;
  const both = (inJapanese: string, inOwn: Line): Both => {
    const plain = withoutFurigana(inJapanese);
    const same = own.language.id === ja.language.id || bare(inOwn) === bare(plain);
    return { ja: plain, own: same ? null : inOwn };
  };
  const title = (): Both => {
    if (own.guide && ja.guide) return both(ja.guide.ja, guideIn(own, input).title);
    if (!deadline) throw new Error('A sheet is for a procedure or a deadline');
    if (deadline.note) return both(deadline.note.text, deadline.note.text);
    const key = `ui.${deadline.kind}`;
    return both(ja.texts[key] ?? '', own.texts[key] ?? '');
  };
  const longDate = ({ language, texts }: Spoken, day: CivilDate): string =>
    formatter(language.locale, language.id, texts).longDate(day);

  return {
    procedure: own.guide?.id ?? null,
    title: title(),
    last: deadline && both(longDate(ja, deadline.last), longDate(own, deadline.last)),
    nickname: input.household.people.find(({ id }) => id === input.person)?.nickname || null,
    ...(own.guide && ja.guide ? listsOf(guideIn(own, input), guideIn(ja, input), both) : { phrases: [], who: [] }),
  };
}

function listsOf(
  own: GuideModel,
  ja: GuideModel,
  both: (ja: string, own: Line) => Both,
): Pick<SheetModel, 'phrases' | 'who'> {
  const label = (id: Who): string => ja.who.find((who) => who.id === id)?.label ?? '';
  return {
    phrases: own.phrases.map((phrase) => ({ id: phrase.id, text: both(phrase.ja, phrase.text) })),
    who: own.who.map((who) => ({
      id: who.id,
      label: both(label(who.id), who.label),
      ticked: who.ticked,
      bring: who.bring.map((item) => ({
        id: item.id,
        text: both(item.ja, item.text),
        needed: item.needed,
        note: item.note,
      })),
    })),
  };
}

const bare = (text: string): string => withoutFurigana(text).replace(/\s/gu, '');

function guideIn(
  { language, texts, guide }: Spoken,
  { household, person, facts, ticks, today }: SheetInput,
): GuideModel {
  return composeGuide(guide!, {
    language,
    texts,
    facts,
    today,
    ticks,
    person: household.people.find(({ id }) => id === person) ?? null,
    deadlines: [],
    deliveries: EMPTY_DELIVERIES,
    somebodyElse: false,
  });
}
