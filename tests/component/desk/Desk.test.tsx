import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Access } from '../../../components/desk/access.ts';
import { Desk, type DeskCallbacks } from '../../../components/desk/Desk.tsx';
import { readRoute, SECTIONS } from '../../../components/desk/route.ts';
import type { Model } from '../../../components/ui/model.ts';
import { civil } from '../../../lib/dates/civil-date.ts';
import { Household } from '../../../lib/household/schema.ts';
import { EVENT_KINDS } from '../../../lib/knowledge/vocabulary.ts';
import { expectAccessible, overflows } from '../ui/accessible.ts';
import { FAMILY, home, LIMITED, show, speaking, TODAY, type Fake } from '../ui/fixture.ts';

const ACCESS: Access = {
  version: '1.0.0',
  permissions: ['activeTab', 'alarms', 'notifications', 'scripting', 'storage'],
  policy: "default-src 'none'; script-src 'self'; connect-src 'self'",
  installed: ['www.example.go.jp'],
  chosen: [],
};
const asked = {
  onExample: vi.fn(),
  onChooseSites: vi.fn(),
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
    await expect.element(form().getByText('A day is missing.')).toBeVisible();
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
    await expect.element(date.getByText('If missed, from Wednesday, 2 December 2026')).toBeVisible();
    await expect.element(date.getByText(/^The time for applying is over/)).toBeVisible();
    await expect.element(date.getByText('Other sources give: Wednesday, 2 December 2026')).toBeVisible();
    const unsure = page.getByRole('article', { name: 'Mila: Join the national health insurance' });
    await expect.element(unsure.getByText(/It gets exact with: Your situation/)).toBeVisible();
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
    for (const details of document.querySelectorAll('details')) details.open = true;
    await expect.element(page.getByText(/7 years/).first()).toBeVisible();
  });

  it('tell why, with sources, and link only to what is official', async () => {
    const { container, model } = await open('#dates', { household: LIMITED });
    const sources = model.view.value!.dates.flatMap(({ facts }) => facts).flatMap((fact) => fact.sources);
    expect(sources.length).toBeGreaterThan(3);
    for (const details of container.querySelectorAll('details')) details.open = true;
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
    await date.getByRole('button', { name: 'Later: Register your new address' }).click();
    expect(date.getByRole('button', { name: 'In a week' }).query()).toBeNull(); // tomorrow is the last day
    await date.getByRole('button', { name: 'Tomorrow' }).click();
    await expect.element(date.getByText(/we say it again on 27 November 2026/)).toBeVisible();
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
