/**
 * From the checked records to what is packaged: cut per language and use, and without anything that must not
 * reach a person (confidence low). Assumes data without problems.
 */
import { Temporal } from 'temporal-polyfill';
import type {
  BenefitRecord,
  BringRecord,
  ClaimRecord,
  ConcernRecord,
  FactRecord,
  FactTexts,
  FigureRecord,
  GuideRecord,
  InterfaceTexts,
  ItemRecord,
  SourceRecord,
  TermRecord,
  Text,
  TruthRecords,
} from '../../lib/knowledge/compiled.ts';
import type { Benefit, Claim, Concern, Fact, Figure, Procedure, Source, Term } from '../../lib/knowledge/schema.ts';
import { placeholders } from '../../lib/knowledge/fill.ts';
import type { Data, Entry, Kind } from './load.ts';
import type { Phrase } from './sentences-of-language.ts';

type Confident = { confidence: 'high' | 'medium' | 'low' };
type Shown<T extends Confident> = T & { confidence: 'high' | 'medium' };

const mayBeShown = <T extends Confident>(value: T): value is Shown<T> => value.confidence !== 'low';

/** The records of a folder that a person may see. */
export const shown = <T extends Confident>(folder: ReadonlyMap<string, Entry<T>>): Shown<T>[] =>
  [...folder.values()].map(({ value }) => value).filter(mayBeShown);

/**
 * The day from which a page is certainly known to have said so: the end of the year or month it names, or the day it
 * was read.
 */
function knownOn({ page_date, checked }: Source): string {
  if (page_date === null) return checked;
  const last =
    page_date.length === 10
      ? page_date
      : page_date.length === 7
        ? Temporal.PlainYearMonth.from(page_date).toPlainDate({ day: 31 }).toString()
        : `${page_date}-12-31`;
  return last < checked ? last : checked;
}

export const sourceRecords = (sources: readonly Source[]): SourceRecord[] =>
  sources.map(({ publisher, url, page_date, checked, evidence_only }) => ({
    publisher,
    url: evidence_only ? null : url,
    pageDate: page_date,
    checked,
  }));

export const factRecord = ({
  id,
  unit,
  periods,
  sources,
  disagreement,
  confidence,
  checked,
}: Shown<Fact>): FactRecord => ({
  id,
  unit,
  periods,
  knownFrom: sources.map(knownOn).toSorted()[0] ?? null,
  disagreement: disagreement !== undefined,
  confidence,
  checked,
});

type Sentence = { en: string; otherwise?: string | undefined };
type Item = Sentence & { id: string; facts?: readonly string[] | undefined };
type For = { for?: ItemRecord['for'] | undefined };

/** What a guide says of PINs rests on these, beside what it names itself. */
const PIN_FACTS = [
  'pin-tries-four-digit',
  'pin-tries-signature',
  'pin-signature-length-min',
  'pin-signature-length-max',
  'pin-reset-office',
  'pin-reset-convenience-store',
];

/** Turns the records into those that are packaged, each sentence as `phrase` says it. */
export function recordsSaidBy(phrase: Phrase, data: Data) {
  const shownFacts = new Map(shown(data.facts).map((fact) => [fact.id, fact]));
  const isShown = { terms: idsOf(shown(data.terms)), procedures: idsOf(shown(data.procedures)) };

  const text = (kind: Kind, key: string, { en, otherwise }: Sentence): Text => ({
    text: phrase(kind, key, en),
    ...(otherwise === undefined ? {} : { otherwise: phrase(kind, `${key}.otherwise`, otherwise) }),
  });
  const withFacts = (kind: Kind, key: string, sentence: Sentence & { facts?: readonly string[] | undefined }) => ({
    ...text(kind, key, sentence),
    ...(sentence.facts === undefined ? {} : { facts: sentence.facts }),
  });
  const item = (kind: Kind, list: string, of: Item & For): ItemRecord => ({
    id: of.id,
    ...withFacts(kind, `${list}.${of.id}`, of),
    ...(of.for === undefined ? {} : { for: of.for }),
  });

  /**
   * Sources of the procedure, then of the facts it rests on; each page once, with the last day on which it was read.
   */
  function sourcesOf(p: Procedure): SourceRecord[] {
    const pins = [...p.pins.counter, ...p.pins.online];
    const facts = [...factsNamedIn(p, data), ...(pins.length > 0 ? PIN_FACTS : [])];
    const pages = new Map<string, SourceRecord>();
    const sources = [p.sources, ...facts.flatMap((id) => shownFacts.get(id)?.sources ?? [])].flat();
    for (const source of sourceRecords(sources)) {
      const page = `${source.publisher}\n${source.url}`;
      const known = pages.get(page);
      if (!known || known.checked < source.checked) pages.set(page, source);
    }
    return [...pages.values()];
  }

  function guide(p: Procedure): GuideRecord {
    const key = (path: string) => `${p.id}.${path}`;
    const say = (path: string, sentence: Sentence) => text('procedures', key(path), sentence);
    const items = (path: string, list: readonly (Item & For)[]) => list.map((of) => item('procedures', key(path), of));
    const bring = (path: string, of: Procedure['who'][number]['bring'][number]): BringRecord => ({
      id: of.id,
      ja: of.ja,
      needed: of.needed,
      ...say(`${path}.${of.id}`, of),
      ...(of.for === undefined ? {} : { for: of.for }),
      ...(of.note === undefined ? {} : { note: say(`${path}.${of.id}.note`, of.note) }),
    });
    return {
      id: p.id,
      ja: p.ja,
      title: say('title', p.title),
      ...(p.ended === undefined ? {} : { ended: withFacts('procedures', key('ended'), p.ended) }),
      gist: {
        ...(p.gist.bring === undefined ? {} : { bring: say('gist.bring', p.gist.bring) }),
        ...(p.gist.cost === undefined ? {} : { cost: say('gist.cost', p.gist.cost) }),
      },
      about: say('about', p.about),
      statuses: p.audience.statuses,
      ...(p.audience.note === undefined ? {} : { audienceNote: say('audience.note', p.audience.note) }),
      warnings: p.warnings.map((of) => ({
        ...item('procedures', key('warnings'), of),
        kind: of.kind,
        ...(of.step === undefined ? {} : { step: of.step }),
      })),
      who: p.who.map(({ id, note, bring: things }) => ({
        id,
        ...(note === undefined ? {} : { note: say(`who.${id}.note`, note) }),
        bring: things.map((of) => bring(`who.${id}.bring`, of)),
      })),
      steps: items('steps', p.steps),
      pins: p.pins,
      ...(p.cost === undefined ? {} : { cost: withFacts('procedures', key('cost'), p.cost) }),
      ...(p.where === undefined
        ? {}
        : {
            where: {
              ...withFacts('procedures', key('where'), p.where),
              ...(p.where.ja === undefined ? {} : { ja: p.where.ja }),
            },
          }),
      ...(p.takes === undefined ? {} : { takes: withFacts('procedures', key('takes'), p.takes) }),
      by: { ...say('by', p.by), deadlines: p.by.deadlines },
      phrases: p.phrases.map(({ id, en, ja }) => ({ id, text: phrase('procedures', key(`phrases.${id}`), en), ja })),
      mistakes: items('mistakes', p.mistakes),
      varies: items('varies', p.varies),
      next: items('next', p.next),
      related: p.related
        .filter((id) => isShown.procedures.has(id))
        .map((id) => ({
          id,
          title: text('procedures', `${id}.title`, data.procedures.get(id)?.value.title ?? { en: id }),
        })),
      start: p.start,
      terms: p.terms.filter((id) => isShown.terms.has(id)),
      concerns: p.concerns.flatMap((id) => {
        const concern = data.concerns.get(id)?.value;
        return concern && mayBeShown(concern)
          ? {
              id,
              worry: text('concerns', `${id}.worry`, concern.worry),
              short: text('concerns', `${id}.short`, concern.short),
            }
          : [];
      }),
      facts: factsNamedIn(p, data),
      sources: sourcesOf(p),
      checked: p.checked,
    };
  }

  const term = (t: Term): TermRecord => ({
    id: t.id,
    ja: t.ja,
    kana: t.kana,
    gloss: text('terms', `${t.id}.gloss`, t.gloss),
    glossSource: t.gloss_source,
    meaning: text('terms', `${t.id}.meaning`, t.meaning),
    office: text('terms', `${t.id}.office`, t.office),
    facts: t.facts,
    confusable: t.confusable
      .filter(({ id }) => isShown.terms.has(id))
      .map(({ id, en }) => ({
        id,
        ja: data.terms.get(id)?.value.ja ?? id,
        text: phrase('terms', `${t.id}.confusable.${id}`, en),
      })),
    publishers: [...new Set(t.sources.filter((source) => !source.evidence_only).map(({ publisher }) => publisher))],
    checked: t.checked,
  });

  const benefit = (b: Benefit): BenefitRecord => ({
    id: b.id,
    ja: b.ja,
    category: b.category,
    status: b.status,
    from: b.from,
    until: b.until,
    title: text('benefits', `${b.id}.title`, b.title),
    what: text('benefits', `${b.id}.what`, b.what),
    worth: text('benefits', `${b.id}.worth`, b.worth),
    facts: factsNamedIn(b, data),
    statuses: b.audience.statuses,
    situations: b.audience.situations,
    only: b.audience.only,
    weight: b.weight,
    needs: b.needs,
    limits: b.limits.map((of) => item('benefits', `${b.id}.limits`, of)),
    start: b.start,
    publisher: (b.sources.find((source) => !source.evidence_only) ?? b.sources[0]!).publisher,
    checked: b.checked,
  });

  const concern = (c: Concern): ConcernRecord => ({
    id: c.id,
    topic: c.topic,
    weight: c.weight,
    worry: text('concerns', `${c.id}.worry`, c.worry),
    short: text('concerns', `${c.id}.short`, c.short),
    answer: text('concerns', `${c.id}.answer`, c.answer),
    fair: text('concerns', `${c.id}.fair`, c.fair),
    advice: c.advice.map((of) => item('concerns', `${c.id}.advice`, of)),
    ...(c.statuses === undefined ? {} : { statuses: c.statuses }),
    facts: factsNamedIn(c, data),
    checked: c.checked,
  });

  const claim = (c: Claim): ClaimRecord => ({
    id: c.id,
    topic: c.topic,
    said: text('claims', `${c.id}.said`, c.said),
    verdict: c.verdict,
    now: text('claims', `${c.id}.now`, c.now),
    since: c.since,
    until: c.until,
    benefit: c.benefit,
    facts: factsNamedIn(c, data),
    checked: c.checked,
  });

  const figure = (f: Figure): FigureRecord => ({
    id: f.id,
    topic: f.topic,
    statement: text('figures', `${f.id}.statement`, f.statement),
    value: f.value,
    unit: f.unit,
    asOf: f.as_of,
    ...(f.note === undefined ? {} : { note: text('figures', `${f.id}.note`, f.note) }),
    checked: f.checked,
  });

  return {
    guide,
    truth: (): TruthRecords => ({
      concerns: shown(data.concerns).map(concern),
      claims: shown(data.claims).map(claim),
      figures: shown(data.figures).map(figure),
    }),
    terms: (): Record<string, TermRecord> => Object.fromEntries(shown(data.terms).map((t) => [t.id, term(t)])),
    benefits: (): BenefitRecord[] => shown(data.benefits).map(benefit),
    facts: (): FactTexts =>
      Object.fromEntries(
        shown(data.facts).map((fact) => [
          fact.id,
          {
            statement: text('facts', `${fact.id}.statement`, fact.statement),
            exceptions: (fact.exceptions ?? []).map((of) => item('facts', `${fact.id}.exceptions`, of)),
          },
        ]),
      ),
    interface: (): InterfaceTexts =>
      Object.fromEntries(
        [...data.interface.values()].flatMap(({ id: surface, value }) =>
          Object.entries(value).map(([name, { en }]) => {
            const key = `${surface}.${name}`;
            return [key, phrase('interface', key, en)] as const;
          }),
        ),
      ),
  };
}

const idsOf = (records: readonly { id: string }[]): ReadonlySet<string> => new Set(records.map(({ id }) => id));

/** Ids of all facts that a record names, in lists and in placeholders, sorted. */
function factsNamedIn(record: object, data: Data): string[] {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') for (const name of placeholders(value)) names.add(name);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      for (const [key, child] of Object.entries(value)) {
        if (key === 'facts' && Array.isArray(child)) child.forEach((id) => names.add(String(id)));
        else visit(child);
      }
    }
  };
  visit(record);
  return [...names].filter((name) => data.facts.has(name)).toSorted();
}
