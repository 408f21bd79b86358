import { describe, expect, it } from 'vitest';
import { beforeAnother, beginsAnother, isOnAnother } from '../../../lib/page/other-subjects.ts';
import type { Found, PageFacts } from '../../../lib/page/page-facts.ts';
import { recognise } from '../../../lib/page/recognise.ts';
import { inJapanese } from '../../fixtures/in-japanese.ts';
import { passesGate } from '../../../lib/page/gate.ts';
import { gateOf, recogniseRule } from '../../../scripts/data/gate.ts';
import { loadData } from '../../../scripts/data/load.ts';
import { UNRELATED_FOREIGN_PAGES } from '../../fixtures/unrelated-foreign-pages.ts';

const rules = [...loadData().procedures.values()].map((entry) => recogniseRule(entry.value));
const gate = gateOf(rules);

const page = (title: string, headings: readonly string[], sample: string, lang = 'en'): PageFacts => ({
  url: 'https://www.city.mihon.example.jp/soshiki/12/3456.html',
  title: `${title} | Mihon City`,
  heading: title,
  crumbs: ['Top', title],
  headings,
  sample,
  lang,
});
const found = (facts: PageFacts): readonly Found[] => recognise(facts, rules, inJapanese).procedures;
const ids = (facts: PageFacts): readonly string[] => found(facts).map(({ procedure }) => procedure);

/** Names that do not say their subject, in the wording of such pages; what follows is our own. */
const PAGES: readonly [string, string, readonly string[], string, string][] = [
  [
    'foreign-arrival',
    'After you have settled in',
    ['Resident registration', 'Other matters'],
    'Bring your passport and your residence card within 14 days.',
    'en',
  ],
  [
    'nhi',
    'City Letter, Spring',
    ['Are you covered by National Health Insurance?', 'Counter'],
    'People who quit a job enroll within 14 days. The head of household files.',
    'en',
  ],
  [
    'residence-renewal',
    'Staying longer',
    ['Extension of period of stay', 'Counter'],
    'The Immigration Bureau wants a photo, the fee, and your residence card.',
    'en',
  ],
  ['foreign-arrival', '外国居民须知', ['居民登记', '咨询'], '请在14天以内携带护照和在留卡到市役所办理。', 'zh-Hans'],
  ['birth', 'A família cresceu', ['Nasceu um filho', 'Atendimento'], 'Em 14 dias, com a certidão de nascimento.', 'pt'],
  [
    'move-in',
    'Bạn có nhà mới',
    ['Khai báo chuyển đến', 'Quầy'],
    'Trong vòng 14 ngày, mang theo thẻ lưu trú và thẻ My Number.',
    'vi',
  ],
  [
    'pension',
    'Para su vejez',
    ['Pensión nacional', 'Ventanilla'],
    'Personas de 20 a 60 años. Si deja el empleo, traiga la libreta; hay exención.',
    'es',
  ],
  [
    'nhi',
    '아플 때를 위하여',
    ['국민건강보험 가입', '창구'],
    '14일 이내에 세대주가 신고합니다. 보험료는 소득에 따릅니다.',
    'ko',
  ],
  [
    'move-in',
    '家(いえ)が 変(か)わる 人(ひと)へ【やさしい日本語】',
    ['転入届(てんにゅうとどけ)を 出(だ)す', '場所(ばしょ)'],
    '14日(にち)以内(いない)に 在留(ざいりゅう)カードを 持(も)って 来(き)て ください。',
    'ja',
  ],
];

describe('a page whose name says nothing that we know', () => {
  it.each(PAGES)('%s: %s, by a heading', (procedure, title, headings, sample, lang) => {
    const facts = page(title, headings, sample, lang);
    expect(ids(facts)[0]).toBe(procedure);
    expect(found(facts)[0]?.reasons.map(({ where }) => where)).toEqual(['headings', 'body']);
    expect(ids(page(title, headings.slice(1), sample, lang))).not.toContain(procedure);
    expect(ids(page(title, headings, 'x', lang))).not.toContain(procedure);
  });

  it('is let through the gate', () => {
    for (const [, title, , , lang] of PAGES.filter(([, , , , lang]) => lang !== 'ja')) {
      expect(passesGate(gate, page(title, [], '', lang)), title).toBe(true);
    }
  });

  it('says by its first such heading what comes first', () => {
    const headings = ['National Pension', 'National Health Insurance'];
    const sample = 'Aged 20 to 59, within 14 days. Exemption for students. The head of household files; quit your job.';
    expect(ids(page('Welcome to our town', headings, sample))).toEqual(['pension', 'nhi']);
    expect(ids(page('Welcome to our town', headings.toReversed(), sample))).toEqual(['nhi', 'pension']);
  });

  it('does not ask further than its sixth heading', () => {
    const sample = 'Bring your passport and your residence card within 14 days.';
    const headings = ['Ours', 'Yours', 'Theirs', 'His', 'Hers', 'Resident registration'];
    expect(ids(page('Settling in', headings, sample))).toContain('foreign-arrival');
    expect(ids(page('Settling in', ['Mine', ...headings], sample))).toEqual([]);
  });
});

describe('what confirms a heading', () => {
  const headings = ['Resident registration'];
  const two = 'Passport. Within 14 days.';
  const three = `${two} Residence card.`;
  const four = `${three} Special permanent resident.`;
  const long = (sample: string, characters: number): string => sample + 'x '.repeat(characters / 2);

  it('is two words of its rule, in one language or another', () => {
    expect(ids(page('Settling in', headings, two))[0]).toBe('foreign-arrival');
    expect(ids(page('Settling in', headings, 'Passport.'))).toEqual([]);
    expect(ids(page('Settling in', headings, 'Within 14 days, fourteen days, 14日以内, 14 días.'))).toEqual([]);
  });

  it('may be a word in the name', () => {
    expect(ids(page('Japan arrival and me', headings, 'Passport.'))[0]).toBe('foreign-arrival');
  });

  it('may be another heading on the same topic, once', () => {
    const again = ['Resident registration', 'Where to complete resident registration'];
    expect(ids(page('Settling in', again, 'Passport.'))[0]).toBe('foreign-arrival');
    expect(ids(page('Settling in', [...again, 'How to complete resident registration'], 'Hello.'))).toEqual([]);
  });

  it('is more in more text, up to four', () => {
    expect(ids(page('Settling in', headings, long(two, 1_000)))).toEqual([]);
    expect(ids(page('Settling in', headings, long(three, 1_000)))[0]).toBe('foreign-arrival');
    expect(ids(page('Settling in', headings, long(three, 2_000)))).toEqual([]);
    expect(ids(page('Settling in', headings, long(four, 2_000)))[0]).toBe('foreign-arrival');
    expect(ids(page('Settling in', headings, long(four, 3_900)))[0]).toBe('foreign-arrival');
  });

  it('is four words in Japanese, and the name must tell nothing', () => {
    const later = ['場所', '時間', '費用', '転入届'];
    const words = '14日以内に、転出証明書、世帯主、委任状。';
    expect(ids(page('市役所の手続き', later, words, 'ja'))[0]).toBe('move-in');
    expect(ids(page('市役所の手続き', later, '14日以内に、転出証明書、世帯主。', 'ja'))).toEqual([]);
    expect(ids(page('市役所の建て替え', later, words, 'ja'))).toEqual([]);
  });
});

describe('where no heading says it, the text', () => {
  const sample = 'Submit the moving-in notification within two weeks. Bring your residence card.';
  it('does, below a name that tells nothing', () => {
    expect(ids(page('At city hall', [], sample))).toEqual(['move-in']);
    expect(found(page('At city hall', [], sample))[0]?.reasons).toEqual([
      { where: 'body', words: expect.arrayContaining(['転入届', '14日以内', '在留カード']) },
    ]);
    expect(ids(page('At city hall', [], 'Submit the moving-in notification within two weeks.'))).toEqual([]);
    expect(ids(page('At the harbour', [], sample))).toEqual([]);
  });

  it('does so in its beginning only', () => {
    expect(ids(page('At city hall', [], `${'x'.repeat(1_300)}\n${sample}`))).toEqual([]);
  });

  it('must name the topic in one sentence', () => {
    const apart = '外国人の方へ。住民登録をします。14日以内に、在留カード、パスポート、住居地。';
    const together = '外国人の方は住民登録をします。14日以内に、在留カード、パスポート、住居地。';
    expect(ids(page('市役所で【やさしい日本語】', [], together, 'ja'))).toContain('foreign-arrival');
    expect(ids(page('市役所で【やさしい日本語】', [], apart, 'ja'))).not.toContain('foreign-arrival');
  });
});

describe('a page about something else, with our words in it', () => {
  const VAGUE: Readonly<Record<string, string>> = {
    en: 'Living Guide',
    'zh-Hans': '生活指南',
    'zh-Hant': '生活指南',
    pt: 'Guia de Vida',
    vi: 'Hướng dẫn sinh hoạt',
    es: 'Guía de vida',
    ko: '생활 안내',
    id: 'Panduan Kehidupan',
    fil: 'Gabay sa pamumuhay',
    'ja-easy': '生活(せいかつ)の 情報(じょうほう)',
    ja: '外国人の方へ',
  };
  it.each(UNRELATED_FOREIGN_PAGES.map((one) => [one.lang, one.title, one] as const))('%s: %s', (lang, title, one) => {
    expect(found(page(title, one.headings, one.text, lang))).toEqual([]);
    const vague = page(VAGUE[lang]!, [title, ...one.headings], one.text, lang);
    expect(found(vague)).toEqual([]);
    expect(found({ ...vague, url: 'https://www.city.mihon.example.jp/foreign/index.html' })).toEqual([]);
  });

  it('is silent from that heading on', () => {
    const sample = 'Bring your passport and your residence card within 14 days.';
    const ours = ['Resident registration'];
    expect(ids(page('Settling in', [...ours, 'Garbage'], sample))[0]).toBe('foreign-arrival');
    expect(ids(page('Settling in', ['Garbage', ...ours], sample))).toEqual([]);
  });
});

describe('other subjects', () => {
  it('are chapters, and neighbours of ours that begin none', () => {
    expect(['ごみの出し方', '婚姻届', '転入届'].map(isOnAnother)).toEqual([true, true, false]);
    expect(['ごみの出し方', '婚姻届', '転入届'].map(beginsAnother)).toEqual([true, false, false]);
    expect(beforeAnother(['出生届', '婚姻届', '水道', '転入届'])).toEqual(['出生届', '婚姻届']);
    expect(beforeAnother(['出生届'])).toEqual(['出生届']);
  });
});

describe('a name that has one word of a topic', () => {
  const old = '關於居民基本總賬卡';
  it('is completed by a heading: the old card above the one of today', () => {
    const facts = page(
      old,
      ['有效期', '密碼', '電子證明', '我的號碼卡'],
      '住基卡與個人號碼（12-digit）不同。',
      'zh-Hant',
    );
    const [first] = found(facts);
    expect(first?.procedure).toBe('mynumber-general');
    expect(first?.reasons.slice(0, 2)).toEqual([
      { where: 'heading', words: ['住民基本台帳カード'] },
      { where: 'headings', words: ['マイナンバーカード'] },
    ]);
    expect(passesGate(gate, facts)).toBe(true);
  });

  it.each([
    ['no heading completes it', ['有效期', '密碼'], '住基卡與個人號碼（12-digit）不同。'],
    ['nothing in the text confirms it', ['有效期', '密碼', '相片', '我的號碼卡'], '請洽詢。'],
  ])('says nothing where %s', (_why, headings, sample) => {
    expect(ids(page(old, headings, sample, 'zh-Hant'))).toEqual([]);
  });
});

describe('easy Japanese', () => {
  it.each([
    [
      'pension',
      'ねんきん の はなし',
      ['国民年金(こくみんねんきん)に はいる'],
      '免除(めんじょ)を します。 脱退一時金(だったいいちじきん)は 年金事務所(ねんきんじむしょ)で 聞(き)きます。',
    ],
    [
      'foreign-extend',
      'マイナンバーカードの 期限(きげん)を のばして ください',
      ['いつまでに しますか'],
      '新(あたら)しい 在留(ざいりゅう)カードを もって きて ください。',
    ],
    [
      'residence-renewal',
      '日本(にほん)に いる 期間(きかん)を のばす とき',
      ['必要(ひつよう)な もの'],
      '写真(しゃしん)と パスポート。 在留期間(ざいりゅうきかん)の 更新(こうしん)です。',
    ],
  ])('is read through the table of names too: %s', (procedure, title, headings, sample) => {
    const facts = page(title, headings, sample, 'ja');
    expect(ids(facts)[0]).toBe(procedure);
    expect(passesGate(gate, facts)).toBe(true);
  });

  it.each(['ごみ の 出(だ)し方(かた)', '地震(じしん)が おきた とき'])('is silent on other subjects: %s', (title) => {
    expect(
      ids(
        page(
          title,
          ['ねんきん', '在留(ざいりゅう)カードを もって いきます'],
          '14日(にち)までに 届出(とどけで)を します。',
          'ja',
        ),
      ),
    ).toEqual([]);
  });
});
