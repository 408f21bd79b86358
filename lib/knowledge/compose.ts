/**
 * What a page is sent, composed from packaged knowledge, what the person told us, and a day. Pure: the same input
 * gives the same model, so that a guide can be shown as of any day.
 */
import { daysBetween } from '../dates/arithmetic.ts';
import { civil, type CivilDate } from '../dates/civil-date.ts';
import type { Person } from '../household/schema.ts';
import { type Checklists, tickKey } from '../items.ts';
import type { Deliveries } from '../reminders/deliveries.ts';
import { rungsOf } from '../reminders/ladders.ts';
import { isSilenced } from '../reminders/open-notices.ts';
import { EMPTY_WISHES, type Wishes } from '../reminders/wishes.ts';
import type { Deadline } from '../rules/deadline.ts';
import type { BringItem, GuideItem, GuideModel, Instead, VisitModel, WordModel } from '../visit-model.ts';
import type {
  BringRecord,
  FactRecords,
  GuideRecord,
  InterfaceTexts,
  ItemRecord,
  LanguageRecord,
  TermRecords,
  Text,
} from './compiled.ts';
import { formatter, intlLocale } from './format.ts';
import { labelsOf, sayer, surfaceTexts } from './say.ts';
import { valueOn } from './value-on.ts';
import { type Pin, STATUSES, type Status } from './vocabulary.ts';

/** What every sentence needs. */
type Knowledge = { language: LanguageRecord; texts: InterfaceTexts; facts: FactRecords; today: CivilDate };

export type GuideInput = Knowledge & {
  /** whom the guide is for; null: nothing personal may be said, for example on a page that is not https */
  person: Person | null;
  /** this time it is for somebody other than the reader: nothing is kept of it, no tick and no reminder */
  somebodyElse: boolean;
  /** of the whole household */
  deadlines: readonly Deadline[];
  ticks: Checklists['ticks'];
  deliveries: Deliveries;
  /** how the person wants to be reminded; left out: as we propose */
  wishes?: Wishes;
};

export type VisitInput = GuideInput & {
  languages: readonly LanguageRecord[];
  /** of the recognised procedures, the main one first */
  guides: readonly GuideRecord[];
  /** one that the person went on to from another guide */
  related: GuideRecord | null;
  /** the household apart from the reader; null: the guide cannot be for somebody else here */
  others: readonly Person[] | null;
  instead: Instead | null;
  hover: boolean;
};

/** From then on the wording is careful: rules of this card change about once a year. */
const OLD_AFTER_DAYS = 400;
/** A word's explanation is small: these stand for all of its sources, which the desk lists. */
const NAMED = 2;
const FOREIGN: readonly Status[] = STATUSES.filter((status) => status !== 'national');

/** What forms and machines call the PINs. */
const PIN_JA: Readonly<Record<Pin, string>> = {
  'user-certificate': '利用者証明用電子証明書の暗証番号',
  signature: '署名用電子証明書の暗証番号',
  'resident-register': '住民基本台帳用の暗証番号',
  'input-assist': '券面事項入力補助用の暗証番号',
};

/** These two can also be reset at a store's machine (fact `pin-reset-convenience-store`); the office resets all. */
const AT_STORES: ReadonlySet<Pin> = new Set<Pin>(['user-certificate', 'signature']);

/** The whole of what the helper shows on a page. */
export function composeVisit(input: VisitInput): VisitModel {
  const { id, locale, direction } = input.language;
  return {
    language: { id, locale, direction },
    languages: input.languages.map((language) => ({ id: language.id, name: language.name })),
    labels: labelsOf(input.texts, 'guide'),
    guides: input.guides.map((guide) => composeGuide(guide, input)),
    related: input.related && composeGuide(input.related, input),
    somebodyElse: input.others && somebodyElse(input, input.others),
    hover: input.hover,
  };
}

/** Whom the guide can be for this time. */
function somebodyElse({ language, texts, instead }: VisitInput, others: readonly Person[]): VisitModel['somebodyElse'] {
  const format = formatter(language.locale, language.id, texts);
  const label = surfaceTexts(texts, 'compose', format, language.locale);
  const person = surfaceTexts(texts, 'ui', format, language.locale);
  return {
    chosen: instead,
    choices: [
      ...others.map(({ id, nickname }, i) => ({
        instead: { person: id },
        name: nickname || person('person-n', { n: i + 2 }),
      })),
      ...STATUSES.map((status) => ({ instead: { status }, name: label(`status-${status}`) })),
      { instead: { status: null }, name: label('status-not-said') },
    ],
  };
}

/** One guide for this person and day. */
export function composeGuide(guide: GuideRecord, input: GuideInput): GuideModel {
  const { language, texts, facts, today, person } = input;
  const format = formatter(language.locale, language.id, texts);
  const label = surfaceTexts(texts, 'compose', format, language.locale);
  const found = deadlineOf(guide, input);
  const left = ({ day, daysLeft, deadline }: NonNullable<typeof found>): string =>
    format.left(daysLeft, day < deadline.last);
  const dates = person?.dates;
  const inWords = (day: CivilDate | null | undefined) => (day ? format.date(day) : undefined);
  const say = sayer(facts, format, today, {
    'card.expiry': inWords(dates?.card),
    'certificate.expiry': inWords(dates?.certificate),
    'stay.end': inWords(dates?.stay),
    'deadline.last': inWords(found?.day),
    'deadline.opens': inWords(found?.deadline.opens),
  });
  // The check of the data makes sure of these; only a day before the oldest source can leave one open.
  const must = (text: Text): string => say(text) ?? label('not-known');
  const orNull = (text: Text | undefined): string | null => (text && say(text)) ?? null;

  const status = person?.status ?? null;
  const names = (of: readonly Status[]): string =>
    FOREIGN.every((one) => of.includes(one)) && of.length === FOREIGN.length
      ? label('status-foreign')
      : new Intl.ListFormat(intlLocale(language.locale), { type: 'disjunction' }).format(
          of.map((one) => label(`status-${one}`)),
        );
  /** Nobody is told what concerns only others; who has not said their status sees for whom it is. */
  const forWhom = (of: readonly Status[] | undefined): { shown: boolean; forWhom: string | null } => {
    if (!of) return { shown: true, forWhom: null };
    if (status === null) return { shown: true, forWhom: label('for-whom', { who: names(of) }) };
    return { shown: of.includes(status), forWhom: null };
  };
  const items = <T extends ItemRecord | BringRecord>(list: readonly T[]): { record: T; item: GuideItem }[] =>
    list.flatMap((record) => {
      const text = say(record);
      const { shown, forWhom: whom } = forWhom(record.for);
      return shown && text !== undefined ? [{ record, item: { id: record.id, text, forWhom: whom } }] : [];
    });
  const plain = (list: readonly ItemRecord[]): GuideItem[] => items(list).map(({ item }) => item);
  const warnings = items(guide.warnings);

  const concerns = status === null || guide.statuses.includes(status);
  const by = must(guide.by);
  const { sources } = guide;
  const newest = sources.reduce((day, { checked }) => (checked > day ? checked : day), guide.checked);
  const isOld = (checked: string): boolean => daysBetween(civil(checked), today) > OLD_AFTER_DAYS;
  /** Of the facts behind a sentence the one whose check is longest ago, where it is old and the guide is not. */
  const oldFact = ({ facts: ids = [] }: ItemRecord): string | null => {
    const [oldest] = ids.flatMap((id) => facts[id]?.checked ?? []).toSorted();
    return oldest !== undefined && isOld(oldest) && !isOld(newest)
      ? label('old-fact', { date: format.date(oldest) })
      : null;
  };

  return {
    procedure: guide.id,
    ja: guide.ja,
    title: must(guide.title),
    ended: orNull(guide.ended),
    gist: { bring: orNull(guide.gist.bring), cost: orNull(guide.gist.cost), by: shortBy() },
    about: must(guide.about),
    forYou:
      status !== null && concerns
        ? label(input.somebodyElse ? 'for-whom' : 'for-you', { who: label(`status-${status}`) })
        : null,
    concerns,
    audienceNote: orNull(guide.audienceNote),
    warnings: warnings.map(({ record, item }) => ({ ...item, kind: record.kind, old: oldFact(record) })),
    who: guide.who.map(({ id, note, bring }) => ({
      id,
      label: label(`who-${id}`),
      note: orNull(note),
      bring: items(bring).map(({ record, item }): BringItem => ({
        ...item,
        ja: record.ja,
        needed: record.needed,
        note: orNull(record.note),
      })),
      ticked: person && !input.somebodyElse ? (input.ticks[tickKey(person.id, guide.id, id)] ?? []) : [],
    })),
    pins: (['counter', 'online'] as const).flatMap((at) =>
      guide.pins[at].map((id) => ({
        id,
        name: label(`pin-${id}`),
        ja: PIN_JA[id],
        form: id === 'signature' ? passwordForm() : label('pin-form-digits'),
        tries: tries(id),
        reset: label(AT_STORES.has(id) ? 'pin-reset-store' : 'pin-reset-office'),
        online: at === 'online',
      })),
    ),
    steps: plain(guide.steps).map((step) => ({
      ...step,
      warnings: warnings.filter(({ record }) => record.step === step.id).map(({ item }) => item),
    })),
    by: {
      text: by,
      last: found?.day ?? null,
      lastText: found ? format.longDate(found.day) : null,
      opensText: found?.deadline.opens
        ? label(found.deadline.opens > today ? 'opens-on' : 'open-since', { date: format.date(found.deadline.opens) })
        : null,
      daysLeft: found?.daysLeft ?? null,
      left: found ? left(found) : null,
    },
    cost: guide.cost ? must(guide.cost) : null,
    where: guide.where ? { text: must(guide.where), ja: guide.where.ja ?? null } : null,
    takes: guide.takes ? must(guide.takes) : null,
    phrases: guide.phrases.flatMap(({ id, text, ja }) => {
      const said = say({ text });
      return said === undefined ? [] : [{ id, text: said, ja }];
    }),
    mistakes: plain(guide.mistakes),
    varies: plain(guide.varies),
    next: plain(guide.next),
    worries: guide.concerns.flatMap(({ id, worry, short }) => {
      const [question, answer] = [say(worry), say(short)];
      return question === undefined || answer === undefined ? [] : [{ id, worry: question, short: answer }];
    }),
    related: guide.related.map(({ id, title }) => ({ procedure: id, title: must(title) })),
    start: guide.start,
    sources: sources.map(({ publisher, url, checked, pageDate }) => ({
      publisher,
      url,
      checked: format.date(checked),
      pageDate,
    })),
    checked: label('checked', { n: sources.length, date: format.date(newest) }),
    old: isOld(newest),
    remind: remind(),
  };

  function shortBy(): string {
    if (!found) {
      const kind = `by-${guide.by.deadlines[0]}`;
      return texts[`compose.${kind}`] === undefined ? firstSentence(by, language.locale) : label(kind);
    }
    const { deadline, day, daysLeft } = found;
    const date = format.date(day);
    if (daysLeft < 0) return label('by-past', { date, left: left(found) });
    if (deadline.opens !== null && deadline.opens > today)
      return label('by-from-until', { opens: format.date(deadline.opens), date });
    return label('by-until', { date, left: left(found) });
  }

  /** The value of a fact today, with its unit. */
  function factText(id: string): string | null {
    const fact = facts[id];
    const now = fact && valueOn(fact, today);
    return fact && now?.known ? format.fact(fact, now.value) : null;
  }

  /** How long the one password is, as the facts have it today. */
  function passwordForm(): string | null {
    const [min, max] = [factText('pin-signature-length-min'), factText('pin-signature-length-max')];
    return min !== null && max !== null ? label('pin-form-signature', { min, max }) : null;
  }

  /** How many wrong tries in a row lock a PIN, as the facts have it today. */
  function tries(pin: Pin): string | null {
    const wrong = factText(pin === 'signature' ? 'pin-tries-signature' : 'pin-tries-four-digit');
    return wrong === null ? null : label('pin-tries', { tries: wrong });
  }

  function remind(): GuideModel['remind'] {
    if (guide.by.deadlines.length === 0 || input.somebodyElse) return { state: 'none' };
    if (!found) return { state: 'needs-date' };
    const { id, kind } = found.deadline;
    const done = input.deliveries.done[id];
    if (done !== undefined) return { state: 'done', deadline: id, text: label('done-on', { date: format.date(done) }) };
    const text = label('remind-for', { date: format.date(found.day), left: left(found) });
    const silent = isSilenced(input.deliveries, id) || rungsOf(kind, input.wishes ?? EMPTY_WISHES).length === 0;
    return { state: silent ? 'off' : 'on', deadline: id, text };
  }
}

/**
 * The person's deadline that this guide is about, and the day to name: the open day we advise while it can be
 * kept, then the last day by law. Of several the next one that is not over, or the latest.
 */
function deadlineOf(
  { by }: GuideRecord,
  { person, deadlines, today }: GuideInput,
): { deadline: Deadline; day: CivilDate; daysLeft: number } | undefined {
  if (!person || by.deadlines.length === 0) return undefined;
  const own = deadlines
    .filter(({ kind, person: whose }) => by.deadlines.includes(kind) && whose === person.id)
    .toSorted((a, b) => (a.last < b.last ? -1 : 1));
  const deadline = own.find(({ last }) => last >= today) ?? own.at(-1);
  if (!deadline) return undefined;
  const day = today <= deadline.advised ? deadline.advised : deadline.last;
  return { deadline, day, daysLeft: daysBetween(today, day) };
}

function firstSentence(text: string, locale: string): string {
  const [first] = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text);
  return (first?.segment ?? text).trim();
}

/** Explanations of words, in the order of `ids`; ids that are not known are left out. */
export function composeWords(
  ids: readonly string[],
  { language, texts, facts, today, terms }: Knowledge & { terms: TermRecords },
): WordModel[] {
  const format = formatter(language.locale, language.id, texts);
  const label = surfaceTexts(texts, 'compose', format, language.locale);
  const say = sayer(facts, format, today);
  return ids.flatMap((id) => {
    const term = terms[id];
    if (!term) return [];
    return {
      id,
      ja: term.ja,
      kana: term.kana,
      gloss: say(term.gloss) ?? '',
      meaning: say(term.meaning) ?? label('not-known'),
      office: say(term.office) ?? label('not-known'),
      confusable: term.confusable.flatMap((other) => {
        const text = say({ text: other.text });
        return text === undefined ? [] : [{ id: other.id, ja: other.ja, text }];
      }),
      source: label('word-source', {
        publishers: term.publishers.slice(0, NAMED).join('; '),
        date: format.date(term.checked),
      }),
      said: null,
    };
  });
}
