/** How one is reminded: the page of the desk, what stands at a date, and the lines that can be put aside. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ComponentChild } from 'preact';
import { BackupOffer } from '../../../components/desk/BackupOffer.tsx';
import { NoticeWay } from '../../../components/desk/NoticeWay.tsx';
import { RemindersPart } from '../../../components/desk/RemindersPart.tsx';
import { RemindWhen } from '../../../components/desk/RemindWhen.tsx';
import { WordsProvider } from '../../../components/text.tsx';
import { labelsFor } from '../../../components/ui/labels.ts';
import { LaterMenu } from '../../../components/ui/LaterMenu.tsx';
import type { Model } from '../../../components/ui/model.ts';
import { SaidBar } from '../../../components/ui/SaidBar.tsx';
import type { View } from '../../../components/ui/view.ts';
import { civil } from '../../../lib/dates/civil-date.ts';
import { emptyPerson } from '../../../lib/household/schema.ts';
import { EMPTY_WISHES, setRungs } from '../../../lib/reminders/wishes.ts';
import { expectAccessible, overflows, WITH_READINGS } from '../ui/accessible.ts';
import { LIMITED, home, show, speaking, TODAY, type Fake } from '../ui/fixture.ts';

const LANGUAGES = ['en', 'ja', 'ja-easy'];
const onExample = vi.fn();

let fake: Fake | undefined;
async function open(
  stored: Readonly<Record<string, unknown>>,
  part: (view: View, model: Model) => ComponentChild,
  denied = false,
): Promise<Fake> {
  fake = await show(stored, { explain: false, surface: 'desk', denied }, (view, said, model) => (
    <WordsProvider labels={labelsFor(view.texts, 'desk')} locale={view.language.locale}>
      <main>
        <h1>Reminders</h1>
        {part(view, model)}
      </main>
      <SaidBar said={said} onUndo={() => void model.actions.undo()} />
    </WordsProvider>
  ));
  return fake;
}
const settings = (view: View, { actions }: Model) => (
  <RemindersPart
    view={view}
    on={{
      onExample,
      onRungs: (kind, rungs) => void actions.setRungs(kind, rungs),
      onHours: (hours) => void actions.setWish('hours', hours),
      onOpenDays: (on) => void actions.setWish('openDays', on),
      onDiscreet: (on) => void actions.setWish('discreet', on),
    }}
  />
);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const unfold = (): void => {
  for (const details of document.querySelectorAll('details')) details.open = true;
};

beforeEach(() => page.viewport(1000, 800));
afterEach(() => {
  fake?.end();
  vi.clearAllMocks();
});

describe('the page of reminders', () => {
  const chosen = { reminders: { ...setRungs(EMPTY_WISHES, 'move-in', []), hours: { from: 7, until: 20 } } };

  it.each(LANGUAGES)('passes axe in %s, and fits 320 pixels, which is 400 % zoom', async (language) => {
    const { container } = await open({ household: LIMITED, ...chosen, ...speaking(language) }, settings);
    unfold();
    await expectAccessible(container, language === 'ja-easy' ? WITH_READINGS : []);
    await page.viewport(320, 600);
    expect(overflows()).toBe(false);
    expect(container.textContent).not.toMatch(/[｜《》]|\{[a-z]/);
  });

  it('keeps hours, days and discretion at once, and takes each back', async () => {
    const { stored } = await open({ household: LIMITED }, settings);
    expect(stored.get('reminders')).toBeUndefined();
    await page.getByRole('radio', { name: 'Only at hours you choose' }).click();
    await page.getByRole('combobox', { name: 'Until' }).selectOptions('20:00');
    await expect.poll(() => stored.get('reminders')).toMatchObject({ hours: { from: 9, until: 20 } });
    await button('Undo').click();
    await expect.poll(() => stored.get('reminders')).toMatchObject({ hours: { from: 9, until: 21 } });
    await page.getByRole('radio', { name: 'From 9:00 on' }).click();
    await page.getByRole('checkbox', { name: 'Not on weekends and holidays' }).click();
    await page.getByRole('checkbox', { name: 'Name no date on the screen' }).click();
    await expect
      .poll(() => stored.get('reminders'))
      .toEqual({ version: 1, rungs: {}, hours: null, openDays: true, discreet: true });
  });

  it('offers no hour with which a morning or an afternoon would be lost', async () => {
    const { container } = await open(chosen, settings);
    const [from, until] = [...container.querySelectorAll('select')].map((select) =>
      [...select.options].map(({ value }) => Number(value)),
    );
    expect([from?.at(0), from?.at(-1), until?.at(0), until?.at(-1)]).toEqual([0, 12, 13, 24]);
  });

  it('names the kinds with times of their own, and gives them back to what we propose', async () => {
    const { stored } = await open(chosen, settings);
    await expect.element(page.getByText('Register your new address').first()).toBeVisible();
    unfold();
    await expect.element(page.getByText('No day is chosen, so no notice comes.', { exact: false })).toBeVisible();
    await button('Back to our proposal: Register your new address').click();
    await expect.poll(() => stored.get('reminders')).toMatchObject({ rungs: {} });
    await expect.element(page.getByText(/^None\./)).toBeVisible();
  });

  it('shows an example, and says when the browser hides notices', async () => {
    await open({}, settings, true);
    await button('Show me a notice').click();
    expect(onExample).toHaveBeenCalledOnce();
    await expect.element(page.getByText(/Your browser hides our notices/)).toBeVisible();
  });
});

describe('when to remind', () => {
  it('is what we propose, until one chooses; the next day follows, and none is said', async () => {
    const { stored } = await open({ household: LIMITED }, (view, { actions }) => {
      const date = view.dates.find(({ kind }) => kind === 'card-extension')!;
      return (
        <RemindWhen
          kind={date.kind}
          title="Extend the card"
          next={date.nextNotice}
          view={view}
          on={{ onRungs: (kind, rungs) => void actions.setRungs(kind, rungs) }}
        />
      );
    });
    unfold();
    const box = (name: string) => page.getByRole('checkbox', { name });
    // The card's last day, 1 May 2027, is a Saturday: days count back from Friday.
    await expect.element(page.getByText('next on 1 March 2027')).toBeVisible();
    await expect.element(box('60 days before')).toBeChecked();
    await expect.element(box('90 days before')).not.toBeChecked();
    await box('90 days before').click();
    await expect.element(page.getByText('next on 30 January 2027')).toBeVisible();
    for (const name of ['90 days', '60 days', '30 days', '14 days', '7 days', '1 day'])
      await box(`${name} before`).click();
    for (const name of ['on the last office day', 'on the last day', 'the day after, if missed'])
      await box(name).click();
    await expect.poll(() => stored.get('reminders')).toMatchObject({ rungs: { 'card-extension': [] } });
    await expect.element(page.getByText('no notices')).toBeVisible();
    await expect.element(page.getByText('The date stays in the list.', { exact: false })).toBeVisible();
    await button('Back to our proposal: Extend the card').click();
    await expect.poll(() => stored.get('reminders')).toMatchObject({ rungs: {} });
    await expect.element(page.getByText('next on 1 March 2027')).toBeVisible();
  });
});

describe('later', () => {
  const until = { day: '2026-12-05', text: 'Saturday, 5 December 2026' };
  const menu = (onLater: (until: string) => void, last: typeof until | null = until) => (
    <LaterMenu title="Extend the card" today={TODAY} until={last} onLater={onLater} />
  );
  const pick = (day: string) => userEvent.fill(page.getByLabelText('On a day you pick'), day);

  it.each(LANGUAGES)('passes axe in %s', async (language) => {
    const { container } = await open(speaking(language), () => menu(vi.fn()));
    container.querySelector<HTMLButtonElement>('.later')?.click();
    await expect.element(page.elementLocator(container.querySelector('input')!)).toBeVisible();
    await expectAccessible(container);
  });

  it('goes by keyboard: opened, a day taken, closed, and the focus is back', async () => {
    const onLater = vi.fn();
    await open({}, () => menu(onLater));
    const later = button('Later: Extend the card');
    (later.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(later).toHaveAttribute('aria-expanded', 'true');
    await userEvent.tab();
    await userEvent.keyboard('{Escape}');
    await expect.element(later).toHaveAttribute('aria-expanded', 'false');
    await expect.element(later).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(onLater).toHaveBeenCalledExactlyOnceWith('tomorrow');
    await expect.element(later).toHaveFocus();
    await expect.element(later).toHaveAttribute('aria-expanded', 'false');
  });

  it.each<[string, string | RegExp]>([
    ['2026-12-06', 'This is after the last day. Choose Saturday, 5 December 2026 or a day before it.'],
    ['2026-11-26', 'Choose a day from tomorrow on.'],
    ['', 'Choose a day.'],
  ])('refuses "%s" and says why', async (day, why) => {
    const onLater = vi.fn();
    const { container } = await open({}, () => menu(onLater));
    await button('Later: Extend the card').click();
    await pick(day);
    await button('Remind me then').click();
    await expect.element(page.getByRole('alert').getByText(why)).toBeVisible();
    expect(onLater).not.toHaveBeenCalled();
    await expectAccessible(container);
    await pick('2026-12-05');
    expect(container.querySelector('.error')?.textContent).toBe('');
    await button('Remind me then').click();
    expect(onLater).toHaveBeenCalledExactlyOnceWith('2026-12-05');
  });

  it('knows the last day itself, and offers a week only before it', async () => {
    const { container } = await open({}, () => menu(vi.fn(), { day: '2026-12-02', text: 'Wednesday' }));
    await button('Later: Extend the card').click();
    const input = container.querySelector('input')!;
    expect([input.min, input.max]).toEqual(['2026-11-27', '2026-12-02']);
    expect(button('In a week').query()).toBeNull();
  });

  it('cannot be on the last day', async () => {
    await open({}, () => menu(vi.fn(), null));
    await expect.element(page.getByText('The last day is today, so it cannot wait.')).toBeVisible();
    expect(document.querySelector('button')).toBeNull();
  });
});

describe('what is said once', () => {
  const way = (view: View) => <NoticeWay view={view} on={{ onExample }} />;
  it.each(LANGUAGES)('how notices come, before the first one, in %s', async (language) => {
    const { container } = await open({ household: LIMITED, ...speaking(language) }, way);
    expect(container.querySelector('.aside-line a')?.getAttribute('href')).toBe('#reminders');
    await userEvent.click(container.querySelector('.aside-line button')!);
    expect(onExample).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('not without a date, and not once a notice came', async () => {
    const { container, stored, model } = await open({}, way);
    expect(container.querySelector('.aside-line')).toBeNull();
    stored.set('household', LIMITED);
    await model.refresh();
    expect(container.querySelector('.aside-line')).not.toBeNull();
    const notice = { rung: 'd7', due: TODAY, notification: 'n', shown: true, acknowledged: true };
    stored.set('deliveries', {
      version: 2,
      notices: { 'p1/move-in/2026-11-15#d7': { deadline: 'p1/move-in/2026-11-15', ...notice } },
      done: {},
      notMine: {},
      later: {},
      muted: [],
      seen: null,
    });
    await model.refresh();
    expect(container.querySelector('.aside-line')).toBeNull();
  });
});

describe('the offer of a backup file', () => {
  const offer = (view: View, { actions }: Model) => (
    <BackupOffer
      view={view}
      on={{ onExport: () => void actions.backup(), onDeclineBackup: () => void actions.declineBackup() }}
    />
  );
  it.each(LANGUAGES)('passes axe in %s', async (language) => {
    const { container } = await open({ household: LIMITED, ...speaking(language) }, offer);
    expect(container.querySelector('.aside-line')).not.toBeNull();
    await expectAccessible(container);
  });

  it('goes when a file was saved, which knows of itself', async () => {
    const { container, stored, model } = await open({ household: LIMITED }, offer);
    const text = await model.actions.backup();
    await expect.poll(() => container.querySelector('.aside-line')).toBeNull();
    expect(stored.get('saves')).toMatchObject({ saved: { day: TODAY }, declined: null });
    stored.clear();
    await model.actions.restore('madoguchi-backup.json', text);
    expect(model.view.value).toMatchObject({ anything: true, offersBackup: false, backupOn: '26 November 2026' });
    await model.actions.undo();
    expect(model.view.value).toMatchObject({ anything: false });
  });

  it('is put aside, said, and taken back', async () => {
    const { container } = await open({ household: LIMITED }, offer);
    await button('Not now').click();
    await expect.element(page.getByRole('status').getByText('We ask again in a few months')).toBeVisible();
    expect(container.querySelector('.aside-line')).toBeNull();
    await button('Undo').click();
    await expect.element(button('Save a backup file')).toBeVisible();
  });

  it('is not made for what is typed in again in a minute', async () => {
    const few = home({ dates: { ...emptyPerson('p1').dates, card: civil('2027-05-01') } });
    const { container } = await open({ household: few }, offer);
    expect(container.querySelector('.aside-line')).toBeNull();
  });
});
