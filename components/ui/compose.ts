/**
 * Everything read, made into what a person sees: a pure function of stored data, packaged knowledge and a day.
 */
import { concerns, rankBenefits } from '../../lib/benefits/rank.ts';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import { daysBetween } from '../../lib/dates/arithmetic.ts';
import { isClosedDay } from '../../lib/dates/open-days.ts';
import {
  type DateField,
  EMPTY_HOUSEHOLD,
  emptyPerson,
  type Household,
  type Person,
} from '../../lib/household/schema.ts';
import { offersBackup, type Saves } from '../../lib/household/offer-backup.ts';
import { typedIn } from '../../lib/household/typed.ts';
import type { Settings } from '../../lib/items.ts';
import type {
  BenefitRecord,
  FactRecord,
  FactRecords,
  FactTexts,
  InterfaceTexts,
  LanguageRecord,
  SourceRecords,
  TermRecords,
  Text,
  TruthRecords,
} from '../../lib/knowledge/compiled.ts';
import { formatter, type Formatter } from '../../lib/knowledge/format.ts';
import { sayer, surfaceTexts } from '../../lib/knowledge/say.ts';
import { EVENT_KINDS } from '../../lib/knowledge/vocabulary.ts';
import { periodOn } from '../../lib/knowledge/value-on.ts';
import type { Notes } from '../../lib/notes.ts';
import type { Deliveries } from '../../lib/reminders/deliveries.ts';
import { lastDayToTell, openNotices } from '../../lib/reminders/index.ts';
import { rungsOf, stepsOf } from '../../lib/reminders/ladders.ts';
import { isSilenced } from '../../lib/reminders/open-notices.ts';
import { RUNG_IDS, type RungId, type Wishes } from '../../lib/reminders/wishes.ts';
import type { Deadline } from '../../lib/rules/deadline.ts';
import { deadlinesOf, toldBehind } from '../../lib/rules/index.ts';
import { dayToTell } from '../../lib/rules/last-day.ts';
import type { Told } from '../../lib/rules/rests-on.ts';
import { dateKey, eventsOf } from './asked.ts';
import { composeTruth } from './compose-truth.ts';
import type {
  BenefitView,
  DateView,
  DayText,
  FactView,
  Line,
  PersonView,
  SourceView,
  StoredView,
  TermView,
  ToldView,
  View,
} from './view.ts';

export type Read = {
  today: CivilDate;
  languages: readonly LanguageRecord[];
  language: LanguageRecord;
  texts: InterfaceTexts;
  facts: FactRecords;
  benefits: readonly BenefitRecord[];
  settings: Settings;
  household: Household;
  /** id of the person one looks at; null: nobody was chosen */
  looking: string | null;
  deliveries: Deliveries;
  wishes: Wishes;
  saves: Saves;
  problems: readonly StoredView[];
  stored: readonly StoredView[];
  noticesDenied: boolean;
  notes: Notes;
  /** only for surfaces that explain: sources, facts in words, the word list */
  explain: { sources: SourceRecords; factTexts: FactTexts; terms: TermRecords; truth: TruthRecords } | null;
};

/** The person one looks at; the first one while nobody was chosen or the chosen one is gone. */
const personOf = ({ people }: Household, id: string | null): Person =>
  people.find((person) => person.id === id) ?? people[0] ?? EMPTY_HOUSEHOLD.people[0]!;

/** Among the texts, the name of what a deadline misses; nothing for what a person cannot be asked. */
const missingKey = (missing: string): string[] => {
  if (missing === 'status' || missing === 'situations') return [missing];
  const field = FIELDS.find((name) => name === missing);
  if (field) return [dateKey(field)];
  const kind = EVENT_KINDS.find((name) => name === missing);
  return kind ? [`event-${kind}`] : [];
};
const FIELDS = Object.keys(emptyPerson('p1').dates) as DateField[];

/** What popup, desk and welcome page show. Never throws for data that its schemas let through. */
export function composeView(read: Read): View {
  const { today, language, texts, facts, explain } = read;
  const format = formatter(language.locale, language.id, texts);
  const say = sayer(facts, format, today);
  const label = surfaceTexts(texts, 'ui', format, language.locale);
  const person = personOf(read.household, read.looking);
  const people: PersonView[] = read.household.people.map((person, i) => ({
    id: person.id,
    name: person.nickname || (i === 0 ? label('person-you') : label('person-n', { n: i + 1 })),
    person,
  }));
  const who = (id: string): string | null =>
    people.length < 2 ? null : (people.find((of) => of.id === id)?.name ?? null);
  const deadlines = deadlinesOf(read.household, facts, today);

  const sourcesOf = (id: string): SourceView[] =>
    (explain?.sources[id] ?? []).map(({ publisher, url, checked, pageDate }) => ({
      publisher,
      url,
      checked: format.date(checked),
      pageDate: pageDate === null ? null : format.date(pageDate),
    }));
  const fact = (id: string, deadline: Deadline): FactView[] => {
    const words = explain?.factTexts[id];
    const record = facts[id];
    const say = sayer(facts, format, dayToTell(id, deadline, facts, today));
    const statement = words && say(words.statement);
    if (!words || !record || !statement) return [];
    return [
      {
        id,
        statement,
        ...inForce(record, dayToTell(id, deadline, facts, today)),
        exceptions: words.exceptions.flatMap((item) => say(item) ?? []),
        disagreement: record.disagreement,
        checked: format.date(record.checked),
        sources: sourcesOf(`facts/${id}`),
      },
    ];
  };
  /** The value of a fact on a day, and the time for which it holds. */
  const inForce = (record: FactRecord, day: CivilDate): Pick<FactView, 'value' | 'from' | 'until'> => {
    const period = periodOn(record, day);
    if (!period) return { value: null, from: null, until: null };
    return {
      value: period.value === null ? null : format.fact(record, period.value),
      from: period.from && format.date(period.from),
      until: period.until && format.date(period.until),
    };
  };
  const long = (day: CivilDate): DayText => ({ day, text: format.longDate(day) });

  const month = (day: CivilDate): DayText => ({ day: day.slice(0, 7), text: format.date(day.slice(0, 7)) });
  const toldView = (told: Told): ToldView => ({
    told,
    day: told.kind === 'date' ? format.date(told.day) : told.kind === 'event' ? format.date(told.event.on) : null,
  });

  const laterUntil = (deadline: Deadline): DayText | null => {
    const day = lastDayToTell(deadline, today);
    return day > today ? long(day) : null;
  };
  /** A notice that is due today comes, or has come; the next one is after that. */
  const nextNotice = (deadline: Deadline): Line | null => {
    const { id } = deadline;
    if (isSilenced(read.deliveries, id)) return null;
    const until = read.deliveries.later[id];
    if (until !== undefined && until > today) return format.date(until);
    const next = stepsOf(deadline, read.wishes).find(({ day }) => day > today);
    return next ? format.date(next.day) : null;
  };
  const date = (deadline: Deadline): DateView => {
    const { id, kind, opens, advised, last, moved, follows, otherwise, certainty, missing } = deadline;
    const target = advised >= today ? advised : last;
    const done = read.deliveries.done[id];
    const notMine = read.deliveries.notMine[id];
    const later = read.deliveries.later[id];
    return {
      id,
      kind,
      person: deadline.person,
      who: who(deadline.person),
      note: deadline.note ?? null,
      daysLeft: daysBetween(today, target),
      past: last < today,
      target: long(target),
      month: month(target),
      last: long(last),
      opens: opens && { ...long(opens), month: month(opens) },
      open: opens === null || opens <= today,
      advised: advised === last ? null : { ...long(advised), closed: isClosedDay(last) },
      movedTo: moved && long(moved),
      follows: long(follows),
      otherwise: otherwise.map(long),
      certainty,
      missing: missing.flatMap(missingKey),
      told: explain ? toldBehind(deadline, read.household, facts, today).map(toldView) : [],
      facts: deadline.facts.flatMap((name) => fact(name, deadline)),
      done: done === undefined ? null : { day: done, text: format.date(done) },
      notMine: notMine === undefined ? null : { day: notMine, text: format.date(notMine) },
      settled: done !== undefined || notMine !== undefined,
      later: later !== undefined && later > today ? format.date(later) : null,
      laterUntil: laterUntil(deadline),
      muted: read.deliveries.muted.includes(id),
      silent: rungsOf(kind, read.wishes).length === 0,
      nextNotice: nextNotice(deadline),
    };
  };

  const benefit = (
    record: BenefitRecord,
    mine: Pick<BenefitView, 'forMe' | 'because' | 'forStatuses'>,
  ): BenefitView[] => {
    const title = say(record.title);
    if (title === undefined) return [];
    return [
      {
        ...mine,
        id: record.id,
        ja: record.ja,
        title,
        what: say(record.what) ?? null,
        worth: say(record.worth) ?? null,
        status: record.status,
        from: record.from === null ? null : format.date(record.from),
        until: record.until === null ? null : format.date(record.until),
        needs: record.needs,
        limits: record.limits.flatMap((item) => {
          const text = say(item);
          return text === undefined ? [] : [{ id: item.id, text }];
        }),
        start: record.start,
        source: { publisher: record.publisher, checked: format.date(record.checked) },
        sources: sourcesOf(`benefits/${record.id}`),
      },
    ];
  };
  const ranked = rankBenefits(read.benefits, person, today);
  const shown = new Set(ranked.map((r) => r.benefit));
  const others = read.benefits.filter((record) => !shown.has(record));

  const byId = new Map(deadlines.map((d) => [d.id, d]));
  return {
    language,
    languages: read.languages,
    texts,
    today: { day: today, text: format.longDate(today), month: month(today) },
    settings: read.settings,
    wishes: read.wishes,
    rungNames: rungNames(format, surfaceTexts(texts, 'remind', format, language.locale)),
    neverTold: Object.keys(read.deliveries.notices).length === 0,
    offersBackup: offersBackup(read.household, read.saves, today),
    backupOn: read.saves.saved && format.date(read.saves.saved.day),
    person,
    people,
    events: eventsOf(read.household.events, person.id).map((event) => ({ event, day: format.date(event.on) })),
    anything: typedIn(read.household) > 0,
    dates: deadlines.map(date).toSorted((a, b) => Number(a.settled) - Number(b.settled)),
    notices: openNotices(read.deliveries, deadlines).flatMap(({ deadline: id, notices }) => {
      const due = byId.get(id);
      if (!due) return [];
      const target = due.advised >= today ? due.advised : due.last;
      return [
        {
          notices,
          deadline: id,
          kind: due.kind,
          who: who(due.person),
          note: due.note ?? null,
          past: due.last < today,
          daysLeft: daysBetween(today, target),
          target: long(target),
          laterUntil: laterUntil(due),
        },
      ];
    }),
    benefits: [
      ...ranked.flatMap(({ benefit: record, because, forStatuses }) =>
        benefit(record, { forMe: true, because, forStatuses }),
      ),
      ...others
        .toSorted(
          (a, b) => ORDER[a.status] - ORDER[b.status] || Number(concerns(b, person)) - Number(concerns(a, person)),
        )
        .flatMap((record) => benefit(record, { forMe: false, because: [], forStatuses: null })),
    ],
    problems: read.problems,
    noticesDenied: read.noticesDenied,
    clock: read.notes.clock && {
      kind: read.notes.clock.kind,
      seen: read.notes.clock.seen === null ? null : format.longDate(read.notes.clock.seen),
    },
    withdrawn: read.notes.access,
    terms: explain ? Object.values(explain.terms).flatMap((record) => term(record, say, format)) : [],
    ...(explain
      ? composeTruth(explain.truth, { facts, format, label, today, status: person.status, sourcesOf })
      : { concerns: [], claims: [], figures: [] }),
    claimed: format.date(CLAIMED),
    stored: read.stored,
  };
}

const rungNames = (format: Formatter, say: ReturnType<typeof surfaceTexts>): Record<RungId, Line> =>
  Object.fromEntries(
    RUNG_IDS.map((id) => {
      const days = /^d(\d+)$/.exec(id)?.[1];
      return [id, days === undefined ? say(`rung-${id}`) : say('rung-before', { days: format.days(Number(days)) })];
    }),
  ) as Record<RungId, Line>;

/** The article from which the project began. */
const CLAIMED = '2022-07';
const ORDER = { active: 0, partial: 0, planned: 1, ended: 2 } as const;

function term(record: TermRecords[string], say: (text: Text) => Line | undefined, format: Formatter): TermView[] {
  const gloss = say(record.gloss);
  if (gloss === undefined) return [];
  return [
    {
      id: record.id,
      ja: record.ja,
      kana: record.kana,
      gloss,
      meaning: say(record.meaning) ?? null,
      office: say(record.office) ?? null,
      confusable: record.confusable.flatMap(({ id, ja, text }) => {
        const why = say({ text });
        return why === undefined ? [] : [{ id, ja, text: why }];
      }),
      publishers: record.publishers,
      checked: format.date(record.checked),
    },
  ];
}
