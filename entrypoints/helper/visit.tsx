/**
 * One visit to one page: guide under the heading, words and dates underlined, explanations, until one signal ends it
 * all. The worker holds every text and every state; what stands here is only what is open.
 */
import { render, type VNode } from 'preact';
import wordTable from '../../.data/words.json';
import { Guide } from '../../components/guide/Guide.tsx';
import guideCss from '../../components/guide/guide.css?inline';
import { PageDate } from '../../components/guide/PageDate.tsx';
import { Word } from '../../components/guide/Word.tsx';
import { WordsPanel } from '../../components/guide/WordsPanel.tsx';
import { WordsProvider } from '../../components/text.tsx';
import tokens from '../../components/tokens.css?inline';
import type { WordRule } from '../../lib/knowledge/compiled.ts';
import type { Who } from '../../lib/knowledge/vocabulary.ts';
import type { PageMessage, TabMessage } from '../../lib/messages.ts';
import { bodyOf } from '../../lib/overlay/body.ts';
import { freeCorner } from '../../lib/overlay/edge.ts';
import { paintMarks, rectOf, type Mark, type Opened } from '../../lib/overlay/highlight.ts';
import { createHost, type Look } from '../../lib/overlay/host.ts';
import { observePage } from '../../lib/overlay/observe.ts';
import { findPlace, putAtEdge } from '../../lib/overlay/place.ts';
import { openPopover } from '../../lib/overlay/popover.ts';
import { scaleOf } from '../../lib/overlay/scale.ts';
import { themeOf } from '../../lib/overlay/theme.ts';
import { pageAddress } from '../../lib/page/address.ts';
import { findInSlices, type Hits } from '../../lib/page/find-words.ts';
import { findWritten } from '../../lib/page/find-written.ts';
import { readFrame } from '../../lib/page/read-facts.ts';
import { unmasked } from '../../lib/page/unmasked.ts';
import { alive, endOtherVisits, onOtherVisit, onTabMessage, send } from '../../lib/page-browser.ts';
import { translationNow, type Translated } from './translation.ts';
import type { DateModel, GuideModel, Instead, VisitModel, WordModel } from '../../lib/visit-model.ts';

const CSS_TEXT = tokens + guideCss;
const WORDS = wordTable as readonly WordRule[];
// Few ranges on purpose: a few hundred small highlights can make each WebKit repaint several times slower
// (WebKit/WebKit#73511, open 2026-09), and a page full of lines is no help.
const MAX_WORDS = 150;
const MAX_DATES = 60;

/** Takes the page over from any earlier visit, also from one of an older version of the extension. */
export async function startVisit(): Promise<void> {
  endOtherVisits();
  const visit = new AbortController();
  const { signal } = visit;
  const end = (): void => visit.abort();
  onOtherVisit(end, signal);
  // An update or removal leaves this script behind, without a worker: it goes as soon as anybody looks or does
  // anything.
  for (const type of ['visibilitychange', 'pointerdown', 'keydown']) {
    addEventListener(type, () => alive() || end(), { signal, capture: true, passive: true });
  }

  const [model, translation] = await Promise.all([
    send({ type: 'visit:open', instead: null, related: null }),
    translationNow(null),
  ]);
  const body = bodyOf(document);
  if (!model || !body || signal.aborted) return end();
  show({ model, translation }, body, end, signal);
}

type First = { model: VisitModel; translation: Translated | null };

function show(first: First, body: HTMLElement, end: () => void, signal: AbortSignal): void {
  let { model, translation } = first;
  let words: readonly WordModel[] = [];
  let dates: readonly DateModel[] = [];
  let hits: Hits = { words: [], dates: [] };
  /** whether the worker has said which of them it can explain; all are painted until then */
  let explained = false;
  let open = false;
  let edge = false;
  /** for whom and what else the worker is asked, from now until this page is left */
  let asked: { instead: Instead | null; related: string | null } = { instead: null, related: null };
  let ticksOf: Instead | null = null;
  let chosen = model.guides[0]?.procedure;
  let heading = readFrame(document).headingElement;

  const lookAt = (around: Element): Look => ({
    locale: model.language.locale,
    direction: model.language.direction,
    theme: themeOf(around),
    scale: scaleOf(body),
  });
  let look = lookAt(body);
  const host = createHost(document, 'madoguchi-guide', CSS_TEXT, look, signal);
  /** What lies behind the guide: where it stands, which is not the banner that its heading may be. */
  const around = (): Element => (edge ? body : (host.element.parentElement ?? body));

  /** Tells the worker; without one, this is a left-over and goes. */
  const tell = async (message: PageMessage): Promise<void> => {
    if (!alive()) return end();
    await send(message);
  };

  const onToggle = (now: boolean): void => {
    if (!alive()) return end();
    open = now;
    draw();
  };
  const explainFrom =
    (kind: Mark['kind']) =>
    (id: string, button: HTMLElement): void =>
      explain({ kind, id }, () => button.getBoundingClientRect(), { by: 'press', near: button, from: button });
  const onWord = explainFrom('word');
  const onDate = explainFrom('date');

  const ask = (change: Partial<typeof asked>): void => {
    asked = { ...asked, ...change };
    void refresh();
  };

  function drawn() {
    const known = guidesOf(model);
    const main = known.find(({ procedure }) => procedure === chosen) ?? model.guides[0];
    const found = { words, dates, onWord, onDate, open, onToggle, translation };
    if (!main) return <WordsPanel {...found} searched={explained} />;
    return (
      <Guide
        model={main}
        others={model.guides.filter((guide) => guide !== main)}
        {...found}
        language={model.language.id}
        languages={model.languages}
        page={pageAddress(location.href)}
        edge={edge}
        onTick={(who, item, on) => {
          model = withTick(model, main.procedure, who, item, on);
          draw();
          if (!model.somebodyElse?.chosen) void tell({ type: 'guide:tick', procedure: main.procedure, who, item, on });
        }}
        onSheet={(who) => void tell({ type: 'guide:sheet', procedure: main.procedure, who })}
        onRemind={(on) => {
          if ('deadline' in main.remind)
            void tell({ type: 'guide:remind', deadline: main.remind.deadline, on }).then(refresh);
        }}
        onAddDate={() => void tell({ type: 'guide:add-date', procedure: main.procedure })}
        onLanguage={(language) => void tell({ type: 'guide:language', language }).then(refresh)}
        onSiteOff={() => void tell({ type: 'site:off' }).then(end)}
        onGuide={(procedure) => {
          chosen = procedure;
          if (known.some((guide) => guide.procedure === procedure)) draw();
          else ask({ related: procedure });
        }}
        somebodyElse={model.somebodyElse}
        onSomebodyElse={(instead) => ask({ instead })}
      />
    );
  }

  function followPage(): void {
    look = lookAt(around());
    host.setLook(look);
  }

  function draw(): void {
    if (signal.aborted) return;
    followPage();
    render(
      <WordsProvider labels={model.labels} locale={model.language.locale}>
        {drawn()}
      </WordsProvider>,
      host.frame,
    );
  }

  function place(back = false): void {
    edge = false;
    draw();
    const found =
      model.guides.length > 0
        ? findPlace(document, heading, host, back)
        : { kind: 'edge' as const, corner: freeCorner(document) };
    if (found.kind === 'none') return end();
    if (found.kind === 'after') return followPage();
    toEdge(found.corner);
  }

  function toEdge(corner = freeCorner(document)): void {
    edge = true;
    draw();
    putAtEdge(document, corner, host);
  }

  /** What builds itself may have its heading after its title, or another one than before. */
  function onChange(): void {
    if (!heading?.isConnected) {
      heading = readFrame(document).headingElement;
      if (heading && edge && !open && model.guides.length > 0) place();
    }
    void followTranslation().then(findMarks);
  }

  /** Browsers translate a page under our eyes, and back. */
  async function followTranslation(): Promise<void> {
    const now = await translationNow(translation);
    if (signal.aborted || now === translation) return;
    translation = now;
    draw();
  }

  let search = new AbortController();
  /** Finds words and dates anew; what is painted stays until the new paint is ready. */
  async function findMarks(): Promise<void> {
    search.abort();
    search = new AbortController();
    const here = AbortSignal.any([signal, search.signal]);
    const found = await findInSlices(body, [...WORDS, ...(translation?.words ?? [])], {
      after: heading,
      limit: MAX_WORDS,
      dateLimit: MAX_DATES,
      signal: here,
    });
    if (here.aborted) return;
    hits = found;
    const painted = paint();
    await loadMarks(here);
    if (!here.aborted && marks().length !== painted) paint();
  }

  /** The day on which the page says that it was written. */
  const written = (): string | null =>
    hits.dates.find(({ ofPage }) => ofPage)?.text ?? (heading?.isConnected ? findWritten(body, heading) : null);

  /** Notes a date for whom the guide is for, or takes the note back. */
  async function remindOf(date: string, on: boolean): Promise<DateModel | null | undefined> {
    if (!alive()) return void end();
    const about = hits.dates.find(({ text }) => text === date)?.about || readFrame(document).title;
    const now = await send({ type: 'date:remind', date, written: written(), about, instead: asked.instead, on });
    if (now) dates = dates.map((one) => (one.id === date ? now : one));
    return now;
  }

  async function loadMarks(here: AbortSignal): Promise<void> {
    const ids = [...new Set(hits.words.map(({ id }) => id))];
    const others = hits.words.flatMap(({ wrong }) => wrong?.also ?? []);
    const texts = hits.dates.map(({ text }) => text);
    const [foundWords, foundDates] = await Promise.all([
      ids.length > 0 ? send({ type: 'visit:words', ids: [...new Set([...ids, ...others])] }) : [],
      texts.length > 0 ? send({ type: 'visit:dates', dates: texts, written: written(), instead: asked.instead }) : [],
    ]);
    if (here.aborted) return;
    explained = true;
    if (!foundWords || !foundDates) return;
    const byId = new Map(foundWords.map((word) => [word.id, word]));
    words = ids.flatMap((id) => {
      const word = byId.get(id);
      return word ? [{ ...word, said: saidOf(id, byId) }] : [];
    });
    dates = foundDates;
    draw();
  }

  /** The wrong wordings by which the page calls this word. */
  function saidOf(id: string, byId: ReadonlyMap<string, WordModel>): WordModel['said'] {
    const wrong = hits.words.filter((hit) => hit.id === id && hit.wrong !== null);
    if (wrong.length === 0) return null;
    const also = new Set(wrong.flatMap((hit) => hit.wrong?.also ?? []));
    return {
      language: translation?.language ?? '',
      // One of each, whether it begins a sentence or speaks of several.
      texts: [...Map.groupBy(wrong, ({ text }) => text.toLowerCase().replace(/s$/u, '')).values()].map(
        ([first]) => first!.text,
      ),
      also: [...also].flatMap((other) => byId.get(other) ?? []),
    };
  }

  const marks = (): readonly Mark[] =>
    [
      ...hits.words.map(({ id, range }) => ({ kind: 'word' as const, id, range })),
      ...hits.dates.map(({ text, range }) => ({ kind: 'date' as const, id: text, range })),
    ].filter((mark) => !explained || cardOf(mark));

  let painted = new AbortController();
  /**
   * Gives how many. In the same turn as the guide, so that the browser works out the page's look once for both; what
   * the worker cannot explain is taken away a moment later.
   */
  function paint(): number {
    painted.abort();
    painted = new AbortController();
    const all = marks();
    const { theme } = look;
    paintMarks(all, explainMark, { hover: model.hover, theme }, AbortSignal.any([signal, painted.signal]));
    return all.length;
  }

  /** The explanation of a mark, if there is one. */
  function cardOf({ kind, id }: Pick<Mark, 'kind' | 'id'>): ((onClose: () => void) => VNode) | undefined {
    const word = kind === 'word' && words.find((each) => each.id === id);
    if (word) return (onClose) => <Word word={word} onClose={onClose} />;
    const date = kind === 'date' && dates.find((each) => each.id === id);
    return date
      ? (onClose) => <PageDate date={date} onClose={onClose} onRemind={(on) => remindOf(date.id, on)} />
      : undefined;
  }

  let opened: { of: unknown; close: AbortController } | undefined;
  function explain(
    mark: Pick<Mark, 'kind' | 'id'>,
    anchor: () => DOMRect | undefined,
    { by, near, from, of = near }: { by: Opened['by']; near: Element; from: HTMLElement | null; of?: unknown },
  ): void {
    const card = cardOf(mark);
    if (!alive()) return end();
    if (!card || (by === 'hover' && opened?.of === of)) return;
    opened?.close.abort();
    const mine = { of, close: new AbortController() };
    opened = mine;
    openPopover(
      {
        anchor,
        hover: by === 'hover',
        from,
        css: CSS_TEXT,
        // A button of ours stands in a shadow tree, which the page's colours do not reach.
        look: lookAt(unmasked(near, 'getRootNode')() === document ? near : around()),
        draw: (box, close) => {
          render(
            <WordsProvider labels={model.labels} locale={model.language.locale}>
              {card(close)}
            </WordsProvider>,
            box,
          );
          return () => render(null, box);
        },
        onClose: () => {
          if (opened === mine) opened = undefined;
        },
      },
      AbortSignal.any([signal, mine.close.signal]),
    );
  }

  const explainMark = ({ mark, by }: Opened): void =>
    explain(mark, () => rectOf(mark.range), {
      by,
      near: mark.range.startContainer.parentElement ?? body,
      from: null,
      of: mark,
    });

  async function refresh(): Promise<void> {
    const { instead } = asked;
    const now = await send({ type: 'visit:open', ...asked });
    if (signal.aborted) return;
    if (!now) return end();
    model = instead === ticksOf ? withKeptTicks(now, model) : now;
    ticksOf = instead;
    draw();
    await loadMarks(signal);
    if (!signal.aborted) paint();
  }

  function onTold({ type }: TabMessage): void {
    if (type === 'visit:end') return end();
    if (type === 'visit:changed') return void refresh();
    onToggle(true);
    host.element.scrollIntoView({ block: 'nearest' });
  }

  onTabMessage(onTold, signal);
  signal.addEventListener('abort', () => render(null, host.frame), { once: true });
  place();
  const onRemoved = (): void => {
    heading = readFrame(document).headingElement;
    place(true);
  };
  // A page that draws its content anew all the time keeps the guide at the edge, where it draws nothing.
  const onGiveUp = (): void => toEdge();
  observePage(document.documentElement, () => host.element, { onChange, onRemoved, onGiveUp }, signal);
  void findMarks();
}

/** The ticks made for somebody else stand nowhere but here. */
function withKeptTicks(now: VisitModel, before: VisitModel): VisitModel {
  if (!now.somebodyElse?.chosen) return now;
  const ticked = (procedure: string, who: Who): readonly string[] =>
    guidesOf(before)
      .find((guide) => guide.procedure === procedure)
      ?.who.find(({ id }) => id === who)?.ticked ?? [];
  return withGuides(now, (guide) => ({
    ...guide,
    who: guide.who.map((person) => ({ ...person, ticked: ticked(guide.procedure, person.id) })),
  }));
}

const guidesOf = ({ guides, related }: VisitModel): readonly GuideModel[] => (related ? [...guides, related] : guides);
const withGuides = (model: VisitModel, change: (guide: GuideModel) => GuideModel): VisitModel => ({
  ...model,
  guides: model.guides.map(change),
  related: model.related && change(model.related),
});

/** The model with one tick set or taken back: what the person sees does not wait for the worker. */
function withTick(model: VisitModel, procedure: string, who: Who, item: string, on: boolean): VisitModel {
  const tick = (ticked: readonly string[]): string[] => [...ticked.filter((id) => id !== item), ...(on ? [item] : [])];
  const guide = (each: GuideModel): GuideModel =>
    each.procedure === procedure
      ? {
          ...each,
          who: each.who.map((person) => (person.id === who ? { ...person, ticked: tick(person.ticked) } : person)),
        }
      : each;
  return withGuides(model, guide);
}
