import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Popup, type PopupCallbacks } from '../../../components/popup/Popup.tsx';
import { siteView, type SiteView } from '../../../components/popup/site-view.ts';
import type { PageView } from '../../../components/popup/ThisPage.tsx';
import type { Model } from '../../../components/ui/model.ts';
import { rankBenefits } from '../../../lib/benefits/rank.ts';
import { Deliveries, EMPTY_DELIVERIES } from '../../../lib/reminders/deliveries.ts';
import { withoutFurigana } from '../../../lib/knowledge/furigana.ts';
import { EMPTY_WISHES } from '../../../lib/reminders/wishes.ts';
import type { Notes } from '../../../lib/notes.ts';
import { siteOf } from '../../../lib/sites/verdict.ts';
import { expectAccessible, overflows } from '../ui/accessible.ts';
import { FAMILY, LIMITED, show, speaking, TODAY, type Fake, packaged } from '../ui/fixture.ts';

const asked = {
  onAllow: vi.fn(),
  onShow: vi.fn(),
  onExplain: vi.fn(),
  onPart: vi.fn(),
  onSite: vi.fn(),
  onChooseSites: vi.fn(),
  onDesk: vi.fn(),
  onSheet: vi.fn(),
};
const callbacks = ({ actions }: Model): PopupCallbacks => ({
  ...asked,
  onLanguage: (id) => void actions.setLanguage(id),
  onUndo: () => void actions.undo(),
  onDone: (deadline, title) => void actions.markDone(deadline, title),
  onLater: (deadline, until) => void actions.later(deadline, until),
  onSeen: (notices) => void actions.seen(notices),
});

let fake: Fake | undefined;
const open = async (
  stored: Readonly<Record<string, unknown>>,
  of: PageView = { state: 'unreadable' },
  denied = false,
  notes: Notes = { clock: null, access: null },
  site?: SiteView,
) => {
  fake = await show(stored, { explain: false, surface: 'popup', denied, notes }, (view, said, model) => (
    <Popup view={view} page={of} site={site} said={said} on={callbacks(model)} />
  ));
  return fake;
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
/** One notice of each deadline that is open, as the worker stores them. */
const notices = (deadlines: readonly string[]): { deliveries: Deliveries } => ({
  deliveries: Deliveries.parse({
    ...EMPTY_DELIVERIES,
    notices: Object.fromEntries(
      deadlines.map((deadline) => [
        `${deadline}#d7`,
        { deadline, rung: 'd7', due: TODAY, notification: `n/${deadline}`, shown: true, acknowledged: false },
      ]),
    ),
  }),
});
const MOVE_IN = 'p1/move-in/2026-11-15';

beforeEach(() => page.viewport(400, 600));
afterEach(() => {
  fake?.end();
  vi.clearAllMocks();
});

describe('with nothing entered', () => {
  it('asks for the dates in one sentence, and is useful all the same', async () => {
    const { container, model } = await open({});
    await button('Enter dates').click();
    expect(asked.onDesk).toHaveBeenCalledExactlyOnceWith('household');
    const ranked = model.view.value!.benefits.filter(({ forMe }) => forMe);
    expect(ranked.length).toBeGreaterThan(30);
    await expect.element(button(`All ${ranked.length}`)).toBeVisible();
    expect(container.querySelectorAll('.worth > li')).toHaveLength(5);
    await expectAccessible(container);
  });

  it('leads to the worries and to what was said before', async () => {
    await open({});
    await button('Worries, answered').click();
    await button('Then and now').click();
    expect(asked.onDesk.mock.calls).toEqual([['worries'], ['then-and-now']]);
  });

  it('counts what it says it counts', async () => {
    const { model } = await open({});
    const view = model.view.value!;
    const shown = view.benefits.filter(({ forMe }) => forMe).map(({ id }) => id);
    const records = await packaged.benefits('en');
    expect(shown).toEqual(rankBenefits(records, view.person, TODAY).map(({ benefit }) => benefit.id));
  });
});

describe('the next dates', () => {
  it('are marked as done, said, and taken back', async () => {
    const { container, stored } = await open({ household: LIMITED });
    const before = container.querySelectorAll('.daterow').length;
    await button('Done: Register your new address').click();
    await expect.element(page.getByRole('status')).toMatchTextContent(/Marked as done: Register your new address/);
    expect(stored.get('deliveries')).toMatchObject({ done: { [MOVE_IN]: TODAY } });
    expect(button('Done: Register your new address').query()).toBeNull();
    await button('Undo').click();
    await expect.element(button('Done: Register your new address')).toBeVisible();
    expect(stored.get('deliveries')).toMatchObject({ done: {} });
    expect(container.querySelectorAll('.daterow')).toHaveLength(before);
    await expectAccessible(container);
  });

  it('say the day with its weekday, and that it is near not by colour alone', async () => {
    const { container } = await open({ household: LIMITED });
    const time = container.querySelector('.daterow time')!;
    expect(time.getAttribute('datetime')).toBe('2026-11-27');
    expect(time.textContent).toContain('Friday, 27 November 2026');
    expect(container.querySelector('.tile.near')?.textContent).toBe('1 day');
  });

  it('follow what another window writes', async () => {
    const { stored, model } = await open({});
    expect(model.view.value?.dates).toEqual([]);
    stored.set('household', LIMITED);
    await model.refresh();
    await expect.element(button('Done: Register your new address')).toBeVisible();
  });

  it('say that the browser hides notices, once there is something to lose', async () => {
    await open({ household: LIMITED }, undefined, true);
    await expect.element(page.getByText(/Your browser hides our notices/)).toBeVisible();
    fake?.end();
    await open({}, undefined, true);
    expect(page.getByText(/Your browser hides our notices/).query()).toBeNull();
  });
});

describe('what went wrong outside of us', () => {
  it.each([
    ['before-build', null, /before this version was made: Thursday, 26 November 2026/],
    ['went-back', TODAY, /went back to Thursday, 26 November 2026/],
    ['leapt', TODAY, /We last ran on Thursday, 26 November 2026/],
  ] as const)('the clock: %s', async (kind, seen, said) => {
    const { container } = await open({}, undefined, false, { clock: { kind, seen }, access: null });
    await expect.element(page.getByText(said)).toBeVisible();
    await expectAccessible(container);
  });

  it('site access that was withdrawn, with one click to mend it', async () => {
    const patterns = ['*://www.city.tonari.example.jp/*'];
    const access = { places: ['みほん県となり市', 'copies', null], patterns };
    const { container } = await open({}, undefined, false, { clock: null, access });
    await expect.element(page.getByText(/みほん県となり市, translated copies and all public bodies/)).toBeVisible();
    await button('Allow again').click();
    expect(asked.onAllow).toHaveBeenCalledExactlyOnceWith(patterns);
    await expectAccessible(container);
  });
});

describe('what needs an answer', () => {
  it('stands above the dates and not twice', async () => {
    const { container } = await open({ household: LIMITED, ...notices([MOVE_IN]) });
    const waiting = page.getByRole('region', { name: 'Needs you' });
    await expect.element(waiting.getByText('by Friday, 27 November 2026')).toBeVisible();
    const titles = [...container.querySelectorAll('.daterow b')].map((b) => b.textContent);
    expect(titles.filter((title) => title === 'Register your new address')).toHaveLength(1);
    await expectAccessible(container);
  });

  it('says whose it is, where there are several people', async () => {
    const { container } = await open({ household: FAMILY, ...notices([MOVE_IN, 'p2/move-in/2026-11-15']) });
    const waiting = page.getByRole('region', { name: 'Needs you' });
    await expect.element(waiting.getByText('You: Register your new address')).toBeVisible();
    await button('Done: Mila: Register your new address').click();
    await expect
      .element(page.getByRole('status').getByText('Marked as done: Mila: Register your new address'))
      .toBeVisible();
    const next = page.getByRole('region', { name: 'Next dates' });
    await expect.element(next.getByText('You: Extend your period of stay')).toBeVisible();
    await expectAccessible(container);
  });

  it.each<[string, (stored: Map<string, unknown>) => void]>([
    ['Done', (stored) => expect(stored.get('deliveries')).toMatchObject({ done: { [MOVE_IN]: TODAY } })],
    ['Later', (stored) => expect(stored.get('deliveries')).toMatchObject({ later: { [MOVE_IN]: '2026-11-27' } })],
    [
      'Seen',
      (stored) =>
        expect(stored.get('deliveries')).toMatchObject({ notices: { [`${MOVE_IN}#d7`]: { acknowledged: true } } }),
    ],
  ])('%s, and back', async (answer, check) => {
    const start = notices([MOVE_IN]);
    const { stored } = await open({ household: LIMITED, ...start });
    await button(`${answer}: Register your new address`).click();
    if (answer === 'Later') await button('Tomorrow').click();
    await expect.element(button('Undo')).toBeVisible();
    check(stored);
    expect(page.getByRole('heading', { name: 'Needs you' }).query()).toBeNull();
    await button('Undo').click();
    await expect.element(page.getByRole('heading', { name: 'Needs you' })).toBeVisible();
    expect(stored.get('deliveries')).toEqual(start.deliveries);
  });
});

describe('on a screen that others see', () => {
  const discreet = { reminders: { ...EMPTY_WISHES, discreet: true } };
  it.each(['en', 'ja', 'ja-easy'])('shows nothing personal before a click, in %s', async (language) => {
    const { container, model } = await open({
      household: FAMILY,
      ...discreet,
      ...speaking(language),
      ...notices([MOVE_IN]),
    });
    const { dates, texts } = model.view.value!;
    const words = withoutFurigana(texts['remind.hidden-show']!);
    const shown = () => {
      const copy = container.cloneNode(true) as HTMLElement;
      for (const reading of copy.querySelectorAll('rt')) reading.remove();
      return copy.textContent;
    };
    const named = () =>
      ['Mila', ...dates.map(({ kind }) => withoutFurigana(texts[`ui.${kind}`]!))].filter((name) =>
        shown().includes(name),
      );
    expect(dates.length).toBeGreaterThan(3);
    expect(named()).toEqual([]);
    expect(container.querySelector('.daterow, .worth')).toBeNull();
    await expectAccessible(container);
    const show = [...container.querySelectorAll('button')].find((one) => {
      const copy = one.cloneNode(true) as HTMLElement;
      for (const reading of copy.querySelectorAll('rt')) reading.remove();
      return copy.textContent === words;
    })!;
    await userEvent.click(show);
    expect(named().length).toBeGreaterThan(2);
    expect(container.contains(document.activeElement)).toBe(true);
    // axe reads furigana into a label's words, and finds them missing in its name.
    if (language !== 'ja-easy') await expectAccessible(container);
  });
});

describe('this page', () => {
  const found: PageView = {
    state: 'found',
    host: 'www.city.example.jp',
    procedures: [
      { id: 'cert-renew', ja: '電子証明書の更新', title: 'Renew the certificates on your card' },
      { id: 'pin-reset', ja: '暗証番号の再設定', title: 'Reset a forgotten or locked PIN' },
    ],
  };
  it('names the procedure in both languages and shows its guide', async () => {
    const { container } = await open({}, found);
    await button('Show the guide').click();
    expect(asked.onShow).toHaveBeenCalledOnce();
    expect(container.querySelector('.page [lang=ja]')?.textContent).toBe('電子証明書の更新');
    await button('Sheet for the counter').click();
    expect(asked.onSheet).toHaveBeenCalledExactlyOnceWith('cert-renew');
    await button('Switch off on this site').click();
    expect(asked.onSite).toHaveBeenCalledExactlyOnceWith('www.city.example.jp', true);
    await expectAccessible(container);
  });

  it.each<[PageView, string, keyof typeof asked]>([
    [{ state: 'nothing', host: 'a.example' }, 'Explain this page', 'onExplain'],
    [{ state: 'no-access' }, 'Explain this page', 'onExplain'],
    [{ state: 'no-access' }, 'Choose sites', 'onChooseSites'],
    [{ state: 'off', host: 'a.example' }, 'Switch on again', 'onSite'],
  ])('%o offers "%s"', async (state, name, callback) => {
    const { container } = await open({}, state);
    await button(name).click();
    expect(asked[callback]).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it.each<[PageView, RegExp]>([
    [{ state: 'unreadable' }, /The browser lets no extension read this page/],
    [{ state: 'failed' }, /The page did not answer/],
    [{ state: 'private' }, /Here people log in or type in personal things/],
  ])('%o is said in a sentence, and nothing is offered', async (state, sentence) => {
    const { container } = await open({}, state);
    await expect.element(page.getByText(sentence)).toBeVisible();
    expect(container.querySelectorAll('.page button')).toHaveLength(0);
    await expectAccessible(container);
  });

  it.each([
    ['en', 'We cannot explain it as a whole. Open the part you need.', 'Open: '],
    ['ja', '説明することはできません。 必要な部分を開いて', '開く：'],
    ['ja-easy', 'する ことは できません。 読よみたい ページを', '開ひらく：'],
  ])('a page of frames leads to its parts, in %s', async (language, sentence, name) => {
    await page.viewport(320, 600);
    const parts = [
      { url: 'https://a.example/list', title: '索引' },
      { url: 'https://a.example/text', title: '/a/very/long/path/without/any/place/to/break/it/text_2026_1126.html' },
    ];
    const { container } = await open(speaking(language), { state: 'frames', parts });
    expect(container.textContent).toContain(sentence);
    const buttons = [...container.querySelectorAll<HTMLButtonElement>('.page button')];
    expect(buttons.map(({ textContent }) => textContent)).toEqual(parts.map(({ title }) => name + title));
    await userEvent.click(buttons[1]!);
    expect(asked.onPart).toHaveBeenCalledExactlyOnceWith('https://a.example/text');
    expect(overflows()).toBe(false);
    await expectAccessible(container);
  });

  it('a page of frames that names none of them offers nothing', async () => {
    const { container } = await open({}, { state: 'frames', parts: [] });
    expect(container.textContent).toContain('We cannot explain it as a whole.');
    expect(container.textContent).not.toContain('Open the part');
    expect(container.querySelectorAll('.page button')).toHaveLength(0);
  });
});

describe('whose site it is', async () => {
  const { portals, sites } = packaged;
  const register = await packaged.register();
  const at = (address: string, language: string) =>
    siteView(siteOf(address, { register, portals, sites }), language, register);
  const line = (container: HTMLElement) => {
    const shown = container.querySelector('.page .site')?.cloneNode(true) as HTMLElement | null;
    for (const reading of shown?.querySelectorAll('rt') ?? []) reading.remove();
    return shown?.textContent ?? null;
  };

  it.each<[string, string, string, string]>([
    ['https://www.city.fuchu.tokyo.jp/', 'Fuchu-shi, Tokyo-to 東京都府中市', '東京都府中市', '東京都 府中市'],
    ['https://www.digital.go.jp/', 'Digital Agency デジタル庁', 'デジタル庁', 'デジタル庁'],
    ['https://www.jasso.go.jp/', 'a Japanese public body', '日本の公的機関', '日本の 役所'],
    ['https://www.town.niseko.lg.jp/?wovn=en', 'A machine translated', '機械翻訳された', '機械が 翻訳した'],
    [
      'https://logoform.jp/form/a/1',
      'Public bodies use this service',
      '公的機関が利用している',
      '役所が 使う サービス',
    ],
    [
      'https://www.city.kumamoto.jp.e.fm.hp.transer.com/a',
      'A copy of a page of Kumamoto-shi',
      '熊本県熊本市の公式ページそのものではなく',
      'コピーです',
    ],
    ['https://x.j-server.com/', 'A copy of a page', '写しです。', 'ページの コピーです。'],
    [
      'https://www.city.yokohama.lg.jp.evil.com/',
      'not an official site',
      '公式サイトではありません',
      'サイトでは ありません',
    ],
    ['https://example.com/', 'We do not know whose site', 'どこのサイトか分かりません', 'だれの サイトか'],
  ])('%s in three languages', async (address, en, ja, easy) => {
    for (const [language, said] of Object.entries({ en, ja, 'ja-easy': easy })) {
      const { container } = await open(
        speaking(language),
        { state: 'no-access' },
        false,
        undefined,
        at(address, language),
      );
      expect(line(container)).toContain(said);
      expect(container.textContent).not.toMatch(/[｜《》{}]/);
      await expectAccessible(container);
      fake?.end();
    }
  });

  it('speaks of the machine once', () => {
    expect(at('https://www.city.kumamoto.jp.e.fm.hp.transer.com/a', 'en')?.translated).toBe(false);
    expect(at('https://www.town.niseko.lg.jp/?wovn=en', 'en')?.translated).toBe(true);
  });

  it('leads from a copy to the official page, in a new tab', async () => {
    const address = 'https://www.city.kumamoto.jp.e.fm.hp.transer.com/a.html';
    await open({}, { state: 'no-access' }, false, undefined, at(address, 'en'));
    const link = page.getByRole('link', { name: 'Open the official page' });
    await expect.element(link).toHaveAttribute('href', 'https://www.city.kumamoto.jp/a.html');
    await expect.element(link).toHaveAttribute('target', '_blank');
  });

  it('offers no link from an imitation, and says nothing of a page of the browser', async () => {
    const { container } = await open({}, undefined, false, undefined, at('https://www.nta.go.jp.evil.com/', 'en'));
    expect(container.querySelector('.page a')).toBeNull();
    expect(at('chrome://settings', 'en')).toBeUndefined();
  });

  it.each(['en', 'ja', 'ja-easy'])('%s fits a narrow window', async (language) => {
    await page.viewport(320, 600);
    const site = at('https://www.city.kumamoto.jp.e.fm.hp.transer.com/a', language);
    await open(speaking(language), { state: 'no-access' }, false, undefined, site);
    expect(overflows()).toBe(false);
  });
});

describe('languages', () => {
  it('changes at once, for the whole document, and is remembered', async () => {
    const { stored, container } = await open({ household: LIMITED });
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Language' }), 'ja-easy');
    await expect.poll(() => document.documentElement.dataset['language']).toBe('ja-easy');
    expect(document.documentElement.lang).toBe('ja');
    expect(stored.get('settings')).toMatchObject({ language: 'ja-easy' });
    expect(container.querySelectorAll('ruby').length).toBeGreaterThan(10);
    expect(container.textContent).not.toMatch(/[｜《》{}]/);
    await expectAccessible(container);
  });

  it.each(['en', 'ja', 'ja-easy'])('%s fits a narrow window', async (language) => {
    await page.viewport(320, 600);
    await open({ household: LIMITED, ...speaking(language), ...notices([MOVE_IN]) });
    expect(overflows()).toBe(false);
  });
});

it('says what cannot be read, and leaves it as it is', async () => {
  const unknown = { version: 9, people: 'unknown' };
  const { stored, container } = await open({ household: unknown });
  await button('See what to do').click();
  expect(asked.onDesk).toHaveBeenCalledExactlyOnceWith('trust');
  expect(stored.get('household')).toEqual(unknown);
  await expectAccessible(container);
});

it('works by keyboard alone', async () => {
  const { stored } = await open({ household: LIMITED });
  for (let presses = 0; presses < 20; presses += 1) {
    await userEvent.tab();
    if (document.activeElement?.getAttribute('aria-label') === 'Done: Register your new address') break;
  }
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Undo')).toBeVisible();
  expect(stored.get('deliveries')).toMatchObject({ done: { [MOVE_IN]: TODAY } });
});
