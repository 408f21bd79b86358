import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fitScale } from '../../../components/sheet/fit.ts';
import { SheetPage, type SheetCallbacks } from '../../../components/sheet/SheetPage.tsx';
import { followTheme, speak } from '../../../components/ui/theme.ts';
import type { Who } from '../../../lib/knowledge/vocabulary.ts';
import { readSheet } from '../../../lib/sheet/read-sheet.ts';
import { readSheetRoute } from '../../../lib/sheet/route.ts';
import { createStore } from '../../../lib/store.ts';
import { expectAccessible, overflows } from '../ui/accessible.ts';
import { FAMILY, packaged, speaking, TODAY } from '../ui/fixture.ts';
import '../../../components/sheet/sheet.css';

const LANGUAGES = ['en', 'ja', 'ja-easy'];
const on = {
  onLanguage: vi.fn<SheetCallbacks['onLanguage']>(),
  onProcedure: vi.fn<SheetCallbacks['onProcedure']>(),
  onWho: vi.fn<SheetCallbacks['onWho']>(),
  onTick: vi.fn<SheetCallbacks['onTick']>(),
  onPrint: vi.fn<SheetCallbacks['onPrint']>(),
};
const CHILD_MOVES_IN = '#?deadline=p2%2Fmove-in%2F2026-11-15';

const root = document.createElement('div');
const life = new AbortController();
const modelOf = (hash: string, language: string, stored: Readonly<Record<string, unknown>> = {}) => {
  const items: Record<string, unknown> = { household: FAMILY, ...speaking(language), ...stored };
  const store = createStore({ get: async (key) => items[key], set: async () => {}, remove: async () => {} });
  return readSheet({ store, packaged }, readSheetRoute(hash), { day: TODAY, hour: 10 });
};
async function open(
  hash: string,
  { language = 'en', who = null, stored = {} }: { language?: string; who?: Who | null; stored?: object } = {},
) {
  const model = await modelOf(hash, language, { ...stored });
  speak(document.documentElement, model.language);
  render(<SheetPage model={model} who={who ?? readSheetRoute(hash).who} on={on} />, root);
  await new Promise(requestAnimationFrame);
  return model;
}
const paper = (): HTMLElement => root.querySelector<HTMLElement>('.paper')!;

beforeEach(async () => {
  await page.viewport(1000, 800);
  document.body.className = 'sheet';
  document.body.append(root);
  followTheme(document.documentElement, matchMedia('(prefers-color-scheme: dark)'), life.signal);
});
afterEach(() => {
  render(null, root);
  root.remove();
  document.body.className = '';
  vi.clearAllMocks();
});

describe('the page of the sheet', () => {
  it.each(LANGUAGES)('passes axe in %s, also where nothing is chosen yet', async (language) => {
    await open('', { language });
    await expectAccessible(root);
    expect(paper()).toBeNull();
    await open('#foreign-extend', { language });
    await expectAccessible(root);
  });

  it.each(LANGUAGES)('fits 320 pixels in %s, which is 400 % zoom', async (language) => {
    await page.viewport(320, 600);
    await open('#foreign-extend', { language });
    expect(overflows()).toBe(false);
    expect(root.textContent).not.toMatch(/[｜《》]|\{[a-z]/);
  });

  it('carries the ticks of the checklist over, and tells new ones', async () => {
    const ticks = { 'p1/foreign-extend/self': ['card'] };
    await open('#foreign-extend', { stored: { checklists: { version: 1, ticks } } });
    await expect.element(page.getByRole('checkbox', { name: /My Number Card, not yet ended/ })).toBeChecked();
    await page.getByRole('checkbox', { name: /New residence card/ }).click();
    expect(on.onTick).toHaveBeenCalledExactlyOnceWith('self', 'residence-card', true);
  });

  it('ticks what one came for, and whatever else one wants to say', async () => {
    await open('#foreign-extend');
    const request = page.getByRole('checkbox', { name: /My stay was extended/ });
    const pending = page.getByRole('checkbox', { name: /My application is pending/ });
    await expect.element(request).toBeChecked();
    await pending.click();
    await request.click();
    await expect.element(pending).toBeChecked();
    await expect.element(request).not.toBeChecked();
  });

  it('lets one choose procedure, person and language, and prints', async () => {
    await open('#foreign-extend');
    await page.getByRole('combobox', { name: 'What you want to do' }).selectOptions('move-in');
    expect(on.onProcedure).toHaveBeenCalledExactlyOnceWith('move-in');
    await page.getByRole('radio', { name: 'Somebody else' }).click();
    expect(on.onWho).toHaveBeenCalledExactlyOnceWith('other-proxy');
    await page.getByRole('combobox', { name: 'Language' }).selectOptions('ja');
    expect(on.onLanguage).toHaveBeenCalledExactlyOnceWith('ja');
    await page.getByRole('button', { name: 'Print' }).click();
    expect(on.onPrint).toHaveBeenCalledOnce();
  });

  it('names the person of a deadline only when that is wanted', async () => {
    await open(CHILD_MOVES_IN);
    expect(paper().textContent).not.toContain('Mila');
    expect(paper().textContent).toContain('2026年');
    await page.getByRole('checkbox', { name: 'With the nickname Mila' }).click();
    await expect.poll(() => paper().textContent).toContain('Mila');
  });

  it('shows Japanese as Japanese, and once to who reads Japanese', async () => {
    await open('#foreign-extend');
    expect(paper().querySelectorAll('[lang=ja][translate=no]').length).toBeGreaterThan(20);
    await open('#foreign-extend', { language: 'ja' });
    expect(paper().querySelectorAll('.twice small')).toHaveLength(0);
  });
});

describe('the paper', () => {
  it('is drawn smaller the more it says, and never as wide as the window', async () => {
    await open('#card-return');
    const short = fitScale(paper());
    const filler = document.createElement('p');
    filler.style.height = '60mm';
    paper().append(filler);
    expect(fitScale(paper())).toBeLessThan(short);
    filler.remove();
    await page.viewport(320, 600);
    expect(fitScale(paper())).toBe(short);
    expect(document.querySelectorAll('.paper')).toHaveLength(1);
  });

  it.each(LANGUAGES)('has room for every procedure, whoever goes, in %s', async (language) => {
    const small: string[] = [];
    for (const { id: procedure } of await packaged.titles('ja')) {
      const { sheet } = await modelOf(`#${procedure}`, language);
      for (const who of [null, ...sheet!.who.map(({ id }) => id)]) {
        await open(`#${procedure}`, { language, who });
        const scale = Number(paper().style.getPropertyValue('--scale'));
        if (scale < 0.75) small.push(`${procedure} ${who}: ${scale}`);
      }
    }
    expect(small).toEqual([]);
  });
});
