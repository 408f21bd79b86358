/** A guide with everything in it, in the real interface texts. */
import { render } from 'preact';
import { onTestFinished, vi } from 'vitest';
import { parse } from 'yaml';
import texts from '../../../data/interface/guide.yaml?raw';
import { Guide } from '../../../components/guide/Guide.tsx';
import type { GuideProps } from '../../../components/guide/guide-props.ts';
import guideCss from '../../../components/guide/guide.css?inline';
import { WordsProvider } from '../../../components/text.tsx';
import tokens from '../../../components/tokens.css?inline';
import { createHost } from '../../../lib/overlay/host.ts';
import type { DateModel, GuideModel, WordModel } from '../../../lib/visit-model.ts';
import type { ComponentChildren } from 'preact';

const sentences: Record<string, { en: string }> = parse(texts);
export const labels = Object.fromEntries(Object.entries(sentences).map(([key, { en }]) => [key, en]));

const item = (id: string, text: string, forWhom: string | null = null) => ({ id, text, forWhom });

export const model: GuideModel = {
  procedure: 'cert-renew',
  ja: '電子証明書の更新',
  ended: null,
  title: 'Renew the certificates',
  gist: { bring: 'Bring the card and both PINs', cost: 'Free', by: 'Until 7 July 2027' },
  about: 'The two certificates on the chip end before the card does.',
  forYou: 'for you: stay with an end date',
  concerns: true,
  audienceNote: 'They often end together with the card.',
  warnings: [
    { ...item('stay-first', 'Extend the stay first.', 'For: stay with an end date'), kind: 'before', old: null },
    { ...item('void', 'A lapsed card cannot be revived.'), kind: 'irreversible', old: null },
  ],
  who: [
    {
      id: 'self',
      label: 'I go',
      note: null,
      bring: [
        { ...item('card', 'My Number Card'), ja: 'マイナンバーカード', needed: 'always', note: null },
        { ...item('letter', 'The letter'), ja: '有効期限通知書', needed: 'if', note: 'If you have it.' },
      ],
      ticked: ['card'],
    },
    {
      id: 'other-proxy',
      label: 'Somebody else',
      note: 'Two visits.',
      bring: [{ ...item('form', 'The sealed form'), ja: '照会書兼回答書', needed: 'always', note: null }],
      ticked: [],
    },
  ],
  pins: [
    {
      id: 'user-certificate',
      name: '4-digit PIN of the user certificate',
      ja: '利用者証明用電子証明書の暗証番号',
      form: 'Only digits.',
      tries: 'If 3 tries in a row are wrong, it locks.',
      reset: 'Reset at your city hall.',
      online: true,
    },
  ],
  steps: [
    { ...item('book', 'Book a visit.'), warnings: [] },
    { ...item('go', 'Go there.'), warnings: [item('void', 'A lapsed card cannot be revived.')] },
  ],
  by: { text: 'By the day they end.', last: null, lastText: null, opensText: null, daysLeft: null, left: null },
  cost: 'Free. Also after the end.',
  where: { text: 'Your city hall.', ja: '市民課' },
  takes: 'One visit.',
  phrases: [{ id: 'renew', text: 'I would like to renew.', ja: '｜更新《こうしん》をお｜願《ねが》いします。' }],
  mistakes: [item('open-form', 'Giving an open form.')],
  varies: [item('booking', 'Whether you must book.')],
  next: [item('wait', 'New certificates work from the next day.')],
  worries: [{ id: 'lost', worry: 'What if I lose it?', short: 'A call stops it at any hour.' }],
  related: [{ procedure: 'pin-reset', title: 'Reset a PIN' }],
  start: [{ url: 'https://www.jpki.go.jp/', name: '公的個人認証サービス' }],
  sources: [
    { publisher: 'J-LIS', url: 'https://www.jpki.go.jp/', checked: 'checked 24 Nov 2026', pageDate: '2026-01-29' },
    { publisher: 'A copy', url: null, checked: 'checked 24 Nov 2026', pageDate: null },
  ],
  checked: '2 sources, checked 24 Nov 2026',
  old: false,
  remind: { state: 'off', deadline: 'p1/certificate-renewal/2027-07-07', text: 'for 7 July 2027' },
};

export const somebodyElse: NonNullable<GuideProps['somebodyElse']> = {
  chosen: null,
  choices: [
    { instead: { person: 'p2' }, name: 'Anna' },
    { instead: { status: 'national' }, name: 'Japanese national' },
    { instead: { status: null }, name: 'somebody (not said)' },
  ],
};

export const word: WordModel = {
  id: 'electronic-certificate',
  ja: '電子証明書',
  kana: 'でんししょうめいしょ',
  gloss: 'Electronic certificate',
  meaning: 'A key on the chip that proves it is you.',
  office: 'They mean both, unless they say 署名用 (signing).',
  confusable: [{ id: 'valid-until', ja: '有効期限', text: 'The card can be valid while the certificates have ended.' }],
  source: 'Digital Agency · checked 24 Nov 2026',
  said: null,
};

export const date: DateModel = {
  id: '令和8年5月2日',
  title: 'Saturday, 2 May 2026',
  era: '令和8年5月2日（土）',
  notes: ['In 12 days', 'Offices are closed on Saturday, 2 May 2026.'],
  remind: { on: false, button: 'Remind me of this', said: '', what: '' },
};

/** Draws into our own host, as in a page; gone after the test. */
export function mount(children: ComponentChildren, theme: 'light' | 'dark' = 'light'): HTMLElement {
  const visit = new AbortController();
  onTestFinished(() => visit.abort());
  const host = createHost(
    document,
    'madoguchi-guide',
    tokens + guideCss,
    { locale: 'en', direction: 'ltr', theme, scale: 1 },
    visit.signal,
  );
  document.body.append(host.element);
  render(
    <WordsProvider labels={labels} locale="en">
      {children}
    </WordsProvider>,
    host.frame,
  );
  return host.frame;
}

/** A guide whose opening and closing work; everything else is a spy in `on`. */
export function showGuide(change: Partial<GuideProps> = {}, theme: 'light' | 'dark' = 'light') {
  const on = {
    onTick: vi.fn<GuideProps['onTick']>(),
    onSheet: vi.fn<GuideProps['onSheet']>(),
    onRemind: vi.fn<GuideProps['onRemind']>(),
    onAddDate: vi.fn<GuideProps['onAddDate']>(),
    onLanguage: vi.fn<GuideProps['onLanguage']>(),
    onSiteOff: vi.fn<GuideProps['onSiteOff']>(),
    onWord: vi.fn<GuideProps['onWord']>(),
    onDate: vi.fn<GuideProps['onDate']>(),
    onGuide: vi.fn<GuideProps['onGuide']>(),
    onSomebodyElse: vi.fn<GuideProps['onSomebodyElse']>(),
  };
  const languages = [
    { id: 'en', name: 'English' },
    { id: 'ja', name: '日本語' },
  ];
  let open = change.open ?? false;
  const guide = () => (
    <WordsProvider labels={labels} locale="en">
      <Guide
        model={model}
        others={[]}
        words={[word]}
        dates={[]}
        language="en"
        page="https://www.city.mihon.example.jp/page/"
        languages={languages}
        edge={false}
        translation={null}
        somebodyElse={somebodyElse}
        {...on}
        {...change}
        open={open}
        onToggle={toggle}
      />
    </WordsProvider>
  );
  const redraw = (more: Partial<GuideProps>): void => {
    change = { ...change, ...more };
    render(guide(), frame);
  };
  const toggle = (now: boolean): void => {
    open = now;
    render(guide(), frame);
  };
  const frame = mount(null, theme);
  render(guide(), frame);
  return { frame, on, change: redraw };
}

const nameOf = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent).trim();
/** The button, radio or checkbox that a reader would find under this name. */
export function find<K extends 'button' | 'input' | 'a' | 'summary'>(
  frame: HTMLElement,
  kind: K,
  name: string,
): HTMLElementTagNameMap[K] {
  const found = [...frame.querySelectorAll(kind)].find((each) =>
    nameOf(kind === 'input' ? each.closest('label')! : each).startsWith(name),
  );
  if (!found) throw new Error(`No ${kind} "${name}" in: ${frame.textContent}`);
  return found as HTMLElementTagNameMap[K];
}
/** The text of the element that a reader sees, with single spaces. */
export const textOf = (element: Element): string => element.textContent.replace(/\s+/gu, ' ');
