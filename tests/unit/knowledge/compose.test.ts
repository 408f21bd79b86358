import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { emptyPerson, type Person } from '../../../lib/household/schema.ts';
import {
  composeGuide,
  composeVisit,
  composeWords,
  type GuideInput,
  type VisitInput,
} from '../../../lib/knowledge/compose.ts';
import type { Status } from '../../../lib/knowledge/vocabulary.ts';
import { EMPTY_DELIVERIES } from '../../../lib/reminders/deliveries.ts';
import type { Deadline } from '../../../lib/rules/deadline.ts';
import type { GuideModel } from '../../../lib/visit-model.ts';
import { packaged } from './compiled.ts';

const TODAY = civil('2026-11-24');
const person = (status: Status | null, dates: Partial<Record<keyof Person['dates'], string>> = {}): Person => ({
  ...emptyPerson('p1'),
  status,
  dates: {
    ...emptyPerson('p1').dates,
    ...Object.fromEntries(Object.entries(dates).map(([field, day]) => [field, civil(day)])),
  },
});
const deadline = (
  kind: Deadline['kind'],
  last: string,
  more: { opens?: string; advised?: string; person?: string } = {},
): Deadline => ({
  id: `${more.person ?? 'p1'}/${kind}/${last}`,
  kind,
  person: more.person ?? 'p1',
  procedure: null,
  opens: more.opens === undefined ? null : civil(more.opens),
  advised: civil(more.advised ?? last),
  last: civil(last),
  moved: null,
  follows: civil('9999-12-31'),
  otherwise: [],
  certainty: 'printed',
  missing: [],
  facts: [],
});

async function input(language: string, more: Partial<GuideInput> = {}): Promise<GuideInput> {
  const record = packaged.languages.find(({ id }) => id === language);
  if (!record) throw new Error(`no language ${language}`);
  return {
    language: record,
    texts: await packaged.interface(language),
    facts: packaged.facts,
    today: TODAY,
    person: person(null),
    somebodyElse: false,
    deadlines: [],
    ticks: {},
    deliveries: EMPTY_DELIVERIES,
    ...more,
  };
}
const guide = async (procedure: string, language: string, more: Partial<GuideInput> = {}): Promise<GuideModel> =>
  composeGuide(await packaged.guide(language, procedure), await input(language, more));

const line = (list: readonly { id: string; text: string }[], id: string) => list.find((one) => one.id === id)?.text;

/** Every string that a model shows, with its place. */
function lines(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => lines(child, `${path}.${key}`));
}

describe('a limited-stay resident whose card date is known', () => {
  const known = {
    person: person('limited-stay', { card: '2027-07-10', stay: '2027-07-10' }),
    deadlines: [
      deadline('card-extension', '2027-07-10', { advised: '2027-07-09' }),
      deadline('stay-renewal', '2027-07-10', { opens: '2027-04-10' }),
    ],
  };

  it('reads real dates where the guide speaks of the card', async () => {
    const model = await guide('foreign-extend', 'en', known);
    expect(line(model.warnings, 'not-automatic')).toContain(
      'Go by 10 July 2027; one day later the card is dead and the next one costs 1,000 yen.',
    );
    expect(line(model.warnings, 'pending')).toContain('the card gets 2 months more, once');
  });

  it('is told the open day that can be kept, and how far it is away', async () => {
    const { by, gist, steps, remind } = await guide('foreign-extend', 'en', known);
    expect(by).toMatchObject({
      text: 'By 9 July 2027, the last open day before your card ends.',
      last: '2027-07-09',
      daysLeft: 227,
      left: '227 days left',
      opensText: null,
    });
    expect(by.lastText).toMatch(/^Friday,? 9 July 2027$/);
    expect(gist.by).toBe('Until 9 July 2027, 227 days left');
    expect(line(steps, 'go-before-expiry')).toBe(
      'Go to your city hall on a weekday by 9 July 2027. Changes are to be reported within 14 days, so go soon.',
    );
    expect(remind).toEqual({
      state: 'on',
      deadline: 'p1/card-extension/2027-07-10',
      text: 'for 9 July 2027, 227 days left',
    });
  });

  it('sees that it is for them, without labels, and nothing that is only for others', async () => {
    const model = await guide('foreign-extend', 'en', known);
    expect(model).toMatchObject({ concerns: true, forYou: 'for you: stay with an end date' });
    expect(line(model.warnings, 'no-letter')).toBeDefined();
    expect(line(model.warnings, 'new-permanent')).toBeUndefined();
    expect(model.warnings.filter(({ forWhom }) => forWhom !== null)).toEqual([]);
  });

  it('is told the last day by law once the open day is over, and plainly when all is over', async () => {
    const friday = await guide('foreign-extend', 'en', { ...known, today: civil('2027-07-09') });
    expect(friday.gist.by).toBe('Until 9 July 2027, best done today');
    const saturday = await guide('foreign-extend', 'en', { ...known, today: civil('2027-07-10') });
    expect(saturday.gist.by).toBe('Until 10 July 2027, today is the last day');
    const later = await guide('foreign-extend', 'en', { ...known, today: civil('2027-07-12') });
    expect(later.by).toMatchObject({ last: '2027-07-10', daysLeft: -2, left: '2 days ago' });
    expect(later.gist.by).toBe('Ended on 10 July 2027, 2 days ago');
  });
});

describe('a person who has entered nothing', () => {
  it('reads the sentences without dates', async () => {
    const model = await guide('foreign-extend', 'en');
    expect(line(model.warnings, 'not-automatic')).toContain('Go by the date on the card');
    expect(model.by).toEqual({
      text: 'By the date on your card, better the last open day before. The day after is too late.',
      last: null,
      lastText: null,
      opensText: null,
      daysLeft: null,
      left: null,
    });
    expect(model.gist.by).toBe('Until the date on your card');
    expect(model.remind).toEqual({ state: 'needs-date' });
  });

  it('sees for whom a line is where it is not for everybody', async () => {
    const { warnings, forYou, concerns } = await guide('foreign-extend', 'en');
    const label = (id: string) => warnings.find((one) => one.id === id)?.forWhom;
    expect(label('no-letter')).toBe('For: stay with an end date');
    expect(label('new-permanent')).toBe('For: permanent resident or highly skilled professional (ii)');
    expect(label('not-automatic')).toBeNull();
    expect([forYou, concerns]).toEqual([null, true]);
    const movingIn = await guide('move-in', 'en');
    const labels = movingIn.who.flatMap(({ bring }) => bring.map(({ forWhom }) => forWhom));
    expect(labels).toContain('For: any resident without Japanese nationality');
  });

  it('reads the first sentence as "by when" where there is no printed date to point to', async () => {
    expect((await guide('move-in', 'en')).gist.by).toBe('Within 14 days after the day you moved.');
    expect((await guide('pin-reset', 'en')).gist.by).toBe('No deadline.');
    expect((await guide('pin-reset', 'en')).remind).toEqual({ state: 'none' });
  });
});

describe('a Japanese national', () => {
  it('does not see what concerns only people with a limited stay', async () => {
    const model = await guide('cert-renew', 'en', { person: person('national') });
    expect(line(model.warnings, 'last-try')).toContain('3 tries');
    expect(line(model.warnings, 'stay-first')).toBeUndefined();
    expect(model).toMatchObject({ concerns: true, forYou: 'for you: Japanese national' });
  });

  it('is told when a guide is not for them', async () => {
    expect(await guide('foreign-extend', 'en', { person: person('national') })).toMatchObject({
      concerns: false,
      forYou: null,
    });
  });
});

describe('a window that opens', () => {
  const certificate = {
    person: person('national', { certificate: '2027-05-31' }),
    deadlines: [deadline('certificate-renewal', '2027-05-31', { opens: '2027-03-01' })],
  };

  it('is named before it opens', async () => {
    const model = await guide('cert-renew', 'en', certificate);
    expect(model.gist.by).toBe('From 1 March 2027 to 31 May 2027');
    expect(model.by.opensText).toBe('Opens on 1 March 2027');
    expect(line(model.steps, 'go-in-window')).toBe('Go on 1 March 2027 or later. Before that it is too early.');
  });

  it('and from its first day on', async () => {
    const model = await guide('cert-renew', 'en', { ...certificate, today: civil('2027-03-01') });
    expect(model.by.opensText).toBe('Open since 1 March 2027');
    expect(model.gist.by).toBe('Until 31 May 2027, 91 days left');
  });

  it('that nobody knows leaves the sentence without it', async () => {
    const model = await guide('cert-renew', 'en', {
      ...certificate,
      deadlines: [deadline('certificate-renewal', '2027-05-31')],
    });
    expect(line(model.steps, 'go-in-window')).toBe('Go when less than 3 months are left. Before that it is too early.');
  });
});

describe('whose deadline, and which', () => {
  it('is only that of the person and kind; the next that is not over, or else the latest', async () => {
    const known = {
      person: person('limited-stay'),
      deadlines: [
        deadline('card-extension', '2026-01-01'),
        deadline('card-extension', '2028-01-04'),
        deadline('card-extension', '2027-02-02'),
        deadline('card-extension', '2026-12-01', { person: 'p2' }),
        deadline('stay-renewal', '2026-12-02'),
      ],
    };
    expect((await guide('foreign-extend', 'en', known)).by.last).toBe('2027-02-02');
    expect((await guide('foreign-extend', 'en', { ...known, today: civil('2029-01-01') })).by.last).toBe('2028-01-04');
  });

  it('is told to nobody where nothing personal may be said', async () => {
    const model = await guide('foreign-extend', 'en', {
      person: null,
      deadlines: [deadline('card-extension', '2027-02-02')],
      ticks: { 'p1/foreign-extend/self': ['card'] },
    });
    expect(model.by.last).toBeNull();
    expect(model.who.flatMap(({ ticked }) => ticked)).toEqual([]);
    expect(JSON.stringify(model)).not.toContain('2027');
  });

  it('shows what was done or muted', async () => {
    const known = { person: person('limited-stay'), deadlines: [deadline('card-extension', '2027-02-02')] };
    const id = 'p1/card-extension/2027-02-02';
    const done = await guide('foreign-extend', 'en', {
      ...known,
      deliveries: { ...EMPTY_DELIVERIES, done: { [id]: civil('2026-11-20') } },
    });
    expect(done.remind).toEqual({ state: 'done', deadline: id, text: 'on 20 November 2026' });
    const muted = await guide('foreign-extend', 'en', { ...known, deliveries: { ...EMPTY_DELIVERIES, muted: [id] } });
    expect(muted.remind).toMatchObject({ state: 'off', deadline: id });
  });

  it('remembers what is ready, for each who goes', async () => {
    const model = await guide('foreign-extend', 'en', {
      ticks: { 'p1/foreign-extend/self': ['card', 'pin-login'], 'p2/foreign-extend/self': ['proof-pending'] },
    });
    expect(model.who.map(({ id, ticked }) => [id, ticked])).toEqual([
      ['self', ['card', 'pin-login']],
      ['same-household', []],
      ['legal-representative', []],
      ['other-proxy', []],
    ]);
  });
});

describe('easy Japanese', () => {
  it('says the same with furigana, dates and amounts included', async () => {
    const model = await guide('foreign-extend', 'ja-easy', {
      person: person('limited-stay', { card: '2027-07-10' }),
      deadlines: [deadline('card-extension', '2027-07-10', { advised: '2027-07-09' })],
    });
    expect(model.gist.by).toBe('2027｜年《ねん》7｜月《がつ》｜9日《ここのか》まで（あと 227｜日《にち》）');
    expect(line(model.warnings, 'not-automatic')).toContain('2027｜年《ねん》7｜月《がつ》｜10日《とおか》までに');
    expect(model.gist.cost).toContain('1,000｜円《えん》');
    expect(model.forYou).toBe('あなた：｜在留期間《ざいりゅうきかん》の ｜終《お》わりが ある ｜人《ひと》');
  });
});

describe('sources', () => {
  it('are those of the procedure first, then of its facts, each page once', async () => {
    const model = await guide('foreign-extend', 'en');
    const all = await packaged.sources();
    const own = all['procedures/foreign-extend'] ?? [];
    expect(model.sources.slice(0, own.length).map(({ url }) => url)).toEqual(own.map(({ url }) => url));
    expect(model.sources.length).toBeGreaterThan(own.length);
    const pages = model.sources.map(({ publisher, url }) => `${publisher} ${url}`);
    expect(new Set(pages).size).toBe(pages.length);
    expect(model.checked).toBe(`${model.sources.length} sources, last checked 24 November 2026`);
  });

  it('that nobody looked at for more than 400 days make the guide old', async () => {
    const checked = (await packaged.guide('en', 'foreign-extend')).checked;
    expect(checked).toBe('2026-11-24');
    expect((await guide('foreign-extend', 'en', { today: civil('2027-12-29') })).old).toBe(false);
    expect((await guide('foreign-extend', 'en', { today: civil('2027-12-30') })).old).toBe(true);
  });
});

describe('every guide in every language', () => {
  const people = [
    person(null),
    person('national'),
    person('limited-stay', { card: '2027-07-10', certificate: '2027-05-31', stay: '2027-07-10' }),
  ];
  it('has no holes, no leftovers, and no empty line', async () => {
    let seen = 0;
    for (const { id } of packaged.languages) {
      for (const procedure of [
        'cert-renew',
        'card-renew',
        'foreign-extend',
        'move-in',
        'insurance-card',
        'pin-reset',
      ]) {
        for (const who of people) {
          const model = await guide(procedure, id, { person: who });
          for (const [path, text] of lines(model)) {
            expect(text, `${id} ${procedure}${path}`).not.toMatch(
              /[{}]|undefined|\bNaN\b|^$|Not known for today|不明です/,
            );
            seen += 1;
          }
        }
      }
    }
    expect(seen).toBeGreaterThan(5000);
  });

  it('leaves out a line whose fact is not known on the day, and says so where a line must stand', async () => {
    const early = await guide('foreign-extend', 'en', { today: civil('2001-01-01') });
    expect(line(early.steps, 'stay-first')).toBeUndefined();
    expect(line(early.steps, 'check-date')).toBeDefined();
    expect(early.cost).toBe('Not known for today. Ask the office.');
  });
});

describe('a visit', () => {
  it('brings the guide’s texts without the surface’s name, and the guides in order', async () => {
    const visit: VisitInput = {
      ...(await input('ja-easy')),
      languages: packaged.languages,
      guides: [await packaged.guide('ja-easy', 'cert-renew'), await packaged.guide('ja-easy', 'pin-reset')],
      related: await packaged.guide('ja-easy', 'card-lost'),
      others: null,
      instead: null,
      hover: false,
    };
    const model = composeVisit(visit);
    expect(model.related?.procedure).toBe('card-lost');
    expect(model.somebodyElse).toBeNull();
    expect(model.language).toEqual({ id: 'ja-easy', locale: 'ja', direction: 'ltr' });
    expect(model.languages).toContainEqual({ id: 'en', name: 'English' });
    expect(model.guides.map(({ procedure }) => procedure)).toEqual(['cert-renew', 'pin-reset']);
    expect(Object.keys(model.labels).length).toBeGreaterThan(5);
    expect(Object.keys(model.labels).filter((key) => key.includes('.'))).toEqual([]);
    expect(model.hover).toBe(false);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});

describe('this time for somebody else', () => {
  const known = {
    person: person('limited-stay', { card: '2027-07-10', stay: '2027-07-10' }),
    deadlines: [deadline('card-extension', '2027-07-10')],
    ticks: { 'p1/foreign-extend/self': ['card'] },
    somebodyElse: true,
  };

  it('speaks of that person, keeps no ticks and offers no reminder', async () => {
    const model = await guide('foreign-extend', 'en', known);
    expect(model.forYou).toBe('For: stay with an end date');
    expect(model.by.last).toBe('2027-07-10');
    expect(model.who.flatMap(({ ticked }) => ticked)).toEqual([]);
    expect(model.remind).toEqual({ state: 'none' });
  });

  it('can be anybody of the household but the reader, or somebody of whom only the status is said', async () => {
    const model = composeVisit({
      ...(await input('en', known)),
      languages: packaged.languages,
      guides: [await packaged.guide('en', 'foreign-extend')],
      related: null,
      others: [{ ...emptyPerson('p2'), nickname: 'Anna' }, emptyPerson('p3')],
      instead: { status: 'limited-stay' },
      hover: false,
    });
    expect(model.somebodyElse?.chosen).toEqual({ status: 'limited-stay' });
    expect(model.somebodyElse?.choices.map(({ name }) => name)).toEqual([
      'Anna',
      'Person 3',
      'Japanese national',
      'permanent resident',
      'special permanent resident',
      'highly skilled professional (ii)',
      'stay with an end date',
      'somebody (not said)',
    ]);
  });
});

describe('before it breaks', () => {
  it.each([
    ['pin-reset', 'which-one', 'last-try'],
    ['cert-renew', 'type-pins', 'last-try'],
    ['move-in', 'go', 'card-dies'],
    ['move-in', 'signature', 'signature-ends'],
    ['card-changes', 'pin', 'signature'],
    ['card-apply', 'send', 'stay-ends-soon'],
    ['residence-renewal', 'city-hall', 'my-card'],
    ['card-renew', 'order', 'limited-stay-extend'],
  ])('%s says at the step %s what %s says', async (procedure, step, warning) => {
    const { steps, warnings } = await guide(procedure, 'en', { person: person('limited-stay') });
    const there = steps.find(({ id }) => id === step)?.warnings ?? [];
    expect(line(there, warning)).toBe(line(warnings, warning));
  });

  it('says nothing at a step that concerns only others', async () => {
    const { steps } = await guide('card-renew', 'en', { person: person('national') });
    expect(steps.find(({ id }) => id === 'order')?.warnings).toEqual([]);
  });

  it('says of each PIN what it is made of, its tries and where it is reset, and names the sources', async () => {
    const { pins, sources } = await guide('move-in', 'en');
    expect(pins.map(({ id, form, tries, reset }) => [id, form, tries, reset])).toEqual([
      ['resident-register', 'Only digits.', 'If 3 tries in a row are wrong, it locks.', 'Reset at your city hall.'],
      [
        'signature',
        'Capital letters and digits, from 6 characters to 16 characters.',
        'If 5 tries in a row are wrong, it locks.',
        expect.stringContaining('store machines'),
      ],
    ]);
    expect(sources.map(({ publisher }) => publisher)).toContain('Yokohama City FAQ');
  });
});

describe('what was checked long ago', () => {
  const old = async (change: (checked: string) => string) => {
    const given = await input('en');
    const facts = Object.fromEntries(
      Object.entries(given.facts).map(([id, fact]) => [
        id,
        id === 'pin-tries-signature' ? { ...fact, checked: change(fact.checked) } : fact,
      ]),
    );
    return guide('pin-reset', 'en', { facts });
  };

  it('is said at the warning that rests on it, even where the rest of the guide is new', async () => {
    const model = await old(() => '2024-02-01');
    expect(model.old).toBe(false);
    expect(model.warnings.filter((warning) => warning.old !== null)).toMatchObject([
      { id: 'last-try', old: 'We last checked this on 1 February 2024. Ask the office before you rely on it.' },
    ]);
    expect((await old((checked) => checked)).warnings.filter((warning) => warning.old !== null)).toEqual([]);
  });

  it('is said once where the whole guide is old', async () => {
    const model = await guide('pin-reset', 'en', { today: civil('2029-01-01') });
    expect(model.old).toBe(true);
    expect(model.warnings.filter((warning) => warning.old !== null)).toEqual([]);
  });
});

describe('explanations of words', () => {
  it('come in the order asked for, filled, with what they are confused with and their sources', async () => {
    const words = composeWords(['pin-lock', 'counter', 'no-such-word'], {
      ...(await input('en')),
      terms: await packaged.terms('en'),
    });
    expect(words.map(({ id, ja }) => [id, ja])).toEqual([
      ['pin-lock', expect.stringContaining('ロック')],
      ['counter', '窓口'],
    ]);
    expect(words[1]).toMatchObject({
      kana: 'まどぐち',
      gloss: 'Counter',
      confusable: [{ id: 'city-hall', ja: expect.any(String), text: 'The whole office, not the desk.' }],
    });
    expect(words[1]?.source).toBe('Higashihiroshima City; Kamiichi Town, Toyama · checked 24 November 2026');
  });

  it('have no holes, in any language', async () => {
    for (const { id } of packaged.languages) {
      const terms = await packaged.terms(id);
      const words = composeWords(Object.keys(terms), { ...(await input(id)), terms });
      expect(words).toHaveLength(Object.keys(terms).length);
      for (const [path, text] of lines(words))
        expect(text, `${id}${path}`).not.toMatch(/[{}]|undefined|^$|Not known for today|不明です/);
    }
  });
});
