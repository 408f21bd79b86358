/** A welcome page over a browser that is a few lines: stored settings, granted origins, and a person who answers. */
import { parse } from 'yaml';
import enUi from '../../../data/interface/ui.yaml?raw';
import enWelcome from '../../../data/interface/welcome.yaml?raw';
import jaUi from '../../../data/languages/ja/interface.ui.yaml?raw';
import jaWelcome from '../../../data/languages/ja/interface.welcome.yaml?raw';
import easyUi from '../../../data/languages/ja-easy/interface.ui.yaml?raw';
import easyWelcome from '../../../data/languages/ja-easy/interface.welcome.yaml?raw';
import { createWelcome, type WelcomeModel } from '../../../components/welcome/model.ts';
import { settings, type Settings } from '../../../lib/items.ts';
import type {
  CopyRecord,
  InterfaceTexts,
  LanguageRecord,
  PortalRecord,
  RegisterRecord,
  SitesRecord,
} from '../../../lib/knowledge/compiled.ts';
import { createStore } from '../../../lib/store.ts';

const source = (surface: string, text: string): [string, string][] =>
  Object.entries(parse(text) as Record<string, { en: string }>).map(([key, { en }]) => [`${surface}.${key}`, en]);
const translated = (text: string): [string, string][] =>
  Object.entries(parse(text) as Record<string, { text: string }>).map(([key, { text }]) => [key, text]);

const TEXTS: Readonly<Record<string, InterfaceTexts>> = {
  en: Object.fromEntries([...source('ui', enUi), ...source('welcome', enWelcome)]),
  ja: Object.fromEntries([...translated(jaUi), ...translated(jaWelcome)]),
  'ja-easy': Object.fromEntries([...translated(easyUi), ...translated(easyWelcome)]),
};

const LANGUAGES: readonly LanguageRecord[] = [
  { id: 'en', name: 'English', locale: 'en', direction: 'ltr', furigana: false },
  { id: 'ja', name: '日本語', locale: 'ja', direction: 'ltr', furigana: false },
  { id: 'ja-easy', name: 'やさしい日本語', locale: 'ja', direction: 'ltr', furigana: false },
];

const record = (
  code: string,
  prefecture: string,
  name: string,
  kana: string,
  host: string,
  path = '/',
): RegisterRecord => ({
  code,
  prefecture,
  name,
  kana,
  host,
  path,
});

export const REGISTER: readonly RegisterRecord[] = [
  record('130001', '東京都', '東京都', 'とうきょうと', 'www.metro.tokyo.lg.jp'),
  record('131032', '東京都', '港区', 'みなとく', 'www.city.minato.tokyo.jp'),
  record('132063', '東京都', '府中市', 'ふちゅうし', 'www.city.fuchu.tokyo.jp'),
  record('140007', '神奈川県', '神奈川県', 'かながわけん', 'www.pref.kanagawa.jp'),
  {
    ...record('141003', '神奈川県', '横浜市', 'よこはまし', 'www.city.yokohama.lg.jp'),
    siblings: ['en.city.yokohama.lg.jp'],
  },
  {
    ...record('141097', '神奈川県', '横浜市 港北区', 'よこはまし こうほくく', 'www.city.yokohama.lg.jp', '/kohoku/'),
    siblings: ['en.city.yokohama.lg.jp'],
  },
  record('340006', '広島県', '広島県', 'ひろしまけん', 'www.pref.hiroshima.lg.jp'),
  record('342084', '広島県', '府中市', 'ふちゅうし', 'www.city.fuchu.hiroshima.jp'),
];

const PORTALS: readonly PortalRecord[] = [
  {
    id: 'isa',
    ja: '入管庁',
    en: 'ISA',
    hosts: ['www.moj.go.jp', 'www.isa.go.jp', 'www.ras-immi.moj.go.jp'],
    covered: ['www.moj.go.jp', 'www.isa.go.jp'],
    silent: ['www.ras-immi.moj.go.jp'],
    http: [],
    allow: {},
  },
];

const copier = (name: string | null, domain: string): CopyRecord => ({
  name,
  domains: [domain],
  made: 'translated',
  customers: true,
  original: [{ in: 'path' }],
});
const SITES: SitesRecord = {
  services: [],
  copies: [
    copier('J-SERVER', 'j-server.com'),
    copier('伝えるウェブ', 'tsutaeru.cloud'),
    copier(null, 'web.archive.org'),
  ],
  imitations: [],
  letters: {},
  cities: [],
  older: {},
};

/** asked for at install, and granted unless a test says otherwise */
export const REQUIRED = ['*://www.moj.go.jp/*', 'https://www.isa.go.jp/*'];

export type Fake = {
  model: WelcomeModel;
  /** what the browser was asked for, in order */
  asked: string[][];
  removed: string[][];
  stored: Map<string, unknown>;
  granted: Set<string>;
  /** what the person will answer */
  answer: { yes: boolean };
  /** tells the page that something changed elsewhere */
  changed: () => void;
  end: () => void;
};

export async function fakeWelcome(
  start: Partial<Settings> | { broken: unknown } = {},
  granted: string[] = [],
): Promise<Fake> {
  const stored = new Map<string, unknown>([
    ['settings', 'broken' in start ? start.broken : { ...settings.empty, ...start }],
  ]);
  const holds = new Set([...REQUIRED, ...granted]);
  const asked: string[][] = [];
  const removed: string[][] = [];
  const answer = { yes: true };
  const listeners = new Set<() => void>();
  const abort = new AbortController();
  const model = createWelcome(
    {
      store: createStore({
        get: async (key) => stored.get(key),
        set: async (key, value) => void stored.set(key, value),
        remove: async (key) => void stored.delete(key),
      }),
      packaged: {
        languages: LANGUAGES,
        interface: async (language) => TEXTS[language] ?? {},
        register: async () => REGISTER,
        portals: PORTALS,
        sites: SITES,
      },
      permissions: {
        request: async (origins) => {
          asked.push(origins);
          if (answer.yes) for (const origin of origins) holds.add(origin);
          return answer.yes;
        },
        remove: async (origins) => {
          removed.push(origins);
          return origins.every((origin) => holds.delete(origin));
        },
        granted: async () => [...holds],
        required: REQUIRED,
      },
      onChanged: (listener, signal) => {
        listeners.add(listener);
        signal.addEventListener('abort', () => listeners.delete(listener));
      },
    },
    abort.signal,
  );
  await model.refresh();
  return {
    model,
    asked,
    removed,
    stored,
    granted: holds,
    answer,
    changed: () => listeners.forEach((listener) => listener()),
    end: () => abort.abort(),
  };
}
