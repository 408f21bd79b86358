import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/ask.css';
import '../../../components/page.css';
import '../../../components/tokens.css';
import '../../../components/welcome/welcome.css';
import { WordsProvider } from '../../../components/text.tsx';
import { labelsFor } from '../../../components/ui/labels.ts';
import { Welcome } from '../../../components/welcome/Welcome.tsx';
import { expectAccessible, overflows, WITH_READINGS } from '../ui/accessible.ts';
import { fakeWelcome, type Fake } from './fixture.ts';

let root: HTMLElement;
let fake: Fake | undefined;

async function open(...setup: Parameters<typeof fakeWelcome>): Promise<Fake> {
  const { model } = (fake = await fakeWelcome(...setup));
  function Page() {
    const view = model.view.value;
    if (!view) return null;
    return (
      <WordsProvider labels={labelsFor(view.texts, 'welcome')} locale={view.language.locale}>
        <Welcome
          view={view}
          said={model.said.value}
          links={{ dates: 'desk.html#household', problem: 'desk.html#trust' }}
          onLanguage={(id) => void model.setLanguage(id)}
          onAdd={(place) => void model.add(place)}
          onAllow={() => void model.allowAgain()}
          onDrop={(chosen) => void model.drop(chosen)}
        />
      </WordsProvider>
    );
  }
  render(<Page />, root);
  return fake;
}

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.title = 'Madoguchi';
  document.body.className = 'welcome';
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
  fake?.end();
});

const field = () => page.getByRole('combobox', { name: 'City, ward, town or village' });
const options = (): string[] => [...root.querySelectorAll('[role=option]')].map((each) => each.textContent ?? '');
const places = (fake: Fake): unknown => (fake.stored.get('settings') as { places: unknown }).places;
const pick = async (name: string, option: RegExp) => {
  await userEvent.fill(field(), name);
  await userEvent.click(page.getByRole('option', { name: option }).first());
};
const focused = (): Element | null => document.activeElement;

describe('the welcome page', () => {
  it('says what it is, that it is unofficial, and where it works already', async () => {
    await open();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Welcome to Madoguchi');
    expect(root.textContent).toContain('Unofficial · 非公式');
    expect(root.textContent).toContain('Nothing leaves this device');
    expect(root.textContent).toContain('works on 2 sites of the national government');
    expect(page.getByRole('link', { name: 'Enter my dates' }).element().getAttribute('href')).toBe(
      'desk.html#household',
    );
    await expectAccessible(root);
  });

  it('speaks the language that is chosen, and keeps it', async () => {
    const opened = await open();
    await userEvent.click(page.getByRole('radio', { name: 'やさしい日本語' }));
    await expect.element(page.getByRole('heading', { name: /どこに/ })).toBeVisible();
    expect(opened.stored.get('settings')).toMatchObject({ language: 'ja-easy' });
    expect(root.querySelector('h1 ruby')?.textContent).toBe('窓口まどぐち');
    await expectAccessible(root);
  });

  it('marks Japanese names so that a translating browser leaves them alone', async () => {
    await open();
    await userEvent.fill(field(), 'fuchu');
    expect(root.querySelector('[role=option] [lang=ja]')?.getAttribute('translate')).toBe('no');
  });
});

describe('on a narrow screen', () => {
  it.each(['en', 'ja', 'ja-easy'])('%s stays inside 320 pixels, also with a question open', async (language) => {
    await page.viewport(320, 640);
    await open({ language, places: ['132063', 'prefecture:14'] });
    await userEvent.fill(page.getByRole('combobox'), 'yokohama');
    expect(overflows()).toBe(false);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(root.querySelector('.ask')).not.toBeNull();
    expect(overflows()).toBe(false);
    await page.viewport(1000, 800);
  });
});

describe('finding a place by keyboard', () => {
  it('shows both cities of one name with their prefectures', async () => {
    await open();
    await userEvent.fill(field(), 'fuchu');
    await expect.poll(options).toEqual(['府中市Fuchu-shiTokyo-to 東京都', '府中市Fuchu-shiHiroshima-ken 広島県']);
    await expect.element(field()).toHaveAttribute('aria-expanded', 'true');
    await expect.element(page.getByText('2 places found', { exact: false })).toBeInTheDocument();
    await expectAccessible(root);
  });

  it('arrow keys go round, the field keeps the focus, Enter takes', async () => {
    await open();
    await userEvent.fill(field(), 'fuchu');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    const active = () =>
      root.querySelector(`#${CSS.escape(field().element().getAttribute('aria-activedescendant') ?? '-')}`);
    expect(active()?.textContent).toContain('Tokyo');
    await userEvent.keyboard('{ArrowUp}');
    expect(active()?.textContent).toContain('Hiroshima');
    expect(active()?.getAttribute('aria-selected')).toBe('true');
    expect(focused()).toBe(field().element());
    await userEvent.keyboard('{Enter}');
    expect(page.getByRole('radio', { name: /^Only Fuchu-shi, Hiroshima-ken 広島県府中市/ }).element()).toBe(focused());
    await expectAccessible(root);
  });

  it('Escape closes the list, and then empties the field', async () => {
    await open();
    await userEvent.fill(field(), 'よこはま');
    await userEvent.keyboard('{Escape}');
    await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
    await expect.element(field()).toHaveValue('よこはま');
    await userEvent.keyboard('{Escape}');
    await expect.element(field()).toHaveValue('');
  });

  it('Enter belongs to the input method while kana are made into kanji', async () => {
    await open();
    await userEvent.fill(field(), 'よこはまし');
    await userEvent.keyboard('{ArrowDown}');
    field()
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
    expect(root.querySelector('.ask')).toBeNull();
    await expect.element(field()).toHaveValue('よこはまし');
  });

  it('says so when there is no such place', async () => {
    await open();
    await userEvent.fill(field(), 'atlantis');
    await expect.element(page.getByText('No place found', { exact: false })).toBeVisible();
    await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
  });
});

describe('choosing a place', () => {
  it('says what the browser will ask, asks for exactly that in the click, and keeps it', async () => {
    const opened = await open();
    await pick('yokohama', /横浜市/);
    expect(root.textContent).toContain('may read and change your data on 2 sites');
    expect([...root.querySelectorAll('.asked li')].map((li) => li.textContent)).toEqual([
      'www.city.yokohama.lg.jp',
      'en.city.yokohama.lg.jp',
    ]);
    expect(opened.asked).toEqual([]);
    // A click from the inside: whatever is asked for before it returns was asked for within the gesture.
    (page.getByRole('button', { name: 'Continue to the question' }).element() as HTMLButtonElement).click();
    expect(opened.asked).toEqual([['*://www.city.yokohama.lg.jp/*', '*://en.city.yokohama.lg.jp/*']]);
    await expect
      .element(page.getByText('Added: Yokohama-shi, Kanagawa-ken 神奈川県横浜市.', { exact: false }))
      .toBeVisible();
    expect(places(opened)).toEqual(['141003']);
    await expect
      .element(page.getByRole('button', { name: 'Remove: Yokohama-shi, Kanagawa-ken 神奈川県横浜市' }))
      .toBeVisible();
    expect(focused()).toBe(field().element());
    await expectAccessible(root);
  });

  it('names the one host when there is one', async () => {
    await open();
    await pick('minato', /港区/);
    expect(root.textContent).toContain('may read and change your data on www.city.minato.tokyo.jp.');
    expect(root.querySelector('.asked')).toBeNull();
  });

  it('can take the whole prefecture, or all public bodies', async () => {
    const opened = await open();
    await pick('港区', /港区/);
    await userEvent.click(page.getByRole('radio', { name: /^All of Tokyo-to 東京都/ }));
    await userEvent.click(page.getByRole('button', { name: 'Continue to the question' }));
    await expect.poll(() => places(opened)).toEqual(['prefecture:13']);
    expect(opened.asked[0]).toHaveLength(3);
    await userEvent.click(page.getByRole('button', { name: 'Or add all public bodies in Japan' }));
    expect(focused()?.textContent).toBe('What your browser will ask');
    await userEvent.click(page.getByRole('button', { name: 'Continue to the question' }));
    await expect.poll(() => places(opened)).toEqual(['prefecture:13', 'all']);
    expect(opened.asked[1]).toHaveLength(8);
  });

  it('changes nothing when the person says no', async () => {
    const opened = await open();
    opened.answer.yes = false;
    await pick('minato', /港区/);
    await userEvent.click(page.getByRole('button', { name: 'Continue to the question' }));
    await expect.element(page.getByText('Nothing was added.', { exact: false })).toBeVisible();
    expect(places(opened)).toEqual([]);
  });

  it('gives the search back on cancel', async () => {
    const opened = await open();
    await pick('minato', /港区/);
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    expect(root.querySelector('.ask')).toBeNull();
    expect(focused()).toBe(field().element());
    expect(opened.asked).toEqual([]);
  });

  it('drops a place and gives back only what no other place needs', async () => {
    const opened = await open({ places: ['141003', '141097', '131032'] }, [
      '*://www.city.yokohama.lg.jp/*',
      '*://en.city.yokohama.lg.jp/*',
      '*://www.city.minato.tokyo.jp/*',
    ]);
    await userEvent.click(page.getByRole('button', { name: /^Remove: Minato-ku/ }));
    await expect.element(page.getByText('Removed: Minato-ku', { exact: false })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: /^Remove: Yokohama-shi Kohoku-ku/ }));
    await expect.poll(() => places(opened)).toEqual(['141003']);
    expect(opened.removed).toEqual([['*://www.city.minato.tokyo.jp/*']]);
  });
});

describe('what can go wrong', () => {
  it('names a place whose access was withdrawn, and mends it with one click', async () => {
    const opened = await open({ places: ['132063', '131032'] }, ['*://www.city.minato.tokyo.jp/*']);
    const mend = page.getByRole('button', { name: 'Allow again: Fuchu-shi, Tokyo-to 東京都府中市' });
    await expect.element(mend).toBeVisible();
    expect(root.querySelectorAll('.places .note')).toHaveLength(1);
    await expectAccessible(root);
    await userEvent.click(mend);
    await expect.poll(() => root.querySelectorAll('.places .note').length).toBe(0);
    expect(opened.asked).toEqual([['*://www.city.fuchu.tokyo.jp/*']]);
    expect(places(opened)).toEqual(['132063', '131032']);
  });

  it('notices when access is withdrawn while the page is open', async () => {
    const opened = await open({ places: ['132063'] }, ['*://www.city.fuchu.tokyo.jp/*']);
    expect(root.querySelector('.places .note')).toBeNull();
    opened.granted.delete('*://www.city.fuchu.tokyo.jp/*');
    opened.changed();
    await expect.element(page.getByRole('button', { name: /^Allow again/ })).toBeVisible();
  });

  it('says when sites of the install were withdrawn, and asks for exactly those again', async () => {
    const opened = await open();
    expect(root.querySelector('.note')).toBeNull();
    opened.granted.delete('https://www.isa.go.jp/*');
    opened.changed();
    await expect.element(page.getByText('does not let Madoguchi see 1 of these sites', { exact: false })).toBeVisible();
    (page.getByRole('button', { name: 'Allow again' }).element() as HTMLButtonElement).click();
    expect(opened.asked).toEqual([['https://www.isa.go.jp/*']]);
    await expect.element(page.getByText('Allowed again.')).toBeVisible();
    expect(root.querySelector('.note')).toBeNull();
  });

  it('keeps a place that the register does not know any more, and lets it be removed', async () => {
    const opened = await open({ places: ['221317'] });
    await userEvent.click(page.getByRole('button', { name: 'Remove: A place that is not in our list any more' }));
    await expect.poll(() => places(opened)).toEqual([]);
    expect(opened.removed).toEqual([]);
  });

  it('shows settings that cannot be read, offers nothing to choose, and writes nothing over them', async () => {
    const broken = { version: 9, places: 'x' };
    const opened = await open({ broken });
    await expect.element(page.getByText('Your saved settings cannot be read.', { exact: false })).toBeVisible();
    expect(page.getByRole('link', { name: 'See what to do' }).element().getAttribute('href')).toBe('desk.html#trust');
    expect(root.querySelector('[role=combobox]')).toBeNull();
    await userEvent.click(page.getByRole('radio', { name: '日本語', exact: true }));
    await expect.element(page.getByText('could not be saved', { exact: false })).toBeVisible();
    expect(opened.stored.get('settings')).toEqual(broken);
    await expectAccessible(root);
  });
});

describe('translated copies', () => {
  const COPIES = ['*://*.j-server.com/*', '*://*.tsutaeru.cloud/*'];
  const part = () => page.getByRole('region', { name: 'Translated copies' });

  it('are off, named, and asked for by themselves once it was said what for', async () => {
    const opened = await open();
    await expect.element(part().getByText(/at the address of a service: J.SERVER and 伝えるウェブ/)).toBeVisible();
    expect(root.querySelector('.copies .ask')).toBeNull();
    await userEvent.click(part().getByRole('button', { name: 'Add translated copies' }));
    expect(focused()?.textContent).toBe('What your browser will ask');
    expect([...root.querySelectorAll('.copies .asked li')].map((li) => li.textContent)).toEqual([
      'J-SERVER j-server.com',
      '伝えるウェブ tsutaeru.cloud',
    ]);
    expect(opened.asked).toEqual([]);
    await expectAccessible(root);
    await userEvent.click(part().getByRole('button', { name: 'Continue to the question' }));
    await expect.element(page.getByText('Madoguchi works on translated copies.')).toBeVisible();
    expect(opened.asked).toEqual([COPIES]);
    expect(places(opened)).toEqual(['copies']);
    expect(focused()?.textContent).toBe('Translated copies');
    expect(root.querySelector('.places')).toBeNull();
    await expectAccessible(root);
  });

  it('stay off when the person says no, or cancels', async () => {
    const opened = await open();
    opened.answer.yes = false;
    const opener = part().getByRole('button', { name: 'Add translated copies' });
    await userEvent.click(opener);
    await userEvent.click(part().getByRole('button', { name: 'Continue to the question' }));
    await expect.element(page.getByText('Nothing was added.', { exact: false })).toBeVisible();
    expect(places(opened)).toEqual([]);
    await userEvent.click(part().getByRole('button', { name: 'Cancel' }));
    expect(focused()).toBe(opener.element());
  });

  it('are dropped again, with all of their access', async () => {
    const opened = await open({ places: ['132063', 'copies'] }, ['*://www.city.fuchu.tokyo.jp/*', ...COPIES]);
    await userEvent.click(page.getByRole('button', { name: 'Remove: Translated copies' }));
    await expect.element(part().getByRole('button', { name: 'Add translated copies' })).toBeVisible();
    expect(places(opened)).toEqual(['132063']);
    expect(opened.removed).toEqual([COPIES]);
  });

  it('say when they were withdrawn elsewhere, and are mended with one click', async () => {
    const opened = await open({ places: ['copies'] }, COPIES);
    opened.granted.delete(COPIES[0]!);
    opened.changed();
    await expect
      .element(page.getByText('does not let Madoguchi see all of these copies', { exact: false }))
      .toBeVisible();
    await expectAccessible(root);
    await userEvent.click(page.getByRole('button', { name: 'Allow again: Translated copies' }));
    await expect.element(page.getByText('Madoguchi works on translated copies.')).toBeVisible();
    expect(opened.asked).toEqual([COPIES]);
  });

  it.each(['en', 'ja', 'ja-easy'])('%s stays inside 320 pixels', async (language) => {
    await page.viewport(320, 640);
    await open({ language });
    await userEvent.click(root.querySelector('.copies button')!);
    expect(root.querySelector('.copies .ask')).not.toBeNull();
    expect(overflows()).toBe(false);
    await expectAccessible(root, language === 'ja-easy' ? WITH_READINGS : []);
    await page.viewport(1000, 800);
  });
});
