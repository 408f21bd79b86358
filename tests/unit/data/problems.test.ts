import { beforeAll, describe, expect, it } from 'vitest';
import { loadData, readFiles } from '../../../scripts/data/load.ts';
import { describe as inWords } from '../../../scripts/data/problem.ts';
import { problems } from '../../../scripts/data/problems.ts';

let files: ReadonlyMap<string, string>;
let before: ReadonlySet<string>;
const faults = (of: ReadonlyMap<string, string>) => problems(loadData(of)).filter(({ warning }) => !warning);

beforeAll(() => {
  files = readFiles();
  before = new Set(faults(files).map(inWords));
});

/** The problems that a change adds; the change must really find its place. */
function afterChange(file: string, from: string | RegExp, to: string): string[] {
  const text = files.get(file);
  const changed = text?.replace(from, to);
  expect(changed, `${file} has ${from}`).not.toBe(text);
  return faults(new Map([...files, [file, changed ?? '']]))
    .map(inWords)
    .filter((line) => !before.has(line));
}

describe('the data as it is', () => {
  it('has no problems', () => {
    expect([...before]).toEqual([]);
  });
});

describe('a fault is named with file, line and remedy', () => {
  const guide = 'procedures/foreign-extend.yaml';
  const fact = 'facts/foreign-lapse-fee.yaml';
  const term = 'terms/counter.yaml';
  const easy = 'languages/ja-easy/procedures.yaml';
  const rows: readonly [check: string, file: string, from: string | RegExp, to: string, said: RegExp][] = [
    ['YAML', fact, 'id: foreign', 'id: {foreign', /^data\/facts\/foreign-lapse-fee\.yaml:\d+: .*quotes\.$/],
    ['shape', fact, 'unit: yen', 'unit: pounds', /foreign-lapse-fee\.yaml:5: unit: .*schema\.ts/],
    ['period', fact, /from: [^,]*, until: [^,]*,/, "from: '2027-01-01', until: '2026-01-01',", /ends before it begins/],
    [
      'file name',
      fact,
      'id: foreign-lapse-fee',
      'id: foreign-fee',
      /:1: id "foreign-fee" in a file named "foreign-lapse-fee"/,
    ],
    ['ids of a list', guide, 'id: no-letter', 'id: not-automatic', /"not-automatic" stands twice in warnings/],
    [
      'fact named',
      guide,
      'facts: [online-documents-blocked-2026]',
      'facts: [offline]',
      /foreign-extend\.yaml:\d+: there is no fact "offline"/,
    ],
    [
      'weak fact named',
      guide,
      'facts: [online-documents-blocked-2026]',
      'facts: [card-validity-renewed-card]',
      /confidence low and never reaches/,
    ],
    ['term named', guide, 'terms: [period-of-stay,', 'terms: [stay,', /there is no term "stay"/],
    ['related', guide, 'related: [cert-renew,', 'related: [foreign-extend,', /related to itself/],
    ['yields', guide, 'recognise:', 'recognise:\n  yields: [card-gain]', /yaml:\d+: there is no procedure "card-gain"/],
    ['confusable', term, 'id: city-hall', 'id: town-hall', /counter\.yaml:\d+: there is no term "town-hall"/],
    [
      'placeholder of no fact',
      guide,
      'en: Free in time, {foreign-lapse-fee} if late',
      'en: Free in time, {fee} if late',
      /\{fee\} is no fact/,
    ],
    [
      'placeholder of a bare rule',
      guide,
      'en: Free in time, {foreign-lapse-fee} if late',
      'en: Free in time, {counting-rules} if late',
      /is a rule without a value/,
    ],
    ['personal placeholder', guide, 'by {card.expiry}; one', 'by {card.end}; one', /\{card\.end\} is none of/],
    [
      'personal outside a procedure',
      term,
      'en: Counter',
      "en: 'Counter until {card.expiry}'",
      /only procedures know the person/,
    ],
    ['otherwise missing', guide, /\n {4}otherwise: Go to your city hall.*/, '', /\{deadline\.last\} may be unknown/],
    [
      'otherwise with a hole',
      guide,
      'otherwise: Go to your city hall',
      'otherwise: By {card.expiry} to your city hall',
      /has a personal placeholder itself/,
    ],
    [
      'otherwise for nothing',
      guide,
      'en: Go to your city hall on a weekday by {deadline.last}.',
      'en: Go to your city hall.',
      /`otherwise` is never said/,
    ],
    [
      'one English, two translations',
      'languages/ja/procedures.yaml',
      '来庁する方の本人確認書類',
      '本人確認書類',
      /" is ".*" at data\/languages\/ja\/.*" here/,
    ],
    ['a step of none', guide, 'step: go-before-expiry', 'step: no-such-step', /has no step "no-such-step"/],
    ['deadline of none', guide, /deadlines: \[.*\]/, 'deadlines: []', /`by\.deadlines` is empty/],
    ['a fact that ends', fact, /until: [^,]*,/, "until: '2030-01-01',", /gist\.cost: \{foreign-lapse-fee\} has an end/],
    [
      'a copy as source',
      guide,
      'https://www.city.ogi.lg.jp',
      'https://www-city-ogi-lg-jp.translate.goog',
      /translate\.goog is no public body or insurer that we know/,
    ],
    [
      'page newer than its reading',
      guide,
      "page_date: '2025-02-21'",
      "page_date: '2027-02-21'",
      /dated 2027-02-21, after it was read/,
    ],
    [
      'read after checked',
      guide,
      /checked: '2026-11-24'\n$/,
      "checked: '2026-11-01'\n",
      /the record says checked 2026-11-01/,
    ],
    [
      'translation missing',
      easy,
      /foreign-extend\.title: .*\n/,
      '',
      /foreign-extend\.yaml:\d+: "foreign-extend\.title" has no ja-easy text/,
    ],
    [
      'translation left over',
      easy,
      'foreign-extend.title:',
      'foreign-extend.headline:',
      /"foreign-extend\.headline" translates nothing/,
    ],
    [
      'translation twice',
      easy,
      'cert-renew.gist.cost:',
      'cert-renew.title:',
      /data\/languages\/ja-easy\/procedures\.yaml:\d+: /,
    ],
    [
      'placeholders differ',
      easy,
      /(foreign-extend\.gist\.cost: .*)\{foreign-lapse-fee\}/,
      '$1{pin-reset-fee}',
      /differ in \{foreign-lapse-fee\}, \{pin-reset-fee\}/,
    ],
    [
      'stale',
      guide,
      'en: Check the new date on the card',
      'en: Look at the new date on the card',
      /has changed since the ja text was made.*--accept foreign-extend\.steps\.check-date/,
    ],
    [
      'unmarked',
      easy,
      /(foreign-extend\.title: \{) of: '[0-9a-f]{6}',/,
      '$1',
      /: 1 text without the mark of the English.*--stamp/,
    ],
    ['digits', guide, 'en: Free in time, with', 'en: Free for 14 days, with', /has the number "14"/],
    [
      'number words',
      guide,
      'en: Free in time, with',
      'en: Free for fourteen days, with',
      /has the number "fourteen days"/,
    ],
    [
      'Japanese number words',
      'languages/ja/procedures.yaml',
      /(foreign-extend\.takes: .*text: ')/,
      '$1十四日で。',
      /has the number "十四日"/,
    ],
    ['furigana missing', easy, '｜無料《むりょう》', '無料', /無料 has no furigana/],
    ['furigana not kana', easy, '《むりょう》', '《muryou》', /the reading 《muryou》 is not hiragana/],
    ['a lone mark', easy, '｜無料《むりょう》', '｜むりょう》', /a lone ｜/],
    ['〜等', easy, '｜無料《むりょう》', 'カード｜等《とう》', /〜等/],
    ['vague time', easy, '｜無料《むりょう》', 'しばらく あと', /a vague time \("しばらく"\)/],
    ['double negative', easy, '｜無料《むりょう》', '｜行《い》かなければ なりません', /a double negative/],
    ['plain ending', easy, '｜無料《むりょう》', '｜無料《むりょう》に する。', /an ending without です or ます/],
    ['long sentence', easy, '｜無料《むりょう》', `${'とても '.repeat(20)}です`, /a sentence of 62 characters/],
    ['no spaces', easy, '｜無料《むりょう》', 'とてもとてもとてもとてもながいです', /is one long stretch/],
    [
      'context: match',
      term,
      "match: '市役所の窓口で手続きしてください。'",
      "match: '窓口負担'",
      /"窓口負担" does not match/,
    ],
    [
      'context: no match',
      term,
      "no_match: '市の医療費助成で窓口負担が変わります。'",
      "no_match: '市の窓口'",
      /"市の窓口" matches/,
    ],
    ['context: pattern', term, "needs: '届|", "needs: '(届|", /is not a regular expression/],
    [
      'wrong wording: right for another',
      term,
      "text: 'at the window'",
      "text: 'Residence card'",
      /is what "residence-card" is rightly called/,
    ],
    [
      'wrong wording: a single word',
      term,
      "text: 'at the window'",
      "text: 'window'",
      /"window" is a single word\. Say `mark: false`/,
    ],
    ['wrong wording: a list', term, "text: 'at the window'", "text: 'window / wicket'", /is not what stands in a page/],
    ['context missing', term, /context:\n( {2}.*\n)+/, '', /"窓口" is too short to be looked for alone/],
    ['spelling of two words', term, '- 受付窓口', '- 暗証番号', /is also a spelling of/],
    ['store limits', 'interface/manifest.yaml', 'Madoguchi 窓口', 'Madoguchi'.repeat(6), /"name" has 54 characters/],
    ['an empty file', 'languages/ja/facts.yaml', /[^]*/, '', /has no ja text/],
  ];
  it.each(rows)('%s', (_check, file, from, to, said) => {
    const found = afterChange(file, from, to);
    expect(found.join('\n')).toMatch(said);
    for (const line of found) expect(line).toMatch(/^data\/[^:]+:\d+: .+\. .+$/s);
  });

  it('a file of an unknown kind', () => {
    const found = faults(new Map([...files, ['languages/ja/songs.yaml', '{}']])).map(inWords);
    expect(found).toContain(
      'data/languages/ja/songs.yaml:1: "songs" is not a kind of text. Begin the name with one of facts, procedures, terms, benefits, concerns, claims, figures, interface.',
    );
  });

  it('names the line of the value itself', () => {
    const [line] = afterChange(guide, 'facts: [online-documents-blocked-2026]', 'facts: [offline]');
    const at =
      (files.get(guide) ?? '').split('\n').findIndex((text) => text.includes('[online-documents-blocked-2026]')) + 1;
    expect(line).toContain(`foreign-extend.yaml:${at}: `);
  });
});

/** Problems of a Vietnamese that has one line. */
const inVietnamese = (line: string) =>
  problems(
    loadData(
      new Map([
        ...files,
        ['languages/vi/language.yaml', 'id: vi\nname: Tiếng Việt\nlocale: vi\nbase: false\ndirection: ltr\n'],
        ['languages/vi/procedures.yaml', line],
      ]),
    ),
  ).filter(({ file }) => file.includes('/vi/'));

describe('a language that is not a base language', () => {
  it('may be incomplete, and a stale sentence of it is only a warning', () => {
    const found = inVietnamese("cert-renew.gist.cost: { of: '000000', state: draft, text: Miễn phí }\n");
    expect(found.map(({ what, warning }) => [what, warning])).toEqual([
      ['the English of "cert-renew.gist.cost" has changed since the vi text was made', true],
    ]);
  });

  it('has no sentence that translates nothing', () => {
    const found = inVietnamese("cert-renew.price: { of: '000000', state: draft, text: Miễn phí }\n");
    expect(found.map(({ what, warning }) => [what, warning])).toEqual([
      ['"cert-renew.price" translates nothing', undefined],
    ]);
  });
});

describe('what is allowed', () => {
  it('a singular need not exist in a language that has none', () => {
    expect(files.get('languages/ja/interface.units.yaml')).not.toContain('units.days-one');
  });
  it('names that contain a digit', () => {
    expect(files.get('procedures/foreign-extend.yaml')).toContain('4-digit PIN');
  });
  it('a fact that nothing names is a warning', () => {
    const unused = (files.get('facts/foreign-extension-fee.yaml') ?? '').replaceAll(
      'foreign-extension-fee',
      'nobody-asks',
    );
    const found = problems(loadData(new Map([...files, ['facts/nobody-asks.yaml', unused]])));
    expect(found.find(({ what }) => what === 'nothing names the fact "nobody-asks"')?.warning).toBe(true);
  });
});
