import { describe, expect, it } from 'vitest';
import { reachesNothing, readAccess } from '../../../components/desk/access.ts';
import { readRoute } from '../../../components/desk/route.ts';
import { searchTerms } from '../../../components/desk/search-terms.ts';
import { labelsFor } from '../../../components/ui/labels.ts';
import type { TermView } from '../../../components/ui/view.ts';

describe('the parts of the desk', () => {
  it.each([
    ['', { section: 'household', add: null, show: null }],
    ['#trust', { section: 'trust', add: null, show: null }],
    ['#unknown', { section: 'household', add: null, show: null }],
    ['#dates?add=card-extension', { section: 'dates', add: 'card-extension', show: null }],
    ['#dates?add=unknown', { section: 'dates', add: null, show: null }],
    ['#dates?show=p1%2Fmove-in%2F2026-11-15', { section: 'dates', add: null, show: 'p1/move-in/2026-11-15' }],
    ['#words?add=card-extension', { section: 'words', add: null, show: null }],
  ])('%s', (hash, expected) => {
    expect(readRoute(hash)).toEqual(expected);
  });
});

describe('what the extension may do', () => {
  it.each<[string, boolean]>([
    ["default-src 'none'; script-src 'self'; connect-src 'self'; form-action 'none'", true],
    ["DEFAULT-SRC 'NONE'", true],
    ["default-src 'none'; connect-src 'self' https://example.com", false],
    ["default-src 'none'; img-src *", false],
    ["default-src 'none'; img-src data:", false],
    ["script-src 'self'", false], // no default-src: connections are open
    ['default-src', false],
    ['', false],
  ])('%s', (policy, expected) => {
    expect(reachesNothing(policy)).toBe(expected);
  });

  it('tells what came with the installation from what was granted later', () => {
    const manifest = {
      version: '1.2.3',
      host_permissions: ['*://www.example.go.jp/*'],
      content_security_policy: { extension_pages: "default-src 'none'" },
    };
    const granted = {
      permissions: ['storage', 'alarms'],
      origins: [
        '*://www.example.go.jp/*',
        'https://www.city.example.jp/*',
        'http://www.city.example.jp/*',
        '*://*.jp/*',
      ],
    };
    expect(readAccess(manifest, granted, { copies: [] })).toEqual({
      version: '1.2.3',
      permissions: ['alarms', 'storage'],
      policy: "default-src 'none'",
      installed: ['www.example.go.jp'],
      chosen: ['*://*.jp/*', 'www.city.example.jp'],
      granted: granted.origins,
      copies: { id: 'copies', kind: 'copies', services: [], patterns: [] },
    });
  });
});

const term = (id: string, ja: string, kana: string, gloss: string, meaning: string): TermView => ({
  id,
  ja,
  kana,
  gloss,
  meaning,
  office: null,
  confusable: [],
  publishers: [],
  checked: '',
});

describe('searching words', () => {
  const terms = [
    term('pin', '暗証番号', 'あんしょうばんごう', 'PIN', 'A secret code of the card.'),
    term('lock', 'ロック', 'ろっく', 'Locked PIN', 'Too many wrong tries.'),
    term('stay', '在留期間', 'ざいりゅうきかん', '｜在留期間《ざいりゅうきかん》', 'Until when you may stay.'),
    term('card', '在留カード', 'ざいりゅうかーど', 'Residence card', 'Also has a code.'),
  ];
  it.each<[string, string, string[]]>([
    ['nothing: all, by reading', '', ['pin', 'card', 'stay', 'lock']],
    ['kanji', '在留', ['card', 'stay']],
    ['kana', 'あんしょう', ['pin']],
    ['katakana for hiragana', 'アンショウ', ['pin']],
    ['romaji', 'zairyuu', ['card', 'stay']],
    ['English, beginnings first', 'pin', ['pin', 'lock']],
    ['full width', 'ＰＩＮ', ['pin', 'lock']],
    ['words before explanations', 'code', ['pin', 'card']],
    ['inside a word', 'かーど', ['card']],
    ['not the notation of readings', '《', []],
    ['nothing found', 'xyz', []],
  ])('%s', (_why, query, expected) => {
    expect(searchTerms(terms, query).map(({ id }) => id)).toEqual(expected);
  });
});

it('gives a surface its own labels before the shared ones, and others under their whole name', () => {
  const labels = labelsFor(
    { 'ui.done': 'Done', 'ui.title': 'shared', 'popup.title': 'own', 'status.none': 'x', 'desk.done': 'other' },
    'popup',
  );
  expect(labels).toMatchObject({ done: 'Done', title: 'own', 'status.none': 'x', 'desk.done': 'other' });
});
