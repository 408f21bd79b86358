import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Access } from '../../../components/desk/access.ts';
import { Desk, type DeskCallbacks } from '../../../components/desk/Desk.tsx';
import { readRoute, SECTIONS } from '../../../components/desk/route.ts';
import type { Model } from '../../../components/ui/model.ts';
import { civil } from '../../../lib/dates/civil-date.ts';
import { emptyPerson, Household } from '../../../lib/household/schema.ts';
import { DEADLINE_KINDS, EVENT_KINDS } from '../../../lib/knowledge/vocabulary.ts';
import { expectAccessible, overflows, WITH_READINGS } from '../ui/accessible.ts';
import { FAMILY, home, LIMITED, packaged, show, speaking, TODAY, type Fake } from '../ui/fixture.ts';

const ACCESS: Access = {
  version: '1.0.0',
  permissions: ['activeTab', 'alarms', 'notifications', 'scripting', 'storage'],
  policy: "default-src 'none'; script-src 'self'; connect-src 'self'",
  installed: ['www.example.go.jp'],
  chosen: [],
  granted: ['*://www.example.go.jp/*'],
  copies: {
    id: 'copies',
    kind: 'copies',
    services: [
      { name: 'J-SERVER', domain: 'j-server.com' },
      { name: '伝えるウェブ', domain: 'tsutaeru.cloud' },
    ],
    patterns: ['*://*.j-server.com/*', '*://*.tsutaeru.cloud/*'],
  },
};
const asked = {
  onExample: vi.fn(),
  onChooseSites: vi.fn(),
  onAddCopies: vi.fn(),
  onDropCopies: vi.fn(),
  onExport: vi.fn(),
  onDownload: vi.fn(),
  onCalendar: vi.fn(),
  onSheet: vi.fn(),
};
const callbacks = ({ actions }: Model): DeskCallbacks => ({
  ...asked,
  onLanguage: (id) => void actions.setLanguage(id),
  onUndo: () => void actions.undo(),
  onLookAt: (person) => void actions.lookAt(person),
  onAddPerson: () => void actions.addPerson(),
  onAddNewborn: (birth) => void actions.addNewborn(birth),
  onRemovePerson: (person) => void actions.removePerson(person),
  onNickname: (person, nickname) => void actions.setNickname(person, nickname),
  onDate: (person, field, date) => void actions.setDate(person, field, date),
  onStatus: (person, status) => void actions.setStatus(person, status),
  onSituation: (person, situation) => void actions.toggleSituation(person, situation),
  onAddEvent: (draft) => void actions.addEvent(draft),
  onEditEvent: (id, draft) => void actions.editEvent(id, draft),
  onRemoveEvent: (id) => void actions.removeEvent(id),
  onDone: (deadline, title) => void actions.markDone(deadline, title),
  onNotDone: (deadline, title) => void actions.undoDone(deadline, title),
  onLater: (deadline, until) => void actions.later(deadline, until),
  onSeen: (notices) => void actions.seen(notices),
  onMute: (deadline, muted) => void actions.setMuted(deadline, muted),
  onNotMine: (deadline, title, notMine) => void (notMine ? actions.markNotMine : actions.undoNotMine)(deadline, title),
  onRungs: (kind, rungs) => void actions.setRungs(kind, rungs),
  onHours: (hours) => void actions.setWish('hours', hours),
  onOpenDays: (openDays) => void actions.setWish('openDays', openDays),
  onDiscreet: (discreet) => void actions.setWish('discreet', discreet),
  onDeclineBackup: () => void actions.declineBackup(),
  onSite: (host, off) => void actions.switchSite(host, off),
  onHover: (hover) => void actions.setHover(hover),
  onImport: (file) => void file.text().then((text) => actions.restore(file.name, text)),
  onErase: () => void actions.erase(),
  onAside: (key) => void actions.setAside(key),
});

let fake: Fake | undefined;
const open = async (hash: string, stored: Readonly<Record<string, unknown>> = {}, access: Access = ACCESS) => {
  fake = await show(stored, { explain: true, surface: 'desk' }, (view, said, model) => (
    <Desk view={view} route={readRoute(hash)} access={access} said={said} on={callbacks(model)} />
  ));
  return fake;
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const person = () => (fake?.stored.get('household') as { people: unknown[] } | undefined)?.people[0];
const field = (name: RegExp) => page.getByRole('group', { name });
const type = async (name: RegExp, [year, month, day]: [string, string, string]) => {
  await field(name).getByRole('textbox', { name: 'Year' }).fill(year);
  await field(name).getByRole('textbox', { name: 'Month' }).fill(month);
  await field(name).getByRole('textbox', { name: 'Day' }).fill(day);
  await userEvent.keyboard('{Enter}');
};
const household = () => Household.parse(fake?.stored.get('household'));
const choose = (kind: string) => page.getByRole('combobox', { name: 'Add' }).selectOptions(kind);
const form = () => page.getByRole('form');
/** All that is folded away, so that it can be seen and pressed. */
const openAll = () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
};
const MOVE_IN = 'p1/move-in/2026-11-15';

beforeEach(() => page.viewport(1000, 800));
afterEach(() => {
  fake?.end();
  vi.clearAllMocks();
});

describe('every part', () => {
  it.each(SECTIONS)('%s passes axe, with nothing entered and with dates', async (section) => {
    const empty = await open(`#${section}`);
    await expectAccessible(empty.container);
    empty.end();
    const { container } = await open(`#${section}`, { household: LIMITED });
    for (const details of container.querySelectorAll('details')) details.open = true;
    await expectAccessible(container);
  });

  it.each(SECTIONS.flatMap((section) => ['en', 'ja-easy'].map((language) => [section, language] as const)))(
    '%s in %s fits 320 pixels, which is 400 % zoom',
    async (section, language) => {
      await page.viewport(320, 600);
      const { container } = await open(`#${section}`, { household: LIMITED, ...speaking(language) });
      for (const details of container.querySelectorAll('details')) details.open = true;
      expect(overflows()).toBe(false);
      expect(container.textContent).not.toMatch(/[｜《》]|\{[a-z]/);
    },
  );
});

describe('about you', () => {
  it('saves a date at once, says so, and takes it back', async () => {
    await open('#household');
    await type(/^Last day of the card/, ['2029', '5', '1']);
    await expect.element(page.getByRole('status').getByText('Saved')).toBeVisible();
    expect(person()).toMatchObject({ dates: { card: '2029-05-01' } });
    await button('Undo').click();
    await expect.element(field(/^Last day of the card/).getByRole('textbox', { name: 'Year' })).toHaveValue('');
    expect(person()).toMatchObject({ dates: { card: null } });
  });

  it('takes a whole date in one field, and a date away again', async () => {
    await open('#household');
    await field(/^Date of birth/)
      .getByRole('textbox', { name: 'Year' })
      .fill('昭和60年1月8日');
    await userEvent.tab();
    expect(person()).toBeUndefined(); // still within the three fields
    await userEvent.click(page.getByRole('heading', { level: 1 }));
    await expect.poll(person).toMatchObject({ dates: { birth: '1985-01-08' } });
    await button('Clear: Date of birth').click();
    await expect.poll(person).toMatchObject({ dates: { birth: null } });
  });

  it('names the place and the remedy of an error, and saves nothing', async () => {
    const { container } = await open('#household', { household: home({}) });
    await type(/^Last day of the card/, ['2029', '6', '31']);
    await expect
      .element(page.getByRole('alert').getByText('Last day of the card: this day does not exist. Look at it again.'))
      .toBeVisible();
    const day = field(/^Last day of the card/)
      .getByRole('textbox', { name: 'Day' })
      .element();
    expect(day.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(day.getAttribute('aria-describedby')!.split(' ').at(-1)!)?.textContent).toContain(
      'does not exist',
    );
    expect(person()).toMatchObject({ dates: { card: null } });
    await expectAccessible(container);
  });

  it('asks for the stay only where a stay can end', async () => {
    await open('#household');
    await expect.element(field(/^Last day of your stay/)).toBeVisible();
    await page.getByRole('radio', { name: /^Japanese national/ }).click();
    await expect.poll(person).toMatchObject({ status: 'national' });
    await expect.poll(() => field(/^Last day of your stay/).query()).toBeNull();
    await button('Undo').click();
    await expect.poll(person).toMatchObject({ status: null });
  });

  it('ticks a situation and takes it back without losing what came meanwhile', async () => {
    const { stored, model } = await open('#household');
    await page.getByRole('checkbox', { name: 'I drive' }).click();
    await expect.poll(person).toMatchObject({ situations: ['driver'] });
    await expect.element(button('Undo')).toBeVisible();
    stored.set('household', home({ status: 'permanent', situations: ['driver'] })); // another window
    await model.actions.undo();
    expect(person()).toMatchObject({ status: 'permanent', situations: [] });
  });
});

describe('the people of the household', () => {
  it('are added, named, asked about one by one, and removed; each can be taken back', async () => {
    const { container } = await open('#household', { household: LIMITED });
    expect(page.getByRole('textbox', { name: 'Nickname' }).query()).toBeNull();
    await button('Add a person').click();
    const nickname = page.getByRole('textbox', { name: 'Nickname' });
    await expect.element(nickname).toHaveFocus();
    await userEvent.keyboard('Mila{Enter}');
    await expect.element(page.getByRole('radio', { name: 'Mila' })).toBeChecked();
    await expect.element(page.getByRole('heading', { name: 'Dates: Mila' })).toBeVisible();
    await type(/^Last day of the card/, ['2029', '5', '1']);
    await expect.poll(() => household().people.map(({ dates }) => dates.card)).toEqual(['2027-05-01', '2029-05-01']);
    await expectAccessible(container);

    await page.getByRole('radio', { name: 'You' }).click();
    const year = field(/^Last day of the card/).getByRole('textbox', { name: 'Year' });
    await expect.element(year).toHaveValue('2027');
    await page.getByRole('radio', { name: 'Mila' }).click();
    await button('Remove: Mila').click();
    await expect.poll(() => household().people).toEqual(LIMITED.people);
    await expect.poll(() => document.activeElement?.id).toBe('people');
    await button('Undo').click();
    await expect.element(page.getByRole('radio', { name: 'Mila' })).toBeChecked();
    expect(household().people[1]).toMatchObject({ id: 'p2', nickname: 'Mila', dates: { card: '2029-05-01' } });
  });

  it('come with a birth, from which a ladder of dates follows', async () => {
    const { container, model } = await open('#household', { household: LIMITED });
    await button('Add a newborn child').click();
    await expectAccessible(container);
    await type(/^Day of birth/, ['2026', '11', '20']);
    await form().getByRole('checkbox', { name: 'Neither parent is Japanese' }).click();
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => household().people[1]?.dates.birth).toBe('2026-11-20');
    expect(household().events[1]).toMatchObject({ person: 'p2', kind: 'born', foreignParents: true });
    await expect.poll(() => model.view.value?.person.id).toBe('p2');
    const kinds = model.view.value?.dates.filter(({ who }) => who === 'Person 2').map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['birth-registration', 'newborn-status', 'child-allowance']));
    await button('Undo').click();
    await expect.poll(household).toEqual(LIMITED);
  });

  it('never take over the answers of somebody gone', async () => {
    const ticks = { version: 1, ticks: { 'p4/card-renew/self': ['photo'] } };
    const { model } = await open('#household', { household: LIMITED, checklists: ticks });
    await model.actions.addPerson();
    expect(household().people.map(({ id }) => id)).toEqual(['p1', 'p5']);
  });

  it('are chosen by keyboard', async () => {
    const { model } = await open('#household', { household: FAMILY });
    page.getByRole('radio', { name: 'You' }).element().focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => model.view.value?.person.id).toBe('p2');
  });
});

describe('what happened', () => {
  it('is entered by keyboard alone, said, and taken back', async () => {
    await open('#household', { household: home({ status: 'national' }) });
    const list = page.getByRole('combobox', { name: 'Add' });
    await choose('job-left');
    await expect.poll(() => document.activeElement?.closest('fieldset')?.dataset['field']).toBe('on');
    await userEvent.keyboard('2026{Tab}10{Tab}31{Tab} {Tab}{Enter}');
    await expect.element(page.getByRole('status').getByText('Added')).toBeVisible();
    expect(household().events).toEqual([{ id: 'e1', person: 'p1', kind: 'job-left', on: '2026-10-31', insured: true }]);
    expect(document.activeElement?.id).toBe('events');
    await expect.element(list).toHaveValue('');
    await button('Undo').click();
    await expect.poll(() => household().events).toEqual([]);
  });

  it('says what is missing, goes there, and keeps what was typed', async () => {
    const { container } = await open('#household', { household: home({}) });
    await choose('stay-extended');
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.element(form().getByText('A day is missing. Fill it in and save again.')).toBeVisible();
    expect(document.activeElement?.closest('fieldset')?.dataset['field']).toBe('on');
    await type(/^Day you got it/, ['2026', '11', '2']);
    await type(/^New last day of the stay/, ['2027', '2', '30']);
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.element(form().getByText('A day cannot be right. Look at it again.')).toBeVisible();
    const until = field(/^New last day of the stay/);
    await expect.element(until.getByRole('textbox', { name: 'Day' })).toHaveValue('30');
    expect(household().events).toEqual([]);
    await expectAccessible(container);
    await type(/^New last day of the stay/, ['2027', '2', '28']);
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => household().events).toMatchObject([{ on: '2026-11-02', until: '2027-02-28' }]);
  });

  it('is put right and taken away, and both can be taken back', async () => {
    const { container } = await open('#household', { household: LIMITED });
    await button('Change: I moved, 15 November 2026').click();
    await expectAccessible(container);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement?.id).toBe('events');
    await button('Change: I moved, 15 November 2026').click();
    await form().getByRole('combobox', { name: 'Where from' }).selectOptions('abroad');
    await expect.poll(() => field(/^Moving day that was named/).query()).toBeNull();
    await type(/^Day you began to live there/, ['2026', '11', '16']);
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => household().events).toMatchObject([{ id: 'e1', on: '2026-11-16', from: 'abroad' }]);
    await button('Remove: I moved, 16 November 2026').click();
    await expect.poll(() => household().events).toEqual([]);
    await button('Undo').click();
    await expect.poll(() => household().events).toHaveLength(1);
  });

  it('of one’s own gets other words and keeps its page; no words are no note', async () => {
    const address = 'https://www.city.example.lg.jp/kosodate/genkyo.html';
    const noted = { id: 'e1', person: 'p1', on: '2026-12-18', kind: 'noted', text: '現況届', page: address };
    await open('#household', { household: { ...home({}), events: [noted] } });
    await button('Change: 現況届, 18 December 2026').click();
    const words = form().getByRole('textbox', { name: 'What it is for' });
    await words.fill('  ');
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.element(form().getByText('Write what it is for.')).toBeVisible();
    await words.fill(' The form for 《Mila》 ');
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => household().events).toEqual([{ ...noted, text: 'The form for 〈Mila〉' }]);
    await button('Remove: The form for 〈Mila〉, 18 December 2026').click();
    await expect.poll(() => household().events).toEqual([]);
    await button('Undo').click();
    await expect.poll(() => household().events).toMatchObject([{ text: 'The form for 〈Mila〉', page: address }]);
  });

  it('is asked only where it changes an answer', async () => {
    await open('#household', { household: home({ status: 'national', dates: { birth: TODAY } }) });
    const kinds = () =>
      [...document.querySelectorAll<HTMLOptionElement>('#events ~ .field option')].map(({ value }) => value);
    expect(kinds()).toEqual(expect.arrayContaining(['moved', 'born', 'card-issued']));
    for (const kind of ['stay-applied', 'residence-card-lost', 'job-left', 'income'])
      expect(kinds()).not.toContain(kind);
  });

  it.each(EVENT_KINDS)('%s has a form that says why, passes axe and saves', async (kind) => {
    const { container } = await open('#household', { household: home({}) });
    await choose(kind);
    await expect.element(form()).toBeVisible();
    await expectAccessible(container);
    for (const group of container.querySelectorAll<HTMLElement>('form fieldset')) {
      const [year] = group.querySelectorAll('input');
      await userEvent.fill(year!, '2026-11-02');
      await userEvent.keyboard('{Enter}');
    }
    for (const input of container.querySelectorAll('[data-field="text"] input')) await userEvent.fill(input, 'A paper');
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => household().events).toMatchObject([{ kind, on: '2026-11-02' }]);
  });

  it.each(['ja', 'ja-easy'])('fits 320 pixels in %s', async (language) => {
    await page.viewport(320, 600);
    const { container } = await open('#household', { household: FAMILY, ...speaking(language) });
    await page.getByRole('combobox').last().selectOptions('leaving-japan');
    await expect.element(form()).toBeVisible();
    expect(overflows()).toBe(false);
    expect(container.textContent).not.toMatch(/[｜《》]|\{[a-z]/);
  });
});

describe('dates', () => {
  it('name the person, what follows, what other sources give, and what is missing', async () => {
    const [parent, child] = FAMILY.people;
    const stored = {
      ...FAMILY,
      people: [parent, { ...child, dates: { ...child!.dates, birth: '2026-11-02' } }],
      events: [
        { id: 'e1', person: 'p2', on: '2026-11-02', kind: 'born', foreignParents: true, specialPermanentParent: false },
      ],
    };
    await open('#dates', { household: stored });
    const date = page.getByRole('article', { name: 'Mila: Apply for the child’s stay in Japan' });
    openAll();
    await expect.element(date.getByText('If missed, from Wednesday, 2 December 2026')).toBeVisible();
    await expect.element(date.getByText(/^The time for applying is over/)).toBeVisible();
    await expect.element(date.getByText('Other sources give: Wednesday, 2 December 2026')).toBeVisible();
    const unsure = page.getByRole('article', { name: 'Mila: Join the national health insurance' });
    await expect.element(unsure.getByText(/It gets exact with: Your situation/)).toBeVisible();
  });

  it('show one that the person noted, in their words and with its page', async () => {
    const address = 'https://www.city.example.lg.jp/kosodate/genkyo.html';
    const noted = { id: 'e1', person: 'p1', on: '2026-12-18', kind: 'noted', text: '現況届', page: address };
    const { container } = await open('#dates', { household: { ...home({}), events: [noted] } });
    const date = page.getByRole('article', { name: '現況届' });
    await date.getByText(/^Details and reasons/).click();
    await expect.element(date.getByText('A date you noted yourself. We did not check it.')).toBeVisible();
    const link = date.getByRole('link', { name: 'www.city.example.lg.jp' });
    expect(link.element().getAttribute('href')).toBe(address);
    await expectAccessible(container);
  });

  it('asks for the event that a guide needs', async () => {
    const { container } = await open('#dates?add=move-in', { household: FAMILY });
    await page.getByRole('radio', { name: 'Mila' }).click();
    await type(/^Day you began to live there/, ['2026', '11', '20']);
    await expectAccessible(container);
    await form().getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => household().events.at(-1)).toMatchObject({ person: 'p2', kind: 'moved', on: '2026-11-20' });
  });

  it('asks for the dates that a guide needs, at the first field', async () => {
    const { container } = await open('#dates?add=card-extension');
    await expect.poll(() => document.activeElement?.closest('fieldset')?.dataset['field']).toBe('card');
    await type(/^Last day of the card/, ['2027', '5', '1']);
    await expect.element(page.getByRole('status').getByText('Saved')).toBeVisible();
    await expectAccessible(container);
  });

  it('goes to the date that a notice led to', async () => {
    await open(`#dates?show=${encodeURIComponent(MOVE_IN)}`, { household: LIMITED });
    await expect.poll(() => document.activeElement?.textContent).toBe('Register your new address');
  });

  it('tell a rule that is over as it was for this card', async () => {
    await open('#dates', {
      household: home({ status: 'permanent', dates: { birth: civil('1985-08-20') } }, [
        { id: 'e1', person: 'p1', kind: 'residence-card-issued', on: civil('2022-08-01') },
      ]),
    });
    openAll();
    await expect.element(page.getByText(/7 years/).first()).toBeVisible();
  });

  it('tell why, with sources, and link only to what is official', async () => {
    const { container, model } = await open('#dates', { household: LIMITED });
    const sources = model.view.value!.dates.flatMap(({ facts }) => facts).flatMap((fact) => fact.sources);
    expect(sources.length).toBeGreaterThan(3);
    openAll();
    const items = [...container.querySelectorAll('.sources > li')];
    expect(items).toHaveLength(sources.length);
    expect(items.filter((item) => item.querySelector('a')).length).toBe(
      sources.filter(({ url }) => url !== null).length,
    );
    for (const link of container.querySelectorAll<HTMLAnchorElement>('.sources a'))
      expect(link.rel).toContain('noopener');
  });

  it('can wait, lose their notices, be done and be open again', async () => {
    const { stored } = await open('#dates', { household: LIMITED });
    const date = page.getByRole('article', { name: 'Register your new address' });
    await date.getByText(/^Details and reasons/).click();
    await date.getByRole('button', { name: 'Later: Register your new address' }).click();
    expect(date.getByRole('button', { name: 'In a week' }).query()).toBeNull(); // tomorrow is the last day
    await date.getByRole('button', { name: 'Tomorrow' }).click();
    await expect.element(date.getByText(/we remind you again on 27 November 2026/)).toBeVisible();
    await date.getByRole('checkbox', { name: 'Notices: Register your new address' }).click();
    await expect
      .poll(() => stored.get('deliveries'))
      .toMatchObject({ muted: [MOVE_IN], later: { [MOVE_IN]: '2026-11-27' } });
    await date.getByRole('button', { name: 'Done: Register your new address' }).click();
    await page.getByText('Done or long past (1)').click(); // out of the way, and kept
    await expect.element(date.getByText(/done on 26 November 2026/)).toBeVisible();
    await date.getByRole('button', { name: 'Not done yet: Register your new address' }).click();
    await expect.poll(() => stored.get('deliveries')).toMatchObject({ done: {}, muted: [MOVE_IN] });
  });

  it('that are somebody else’s are put aside, kept, and taken back', async () => {
    const { stored, model } = await open('#dates', { household: LIMITED });
    const count = model.view.value!.dates.length;
    openAll();
    await button('Not for me: Register your new address').click();
    await expect.element(page.getByRole('status').getByText('Put aside: Register your new address')).toBeVisible();
    expect(stored.get('deliveries')).toMatchObject({ notMine: { [MOVE_IN]: TODAY } });
    await page.getByText('Done or long past (1)').click();
    const date = page.getByRole('article', { name: 'Register your new address' });
    await expect.element(date.getByText('Put aside on 26 November 2026: not for you')).toBeVisible();
    await date.getByRole('button', { name: 'It is for me: Register your new address' }).click();
    await expect.poll(() => stored.get('deliveries')).toMatchObject({ notMine: {} });
    await button('Undo').click();
    await expect.poll(() => stored.get('deliveries')).toMatchObject({ notMine: { [MOVE_IN]: TODAY } });
    expect(model.view.value!.dates).toHaveLength(count);
  });

  it('leave as a sheet, and as a calendar file: one, or all that are still to come', async () => {
    await open('#dates', { household: LIMITED });
    openAll();
    await button('Calendar file: Register your new address').click();
    expect(asked.onCalendar).toHaveBeenLastCalledWith([MOVE_IN]);
    await button('Sheet for the counter: Register your new address').click();
    expect(asked.onSheet).toHaveBeenCalledExactlyOnceWith(MOVE_IN);
    const ahead = fake!.model.view.value!.dates.filter(({ past }) => !past).map(({ id }) => id);
    await button(`Calendar file with all ${ahead.length} dates`).click();
    expect(asked.onCalendar).toHaveBeenLastCalledWith(ahead);
    await button('Done: Register your new address').click();
    await expect.poll(() => button('Calendar file: Register your new address').query()).toBeNull();
    await button(`Calendar file with all ${ahead.length - 1} dates`).click();
    expect(asked.onCalendar).toHaveBeenLastCalledWith(ahead.filter((id) => id !== MOVE_IN));
  });
});

describe('the timeline', () => {
  const dates = (typed: object) => ({ ...emptyPerson('p1').dates, ...typed });
  const FOUR = Household.parse({
    version: 2,
    people: [
      ...FAMILY.people,
      {
        ...FAMILY.people[1],
        id: 'p3',
        nickname: 'Ana',
        status: 'permanent',
        dates: dates({ birth: '1991-02-11', residenceCard: '2027-01-20', licence: '2027-03-11' }),
      },
      { ...FAMILY.people[1], id: 'p4', nickname: 'Theo', dates: dates({ birth: '2026-11-20' }) },
    ],
    events: [
      ...FAMILY.events,
      { id: 'e3', person: 'p4', on: '2026-11-20', kind: 'born', foreignParents: true, specialPermanentParent: false },
      { id: 'e4', person: 'p1', on: '2026-09-30', kind: 'details-changed' },
    ],
  });
  const titles = () => [...document.querySelectorAll('.months h3')].map((title) => title.textContent);

  it.each(['en', 'ja', 'ja-easy'])(
    'of a family of four passes axe and fits 320 pixels in %s, with all of it open',
    async (language) => {
      const { container } = await open('#dates', { household: FOUR, ...speaking(language) });
      openAll();
      await expectAccessible(container, language === 'ja-easy' ? WITH_READINGS : []);
      expect(container.textContent).not.toMatch(/[｜《》]|\{[a-z]/);
      await page.viewport(320, 600);
      expect(overflows()).toBe(false);
    },
  );

  it('goes by months, with today between what is late and what is to come', async () => {
    const { container, model } = await open('#dates', { household: FOUR });
    const months = [...container.querySelectorAll<HTMLTimeElement>('.timeline h2 time')];
    expect(months.map(({ dateTime }) => dateTime)).toEqual(months.map(({ dateTime }) => dateTime).toSorted());
    expect(months.slice(0, 2).map(({ textContent }) => textContent)).toEqual(['October 2026', 'November 2026']);
    const days = [...container.querySelectorAll<HTMLElement>('.months > li')].map((row) =>
      row.ariaCurrent === 'date' ? TODAY : row.querySelector('time')!.dateTime,
    );
    expect(days).toEqual(days.toSorted());
    expect(container.querySelectorAll('[aria-current="date"]')).toHaveLength(1);
    // What can be done later only is announced on the day it opens, and leads to its date.
    const ahead = model.view.value!.dates.filter(({ opens, open: now }) => opens !== null && !now);
    expect(ahead.length).toBeGreaterThan(1);
    expect(container.querySelectorAll('.months > .opens a')).toHaveLength(ahead.length);
    const stay = page.getByRole('article', { name: 'You: Extend your period of stay' });
    await expect.element(stay.getByText('by Friday, 30 April 2027')).toBeVisible();
    await expect.element(stay.getByText('Last day: Saturday, 1 May 2027').first()).toBeVisible();
    await expect.element(stay.getByText('Possible from Monday, 1 February 2027').first()).toBeVisible();
  });

  it('shows everybody, or one person, by keyboard', async () => {
    const { model } = await open('#dates', { household: FOUR });
    expect(titles()).toHaveLength(model.view.value!.dates.length);
    page.getByRole('radio', { name: 'Everybody' }).element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(page.getByRole('radio', { name: 'Mila' })).toBeChecked();
    expect(titles().every((title) => title.startsWith('Mila: '))).toBe(true);
    expect(titles()).toHaveLength(model.view.value!.dates.filter(({ person: of }) => of === 'p2').length);
  });

  it('says nothing of choosing where there is one person', async () => {
    await open('#dates', { household: LIMITED });
    expect(page.getByRole('radio').elements()).toHaveLength(0);
  });
});

describe('why a date is what it is', () => {
  it('goes from what was typed over the rule and its facts, with value, period and checked day, to the date', async () => {
    const { model } = await open('#dates', { household: LIMITED });
    openAll();
    const date = page.getByRole('article', { name: 'Extend your period of stay' });
    const steps = [...date.element().querySelectorAll('.chain > li')].map(({ textContent }) => textContent);
    expect(steps).toHaveLength(3);
    expect(steps[0]).toContain('Last day of your stay 1 May 2027');
    expect(steps[0]).toContain('A stay with an end date');
    expect(steps[1]).toContain('The last day of the stay itself.');
    const view = model.view.value!.dates.find(({ kind }) => kind === 'stay-renewal')!;
    for (const fact of view.facts) {
      expect(steps[1]).toContain(`checked ${fact.checked}`);
      if (fact.value !== null) expect(steps[1]).toContain(fact.value);
    }
    expect(steps[2]).toContain('Last day: Saturday, 1 May 2027');
  });

  it('has a rule in words and all facts for every kind, in every language', async () => {
    for (const language of ['en', 'ja', 'ja-easy']) {
      const texts = await packaged.interface(language);
      const facts = await packaged.factTexts(language);
      for (const kind of DEADLINE_KINDS) expect(texts[`desk.rule-${kind}`], `${language} ${kind}`).toMatch(/[.。]$/);
      expect(Object.keys(facts)).toEqual(expect.arrayContaining(Object.keys(packaged.facts)));
    }
  });

  it('lets a typed date be changed right there, by keyboard: the list follows, and so does the focus', async () => {
    const { container } = await open('#dates', { household: FAMILY });
    openAll();
    const stay = page.getByRole('article', { name: 'You: Extend your period of stay' });
    stay.getByRole('button', { name: 'Change: Last day of your stay, 1 May 2027' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.closest('fieldset')?.dataset['field']).toBe('stay');
    await expectAccessible(container);
    await userEvent.keyboard('{Control>}a{/Control}2028{Tab}{Tab}{Enter}'); // the year alone is another one
    await expect.poll(() => household().people[0]?.dates.stay).toBe('2028-05-01');
    await expect.poll(() => document.activeElement?.id).toBe('date-p1-stay-renewal-2028-05-01');
    await expect.element(stay.getByText('Last day: Monday, 1 May 2028').first()).toBeVisible();
    await expect.element(page.getByRole('status').getByText('Saved')).toBeVisible();
    await button('Undo').click();
    await expect.poll(() => household()).toEqual(FAMILY);
    await expect.poll(() => document.activeElement?.tagName).toBe('OUTPUT');
    await expect.element(stay.getByRole('button', { name: /^Change: Last day of your stay/ })).toBeVisible(); // still open
  });

  it('lets an event be changed right there', async () => {
    await open('#dates', { household: FAMILY });
    openAll();
    const move = page.getByRole('article', { name: 'Mila: Register your new address' });
    await move.getByRole('button', { name: 'Change: I moved, 15 November 2026' }).click();
    await type(/^Day you began to live there/, ['2026', '11', '20']);
    await form().getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(() => household().events.map(({ person: of, on }) => [of, on]))
      .toEqual([
        ['p1', '2026-11-15'],
        ['p2', '2026-11-20'],
      ]);
    await expect.poll(() => document.activeElement?.id).toBe('date-p2-move-in-2026-11-20');
  });

  it('drops with Escape what was typed, and goes back to the button', async () => {
    await open('#dates', { household: LIMITED });
    openAll();
    const change = page
      .getByRole('article', { name: 'Extend your period of stay' })
      .getByRole('button', { name: /^Change: Last day of your stay/ });
    await change.click();
    await userEvent.keyboard('2031{Escape}');
    await expect.element(change).toHaveFocus();
    expect(household().people[0]?.dates.stay).toBe('2027-05-01');
  });
});

describe('what was answered', () => {
  it('is kept below with its day, is counted, and comes back; the focus stays in the page', async () => {
    const old = { id: 'e9', person: 'p1', on: '2026-07-01', kind: 'card-lost' } as const;
    await open('#dates', {
      household: { ...LIMITED, events: [...LIMITED.events, { ...old, on: civil(old.on) }] },
      deliveries: { version: 1, notices: {}, done: { [MOVE_IN]: '2026-11-20' }, later: {}, muted: [], seen: TODAY },
    });
    await page.getByText('Done or long past (2)').click();
    const names = () => [...document.querySelectorAll('.old h3')].map(({ textContent }) => textContent);
    expect(names()).toEqual(['Register your new address', 'Ask for the fast new card']); // answered ones first
    await expect.element(page.getByText(/done on 20 November 2026/)).toBeVisible();
    button('Not done yet: Register your new address').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(names).toEqual(['Ask for the fast new card']);
    expect(document.activeElement?.getAttribute('aria-current')).toBe('date');
    await expect
      .element(page.getByRole('status').getByText('Marked as not done: Register your new address'))
      .toBeVisible();
  });
});

describe('benefits', () => {
  it('are filtered, counted, and say their state', async () => {
    const { container, model } = await open('#benefits', { household: LIMITED });
    const { benefits } = model.view.value!;
    const shown = () => container.querySelectorAll('.benefits > li').length;
    expect(shown()).toBe(benefits.filter(({ forMe }) => forMe).length);
    await page.getByRole('radio', { name: `All (${benefits.length})` }).click();
    await expect.poll(shown).toBe(benefits.length);
    const ended = benefits.filter(({ status }) => status === 'ended').length;
    await page.getByRole('radio', { name: `Ended (${ended})` }).click();
    await expect.poll(shown).toBe(ended);
    expect([...container.querySelectorAll('.state')].every((state) => state.textContent.includes('ended'))).toBe(true);
    await expectAccessible(container);
  });
});

describe('words', () => {
  it('are found in kanji, kana and romaji, and a miss says what to try', async () => {
    const { container } = await open('#words');
    const search = page.getByRole('searchbox');
    for (const query of ['暗証', 'あんしょう', 'anshou']) {
      await search.fill(query);
      await expect.poll(() => container.querySelector('.headword')?.textContent).toContain('暗証番号');
    }
    await search.fill('qqq');
    await expect.element(page.getByText('No word like “qqq”. Try a shorter part of it.')).toBeVisible();
    await expectAccessible(container);
  });
});

describe('trust', () => {
  it('shows what the extension really may do, also what it should not', async () => {
    const { container } = await open(
      '#trust',
      {},
      { ...ACCESS, permissions: ['storage', 'tabs'], policy: "default-src 'none'; connect-src *" },
    );
    await expect.element(page.getByText(/More than we explain here: tabs/)).toBeVisible();
    await expect.element(page.getByText(/Its rules allow connections outside its package/)).toBeVisible();
    expect(page.getByText(/It cannot send anything/).query()).toBeNull();
    await expectAccessible(container);
  });

  it('offers translated copies as one choice, off at first, and asks only after it said what for', async () => {
    const { container } = await open('#trust');
    const copies = page.getByRole('region', { name: 'Translated copies' });
    await expect.element(copies.getByText(/at the address of a service: J.SERVER and 伝えるウェブ/)).toBeVisible();
    await copies.getByRole('button', { name: 'Add translated copies' }).click();
    await expect.element(copies.getByText(/Your browser will ask whether Madoguchi may read and change/)).toBeVisible();
    expect(asked.onAddCopies).not.toHaveBeenCalled();
    await expectAccessible(container);
    await copies.getByRole('button', { name: 'Continue to the question' }).click();
    expect(asked.onAddCopies).toHaveBeenCalledExactlyOnceWith(ACCESS.copies);
  });

  it.each(['en', 'ja', 'ja-easy'])(
    'says in %s that translated copies are on, and takes them back',
    async (language) => {
      const granted = [...ACCESS.granted, ...ACCESS.copies.patterns];
      const { container } = await open('#trust', speaking(language, { places: ['copies'] }), { ...ACCESS, granted });
      const copies = container.querySelector('.copies')!;
      expect(copies.querySelector('output')?.textContent).toContain('Madoguchi');
      expect(copies.querySelector('.ask')).toBeNull();
      await expectAccessible(container, language === 'ja-easy' ? WITH_READINGS : []);
      await userEvent.click(copies.querySelector('button')!);
      expect(asked.onDropCopies).toHaveBeenCalledExactlyOnceWith(ACCESS.copies);
    },
  );

  it('says that translated copies were withdrawn, and mends that with one click', async () => {
    const { container } = await open('#trust', speaking('en', { places: ['copies'] }));
    await expect
      .element(page.getByText('does not let Madoguchi see all of these copies', { exact: false }))
      .toBeVisible();
    await expectAccessible(container);
    await button('Allow again: Translated copies').click();
    expect(asked.onAddCopies).toHaveBeenCalledExactlyOnceWith(ACCESS.copies);
  });

  it('switches a site on again', async () => {
    const { stored } = await open('#trust', speaking('en', { sitesOff: ['a.example', 'b.example'] }));
    await button('Switch on again: a.example').click();
    await expect.poll(() => stored.get('settings')).toMatchObject({ sitesOff: ['b.example'] });
    await button('Undo').click();
    await expect
      .poll(() => stored.get('settings'))
      .toMatchObject({ sitesOff: expect.arrayContaining(['a.example', 'b.example']) });
  });

  it('erases everything, and brings everything back', async () => {
    const before = { household: LIMITED, 'aside:settings:2026-01-01': { odd: true } };
    const { stored } = await open('#trust', before);
    await button('Erase everything').click();
    await expect.element(page.getByText('Everything is erased')).toBeVisible();
    expect([...stored]).toEqual([]);
    await button('Undo').click();
    await expect.poll(() => Object.fromEntries(stored)).toEqual(before);
  });

  it('puts a backup back, and takes that back', async () => {
    const { stored, model } = await open('#trust', { household: LIMITED });
    const backup = await model.actions.backup();
    const other = home({ status: 'national' });
    stored.set('household', other);
    await userEvent.upload(document.querySelector('input[type=file]')!, new File([backup], 'backup.json'));
    await expect.element(page.getByText('Put back from “backup.json”')).toBeVisible();
    expect(stored.get('household')).toEqual(LIMITED);
    await button('Undo').click();
    await expect.poll(() => stored.get('household')).toEqual(other);
  });

  it.each([
    ['no JSON', 'hello', 'is not a backup file of ours'],
    ['another file', '{"a":1}', 'is not a backup file of ours'],
    ['a later version', '{"format":"madoguchi-backup","version":2,"items":{}}', 'comes from a newer version'],
    ['a damaged item', '{"format":"madoguchi-backup","version":1,"items":{"household":5}}', 'is damaged'],
  ])('refuses %s and changes nothing', async (_why, text, sentence) => {
    const { stored } = await open('#trust', { household: LIMITED });
    await userEvent.upload(document.querySelector('input[type=file]')!, new File([text], 'x.json'));
    await expect.element(page.getByRole('status').getByText(new RegExp(sentence))).toBeVisible();
    expect(Object.fromEntries(stored)).toEqual({ household: LIMITED });
  });
});

describe('stored data that cannot be read', () => {
  const unknown = { version: 9, people: 'unknown' };

  it('is shown with its place, kept while other things change, and can be saved', async () => {
    const { stored, container, model } = await open('#dates', { household: unknown });
    await expect.element(page.getByRole('heading', { name: 'What you told us: cannot be read' })).toBeVisible();
    await button('Save it as a file').click();
    expect(asked.onDownload).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ key: 'household', json: JSON.stringify(unknown, null, 2) }),
    );
    await model.actions.setStatus('p1', 'national');
    expect(model.said.value?.key).toBe('failed');
    await model.actions.setHover(false);
    expect(stored.get('household')).toEqual(unknown);
    await expectAccessible(container);
  });

  it('is set aside for a new beginning, and put back', async () => {
    const { stored } = await open('#household', { household: unknown });
    await button('Set it aside and start anew').click();
    await expect.element(page.getByText('Set aside. You can start anew.')).toBeVisible();
    expect(stored.get(`aside:household:${TODAY}`)).toEqual(unknown);
    expect(stored.has('household')).toBe(false);
    await button('Undo').click();
    await expect.poll(() => Object.fromEntries(stored)).toEqual({ household: unknown });
  });
});
