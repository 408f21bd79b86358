/**
 * What the worker answers a page. Everything it knows of a visit stands in session storage, so it may die between
 * any two messages. Nothing personal goes to a page that is not https; nothing of a private window is kept.
 */
import type { ItemPort } from './browser.ts';
import { noteDate, notedOn, takeBackNote } from './household/edit.ts';
import { notePage, noteText } from './household/note.ts';
import { emptyPerson, type Person } from './household/schema.ts';
import type { Moment } from './clock.ts';
import type { RecogniseRule } from './knowledge/compiled.ts';
import { composeDates, dayToNote } from './knowledge/compose-dates.ts';
import { composeVisit, composeWords } from './knowledge/compose.ts';
import type { Packaged } from './knowledge/packaged.ts';
import { wrongWordsIn } from './knowledge/wrong-words.ts';
import type { SheetRoute } from './sheet/route.ts';
import { checklists, deliveries, household, reminders, settings, tickKey, withTick } from './items.ts';
import type { PageMessage, TabMessage } from './messages.ts';
import type { Explained, FramePart } from './own-messages.ts';
import { pageAddress } from './page/address.ts';
import type { PageFacts } from './page/page-facts.ts';
import { type InJapanese, inJapaneseBy } from './page/in-japanese.ts';
import { isSimple } from './page/page-text.ts';
import { recognise } from './page/recognise.ts';
import { PRIVATE_OFF, privateHosts, switchPrivateSite } from './private-sites.ts';
import { setReminding } from './reminders/index.ts';
import { withVoice } from './reminders/wishes.ts';
import { deadlinesOf } from './rules/index.ts';
import { originalPage } from './sites/original-page.ts';
import type { Store } from './store.ts';
import { readTabVerdict, tabVerdictKey, type TabVerdict } from './tab-verdict.ts';
import type { DateModel, Instead, TranslationModel, VisitModel, WordModel } from './visit-model.ts';

/** The top frame of a tab, as the browser names it (never as the page does). */
export type Sender = { tabId: number; url: string; privateWindow: boolean };

export type VisitPorts = {
  store: Store;
  session: ItemPort;
  packaged: Packaged;
  rules: readonly RecogniseRule[];
  now: () => Promise<Moment>;
  /** Runs the helper in the tab's top frame. */
  inject: (tabId: number) => Promise<void>;
  /** The address that a tab shows, '' where the browser does not tell. */
  addressOf: (tabId: number) => Promise<string>;
  /** False for the paths of a portal on which we promise silence. */
  allowed: (url: string) => Promise<boolean>;
  /** Whether we may run there without being asked by the person. */
  granted: (url: string) => Promise<boolean>;
  /** Runs the spotter in the tab's top frame and gives its verdict. */
  spot: (tabId: number) => Promise<{ url: string; verdict: string }>;
  /** The pages that the tab's page puts side by side, where it is nothing but that; null: it is a page of its own. */
  framesOf: (tabId: number) => Promise<FramePart[] | null>;
  openDesk: (hash: string) => Promise<void>;
  openSheet: (route: Partial<SheetRoute>) => Promise<void>;
  tell: (tabId: number, message: TabMessage) => Promise<void>;
};

type Asked = PageMessage & { type: 'visit:open' };
type DatesAsked = PageMessage & { type: 'visit:dates' };

/** Whom a guide is for this time; `undefined` where that person is no longer in the household. */
const personOf = (instead: Instead, others: readonly Person[]): Person | undefined =>
  'person' in instead
    ? others.find(({ id }) => id === instead.person)
    : { ...emptyPerson('somebody'), status: instead.status };

export function createVisits(ports: VisitPorts) {
  const { store, session, packaged } = ports;

  /** Read for the first page that is not in Japanese: it is 630 KB, and few pages are. */
  let known: InJapanese | undefined;
  const inJapanese = async (): Promise<InJapanese> => (known ??= inJapaneseBy(await packaged.foreignWords()));

  async function isOff(host: string, privateWindow: boolean): Promise<boolean> {
    const [{ sitesOff }, inPrivate] = await Promise.all([
      store.getOrEmpty(settings),
      privateWindow ? session.get(PRIVATE_OFF) : undefined,
    ]);
    return sitesOff.includes(host) || privateHosts(inPrivate).includes(host);
  }

  /** The verdict that belongs to the page that asks, or `undefined` when the tab has gone on. */
  const verdictOf = async ({ tabId, url }: Sender): Promise<TabVerdict | undefined> => {
    const verdict = readTabVerdict(await session.get(tabVerdictKey(tabId)));
    return verdict?.url === pageAddress(url) ? verdict : undefined;
  };

  /** What every sentence needs. */
  async function knowledge(chosen: string) {
    const { facts, languages } = packaged;
    const [texts, { day }] = await Promise.all([packaged.interface(chosen), ports.now()]);
    const language = languages.find(({ id }) => id === chosen);
    if (!language) throw new Error(`No language "${chosen}" is packaged`);
    return { languages, language, texts, facts, today: day };
  }

  async function seen(sender: Sender, facts: PageFacts): Promise<{ helper: boolean }> {
    const url = pageAddress(sender.url);
    const host = new URL(url).host;
    const page = { ...facts, url };
    const [stored, allowed, granted, siteOff, saying] = await Promise.all([
      session.get(tabVerdictKey(sender.tabId)),
      ports.allowed(url),
      ports.granted(url),
      isOff(host, sender.privateWindow),
      isSimple(page) ? inJapanese() : (text: string) => text,
    ]);
    const before = readTabVerdict(stored);
    const asked = before?.asked === true && (before.url === '' || before.url === url);
    // A spotter outlives the withdrawal of access until its page is left.
    if (!allowed || !(asked || granted)) return { helper: false };
    const { procedures } = recognise(page, ports.rules, saying);
    const verdict: TabVerdict = {
      url,
      host,
      procedures: procedures.map(({ procedure }) => ({ id: procedure })),
      siteOff,
      asked,
    };
    await session.set(tabVerdictKey(sender.tabId), verdict);
    const helper = procedures.length > 0 && !siteOff;
    if (helper) await ports.inject(sender.tabId);
    return { helper };
  }

  async function open(sender: Sender, { instead, related }: Asked): Promise<VisitModel | null> {
    const personal = new URL(sender.url).protocol === 'https:';
    // All at once: what a worker that has just started waits for is mostly the way to the browser and back.
    const [verdict, { language, hover }, people, { ticks }, told, wishes] = await Promise.all([
      verdictOf(sender),
      store.getOrEmpty(settings),
      personal ? store.getOrEmpty(household) : household.empty,
      personal ? store.getOrEmpty(checklists) : checklists.empty,
      personal ? store.getOrEmpty(deliveries) : deliveries.empty,
      store.getOrEmpty(reminders),
    ]);
    // A fragment may be a route, and the verdict does not know fragments.
    if (!verdict || verdict.siteOff || !(await ports.allowed(sender.url))) return null;
    const [known, other, ...guides] = await Promise.all([
      knowledge(language),
      related === null ? null : packaged.guide(language, related),
      ...verdict.procedures.map(({ id }) => packaged.guide(language, id)),
    ]);
    const [reader = null, ...others] = people.people;
    const person = (personal && instead && personOf(instead, others)) || reader;
    return composeVisit({
      ...known,
      guides,
      related: other,
      person,
      somebodyElse: person !== reader,
      others: personal ? others : null,
      instead: person === reader ? null : instead,
      deadlines: deadlinesOf(people, known.facts, known.today),
      ticks,
      deliveries: told,
      wishes,
      hover,
    });
  }

  async function words(ids: readonly string[]): Promise<WordModel[]> {
    const { language } = await store.getOrEmpty(settings);
    const [known, terms] = await Promise.all([knowledge(language), packaged.terms(language)]);
    return composeWords(ids, { ...known, terms });
  }

  /**
   * Under which address and for whom a date of this page is noted; `undefined` where nothing is: in a private window,
   * and on a page that is not https. Where we may not run unasked, the address is kept without its query.
   */
  async function noting({ url, privateWindow }: Sender, instead: Instead | null) {
    const page = notePage((await ports.granted(url)) ? url : url.split('?', 1)[0]!);
    if (privateWindow || page === null) return undefined;
    const home = await store.getOrEmpty(household);
    const other = instead && 'person' in instead && home.people.find(({ id }) => id === instead.person);
    const [first] = home.people;
    const person = other || first;
    return person && { page, person: person.id, noted: notedOn(home, person.id, page) };
  }

  async function dates(sender: Sender, asked: Pick<DatesAsked, 'dates' | 'written' | 'instead'>): Promise<DateModel[]> {
    const { language } = await store.getOrEmpty(settings);
    const [known, here] = await Promise.all([knowledge(language), noting(sender, asked.instead)]);
    return composeDates(asked.dates, asked.written, known, here?.noted ?? null);
  }

  async function remind(
    sender: Sender,
    { date, written, about, instead, on }: PageMessage & { type: 'date:remind' },
  ): Promise<DateModel | null> {
    const here = await noting(sender, instead);
    const day = dayToNote(date, written, (await ports.now()).day);
    if (!here || day === null) return null;
    const { page, person } = here;
    const text = noteText(about) || new URL(page).host;
    await store.update(household, (home) =>
      on ? noteDate(home, { person, on: day, text, page }) : takeBackNote(home, person, day, page),
    );
    const [now = null] = await dates(sender, { dates: [date], written, instead });
    return now;
  }

  async function translated(
    { url }: Sender,
    { language, named }: PageMessage & { type: 'visit:translated' },
  ): Promise<TranslationModel> {
    const { portals, sites } = packaged;
    const [register, wrong] = await Promise.all([packaged.register(), packaged.wrongWords()]);
    return {
      original: originalPage(url, named, { register, portals, sites }),
      words: wrongWordsIn(language, wrong),
    };
  }

  async function siteOff(sender: Sender): Promise<void> {
    const { host } = new URL(sender.url);
    if (sender.privateWindow) await switchPrivateSite(session, host, true);
    else {
      await store.update(settings, (before) =>
        before.sitesOff.includes(host) ? before : { ...before, sitesOff: [...before.sitesOff, host] },
      );
    }
    const verdict = await verdictOf(sender);
    if (verdict) await session.set(tabVerdictKey(sender.tabId), { ...verdict, siteOff: true });
    await ports.tell(sender.tabId, { type: 'visit:end' });
  }

  /** Answers one message of a page's top frame. */
  async function answer(message: PageMessage, sender: Sender): Promise<unknown> {
    switch (message.type) {
      case 'page:seen':
        return seen(sender, message.facts);
      case 'page:left':
        await session.remove(tabVerdictKey(sender.tabId));
        return null;
      case 'visit:open':
        return open(sender, message);
      case 'visit:words':
        return words(message.ids);
      case 'visit:dates':
        return dates(sender, message);
      case 'date:remind':
        return remind(sender, message);
      case 'visit:translated':
        return translated(sender, message);
      case 'guide:tick': {
        if (sender.privateWindow) return null;
        const { procedure, who, item, on } = message;
        const person = (await store.getOrEmpty(household)).people[0]?.id ?? 'p1';
        await store.update(checklists, (before) => withTick(before, tickKey(person, procedure, who), item, on));
        return null;
      }
      case 'guide:language': {
        const known = packaged.languages.some(({ id }) => id === message.language);
        if (known) await store.update(settings, (before) => ({ ...before, language: message.language }));
        return null;
      }
      case 'guide:remind': {
        const { deadline, on } = message;
        await store.update(deliveries, (before) => setReminding(before, deadline, on));
        if (on) await store.update(reminders, (before) => withVoice(before, deadline.split('/')[1]));
        return null;
      }
      case 'guide:add-date': {
        const { language } = await store.getOrEmpty(settings);
        const { by } = await packaged.guide(language, message.procedure);
        const [kind] = by.deadlines;
        await ports.openDesk(kind === undefined ? 'dates' : `dates?add=${kind}`);
        return null;
      }
      case 'guide:sheet':
        await ports.openSheet({ procedure: message.procedure, who: message.who });
        return null;
      case 'site:off':
        await siteOff(sender);
        return null;
    }
  }

  /**
   * The toolbar button was asked to explain a page that nobody covers: it is spotted like any other, and where
   * nothing is recognised the helper comes all the same, with the page's words and dates. On a page on which we promise
   * silence nothing of ours runs, and where there are only frames the helper would find no place.
   */
  async function explain(tabId: number): Promise<Explained> {
    if (!(await ports.allowed(await ports.addressOf(tabId)))) return { state: 'private' };
    const parts = await ports.framesOf(tabId);
    if (parts) return { state: 'frames', parts };
    const asked: TabVerdict = { url: '', host: '', procedures: [], siteOff: false, asked: true };
    await session.set(tabVerdictKey(tabId), asked);
    const spotted = await ports.spot(tabId);
    if (spotted.verdict === 'recognised') return { state: 'done' };
    const url = pageAddress(spotted.url);
    await session.set(tabVerdictKey(tabId), { ...asked, url, host: new URL(url).host });
    await ports.inject(tabId);
    return { state: 'done' };
  }

  return { answer, explain };
}
