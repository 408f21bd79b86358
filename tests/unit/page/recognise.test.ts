import { describe, expect, it } from 'vitest';
import { passesGate } from '../../../lib/page/gate.ts';
import type { PageFacts } from '../../../lib/page/page-facts.ts';
import { recognise } from '../../../lib/page/recognise.ts';
import { inJapanese } from '../../fixtures/in-japanese.ts';
import { gateOf, recogniseRule } from '../../../scripts/data/gate.ts';
import { loadData } from '../../../scripts/data/load.ts';

const rules = [...loadData().procedures.values()].map((entry) => recogniseRule(entry.value));
const gate = gateOf(rules);

const page = (title: string, more: Partial<PageFacts> = {}): PageFacts => ({
  url: 'https://www.city.mihon.example.jp/soshiki/12/3456.html',
  title: `${title}｜みほん市`,
  heading: title,
  crumbs: ['トップページ', 'くらし・手続き', title],
  headings: ['対象となる方', '必要なもの'],
  sample: '平日の8時30分から17時まで、市民課の窓口で受け付けています。本人確認書類をお持ちください。',
  lang: 'ja',
  ...more,
});
const best = (facts: PageFacts): string | undefined => recognise(facts, rules, inJapanese).procedures[0]?.procedure;

/** Titles of our own, in the wording of such pages. */
const PAGES: readonly [string, string, Partial<PageFacts>?][] = [
  ['cert-renew', '電子証明書の更新手続きについて'],
  ['cert-renew', 'マイナンバーカードの電子証明書の有効期限'],
  ['cert-renew', '公的個人認証サービスの電子証明書'],
  ['cert-renew', '署名用電子証明書と利用者証明用電子証明書'],
  ['cert-renew', '電子証明書（でんししょうめいしょ）の更新（こうしん）'],
  ['cert-renew', 'Renewal of digital certificate', { lang: 'en' }],
  ['card-renew', 'マイナンバーカードの更新'],
  ['card-renew', 'マイナンバーカードの有効期限が近づいたら'],
  ['card-renew', '個人番号カードの更新手続き'],
  [
    'card-renew',
    '更新の手続き',
    {
      crumbs: ['トップページ', 'マイナンバーカード', '更新の手続き'],
      sample: 'マイナンバーカードの有効期限の3か月前から更新できます。交付申請書と顔写真が必要です。',
    },
  ],
  ['foreign-extend', '在留期間の更新に伴うマイナンバーカードの有効期間の変更'],
  [
    'foreign-extend',
    '外国人住民の方へ：マイナンバーカードの有効期限の延長',
    { sample: '在留期間を更新したときは、新しい在留カードを持って有効期間変更の手続きをしてください。' },
  ],
  ['foreign-extend', '在留カードを更新した方のマイナンバーカード'],
  ['move-in', '転入届（市外からみほん市へ引っ越したとき）'],
  ['move-in', '引っ越しの手続き'],
  ['move-in', '転　入　届'],
  ['move-in', '住民異動の届け出'],
  ['move-in', '転入・転居・転出の手続き'],
  ['insurance-card', 'マイナ保険証をご利用ください'],
  ['insurance-card', 'マイナンバーカードの健康保険証利用'],
  ['insurance-card', '国民健康保険の資格確認書'],
  ['insurance-card', '従来の保険証は廃止されました'],
  ['pin-reset', '暗証番号を忘れたとき'],
  ['pin-reset', 'マイナンバーカードの暗証番号の初期化（ロック解除）'],
  ['pin-reset', 'コンビニでの暗証番号初期化サービス'],
  ['specified-residence-card', '特定在留カードについて'],
  ['passport', 'パスポートの更新'],
  ['pension', '国民年金の届出'],
  ['mynumber-general', 'マイナンバー制度のお知らせ'],
  ['card-apply', 'マイナンバーカードの申請方法'],
  ['card-pickup', 'マイナンバーカードの受け取り'],
  ['card-lost', 'マイナンバーカードを紛失したとき'],
  ['move-out', '転出届（市外への引っ越し）'],
  ['birth', '出生届'],
  ['child-allowance', '児童手当の認定請求'],
  ['konbini', 'コンビニ交付サービス'],
  ['juminhyo', '住民票の写しの請求'],
  ['furigana', '戸籍に氏名の振り仮名が記載されます'],
  ['driver-licence', 'マイナ免許証のご案内'],
  ['residence-renewal', '在留期間更新許可申請'],
  ['permanent-residence', '永住許可申請'],
  ['public-account', '公金受取口座の登録'],
  ['phone-certificate', 'スマホ用電子証明書の利用'],
  ['mynapoint', 'マイナポイント第2弾'],
  ['vaccine-cert', '新型コロナワクチン接種証明書の発行'],
  ['vaccine-cert', '新型コロナワクチン接種証明'],
  ['residence-renewal', '特例期間とは'],
  ['mynumber-general', 'マイナンバーの通知カードを紛失したとき'],
  ['insurance-card', '資格確認方法について'],
  ['birth', '子どもができたとき'],
  ['card-apply', 'マイナンバーカードの交付申請と受け取り'],
  ['card-apply', '国外転出者向けマイナンバーカードの申請・交付'],
  ['card-return', '国外転出者向けマイナンバーカードについて'],
  ['move-in', '引っ越しをするとき'],
  ['move-in', '海外から引っ越してきたとき'],
  ['move-out', '海外へ引っ越しをする方'],
  ['foreign-arrival', '外国人の転入手続き'],
  [
    'foreign-arrival',
    '外国人住民に関する申請について',
    {
      headings: ['入国した方', '住居地を変更した方'],
      sample: '中長期在留者の方は、住居地を定めてから14日以内に在留カードを持って届け出てください。',
    },
  ],
  ['foreign-arrival', '住民記録と在留カード'],
  ['data-privacy', 'マイナンバーの取り扱いについての注意'],
  ['nhi', '国民健康保険制度'],
  [
    'passport',
    '領事情報',
    {
      crumbs: [],
      headings: ['旅券（パスポート）', '申請・受領方法'],
      sample: '戸籍謄本と写真を窓口に提出してください。切替申請には今の旅券も必要です。',
    },
  ],
  [
    'phone-certificate',
    'スマートフォン（アイフォン）活用編',
    {
      crumbs: [],
      headings: ['01 スマホ用電子証明書をスマホに搭載しよう', '2-G 紛失時の対応'],
      sample: 'マイナポータルアプリで申請します。署名用電子証明書のパスワードが必要です。',
    },
  ],
];

/** The same in other languages and in easy Japanese, as offices and as machines write them. */
const FOREIGN: readonly [string, readonly string[]][] = [
  [
    'foreign-arrival',
    ['Residence Registration', '居民登记', '住民登記', 'Registro de residente', 'Đăng ký cư trú', '외국인 주민등록'],
  ],
  [
    'move-in',
    [
      'Change of Address',
      '迁入申报',
      '搬家時的手續',
      'Mudança de endereço',
      'Khai báo chuyển đến',
      'Cambio de domicilio',
      '전입신고',
    ],
  ],
  ['move-in', ['ひっこしの てつづき', '引越(ひっこ)しをするとき']],
  [
    'card-apply',
    [
      '个人编号卡的申请',
      '我的號碼卡的申請',
      'Solicitação do Cartão My Number',
      'Đăng ký thẻ My Number',
      '마이넘버카드 신청',
    ],
  ],
  ['card-apply', ['マイナンバーカードを つくる【やさしい日本語】', 'Solicitud de la tarjeta My Number']],
  [
    'card-renew',
    ['Renewing your My Number Card', '个人编号卡有效期', 'Renovação do Cartão My Number', '마이넘버카드 갱신'],
  ],
  [
    'cert-renew',
    ['电子证书的更新', 'Renovação do certificado eletrônico', 'Gia hạn chứng thư điện tử', '전자증명서 갱신'],
  ],
  [
    'foreign-extend',
    [
      'Extending the expiration date of your My Number Card',
      '个人编号卡有效期限的延长手续',
      'Prorrogação do prazo de validade do Cartão My Number',
    ],
  ],
  ['foreign-extend', ['Gia hạn thời hạn hiệu lực của thẻ My Number', '외국인의 마이넘버카드 유효기간 연장']],
  ['specified-residence-card', ['The residence card and My Number Card can be one card']],
  [
    'insurance-card',
    [
      'Using your My Number Card as a health insurance card',
      '作为健康保险证使用个人编号卡',
      'Sử dụng thẻ My Number làm thẻ bảo hiểm y tế',
    ],
  ],
  [
    'nhi',
    [
      'National Health Insurance',
      '国民健康保险',
      'Seguro Nacional de Saúde',
      'Bảo hiểm sức khỏe quốc dân',
      '국민건강보험',
    ],
  ],
  ['pension', ['National Pension', '國民年金', 'Pensão Nacional', 'Lương hưu quốc dân', '국민연금']],
  ['juminhyo', ['Resident Record', '住民票副本', 'Atestado de residência', 'Phiếu cư trú', '주민표']],
  ['birth', ['When a Child is Born', '出生登记', 'Registro de nascimento', 'Đăng ký khai sinh', '출생신고']],
];

/** The same words, other subjects. */
const SILENT = [
  '図書館カードの更新',
  '図書館の貸出カードの有効期限',
  '図書館利用カードの暗証番号の変更',
  '犬の転入届',
  '引っ越しに伴う水道の手続き',
  '引越しで出る粗大ごみ',
  '転入学の手続き',
  '保育園の転入の届出',
  '人口と転入超過',
  '運転免許証の更新',
  '法人の電子証明書の更新',
  '電子入札用の電子証明書の更新',
  '競争入札の参加資格確認書類',
  '軽自動車の住所変更と引っ越しの手続き',
  '施設予約システムの暗証番号の変更',
  '介護保険証の更新',
  '市議会会議録',
  'お知らせ',
  'パスポートセンターの工事入札',
  '国民年金基金の解散',
  '住民票の異動統計',
  '児童手当システム改修業務の公募',
  '出生数の推移',
  'Library: New Arrivals',
  'Drink and drive prevention',
  'Email address change',
  'Light Vehicle Tax',
  'National Health Insurance Tax',
  'Recycling procedures when moving house',
  '搬家时的垃圾处理',
  'Bảo hiểm ô tô',
  'Cursos de japonés para extranjeros',
  '運転免許証の住所を変更するとき',
  '海外からの転入者の予防接種',
  '国民健康保険税について',
  'マイナンバーカードを利用した選挙投票',
  'マイナンバーカード申請補助業務委託（公告）',
  '外国人住民に対するマイナンバー制度の周知について',
  'ひとり親家庭が転入してきたときの手続き',
  '特別永住者証明書の更新',
  '亡くなったとき（死亡届）～外国人住民のみなさまへ～',
  '特別永住者の方の手続き',
  '物価高対応子育て応援手当',
  'Special Permanent Resident Certificates',
  'Registration and renewal of user cards',
  'Employment insurance: procedures for employers',
  'Emergency plan: National Health Insurance collection measures',
  'Staff ID for My Number Card issuance',
  '本人通知制度',
  'マイナンバーカードの機能のスマートフォン搭載等に関する検討会（第6回）',
  'Study Group on Installation of My Number Card Functions on Smartphones (6th)',
  'Notificação à própria pessoa sobre cópias do registro',
  'Moving into City Housing',
  'Về nước máy',
  'Public Notice of Tender: My Number Card Systems',
  'Aviso de licitación: sistema de la Tarjeta My Number',
  'Licitação do sistema do Cartão My Number',
] as const;

describe('a page about a procedure', () => {
  it.each(PAGES)('%s: %s', (procedure, title, more) => {
    const facts = page(title, more);
    expect(best(facts)).toBe(procedure);
    expect(passesGate(gate, facts)).toBe(true);
  });
});

describe('a page in another language', () => {
  const titles = FOREIGN.flatMap(([procedure, of]) => of.map((title) => [procedure, title] as const));
  it.each(titles)('%s: %s', (procedure, title) => {
    const facts = page(title, { crumbs: [], headings: [], sample: '' });
    expect(best(facts)).toBe(procedure);
    expect(passesGate(gate, facts)).toBe(true);
  });

  it('named in the title’s first part, though a heading below has a word of its second', () => {
    const heading = 'Residence Card';
    expect(best(page('', { title: 'Procedures for Entry/Residence', heading, crumbs: [] }))).toBe('foreign-arrival');
  });
});

describe('a page in another language, read like a Japanese one', () => {
  const inEnglish = (title: string, chapter: string, more: Partial<PageFacts>): string | undefined =>
    best(page(title, { lang: 'en', crumbs: ['Top', chapter, title], headings: [], sample: '', ...more }));

  it('means the card that it names first', () => {
    const sample = 'Call to have it suspended and report the loss to the police. Reissue costs 1,000 yen.';
    expect(inEnglish('When you lose your card', 'My Number Card', { sample })).toBe('card-lost');
    expect(inEnglish('When you lose your card', 'Library Card', { sample })).toBeUndefined();
    const naming = `My Number Card. ${sample}`;
    expect(inEnglish('When you lose your card', 'Procedures', { sample: naming })).toBe('card-lost');
    expect(inEnglish('Pérdida de la tarjeta de asegurado', 'Trámites', { sample: naming })).toBeUndefined();
  });

  it('is about the subject of its chapter', () => {
    const sample =
      'Hand in the certification request within 15 days of the birth. You need a bank account. Paid for childcare.';
    expect(inEnglish('Kansai edition', 'Child Allowance', { sample })).toBe('child-allowance');
    expect(inEnglish('Kansai edition', 'Child Allowance, Medical Expenses', { sample })).toBeUndefined();
  });

  it('keeps the halves of its name together', () => {
    const heading = 'Renewal';
    expect(best(page('', { title: 'Passports: New and Renewal | Mihon', heading, crumbs: [], sample: '' }))).toBe(
      'passport',
    );
  });

  it('says e-Tax as one word', () => {
    expect(inEnglish('Filing with e-Tax', '', {})).toBe('etax');
    for (const title of ['Certificados e taxas', 'Automobile tax', 'Juros de taxa']) {
      expect(recognise(page(title, { crumbs: [], headings: [], sample: '' }), rules, inJapanese).procedures).toEqual(
        [],
      );
    }
  });
});

describe('a page about something else', () => {
  it.each(SILENT)('%s', (title) => {
    expect(recognise(page(title), rules, inJapanese)).toEqual({ procedures: [] });
  });

  it('says one of our words within the name of another subject', () => {
    const facts = page('農業者年金の加入と現況届', {
      url: 'https://www.city.mihon.example.jp/nougyo/nenkin.html',
      headings: ['加入要件', '保険料', '現況届の提出'],
      sample: '国民年金第1号被保険者で、付加年金に加入する方。保険料の免除を受けている方は加入できません。',
    });
    expect(recognise(facts, rules, inJapanese)).toEqual({ procedures: [] });
  });

  it('is for businesses, as its chapter says', () => {
    const facts = (chapter: string) =>
      page('マイナンバーが漏えいしたとき', {
        crumbs: ['トップページ', 'マイナンバー', chapter, 'マイナンバーが漏えいしたとき'],
        sample: '個人情報保護委員会への報告が必要です。',
      });
    expect(best(facts('マイナンバー制度について'))).toBe('data-privacy');
    for (const chapter of ['事業者向け情報', '事業者の方へ', '事業者のみなさまへ'])
      expect(recognise(facts(chapter), rules, inJapanese)).toEqual({ procedures: [] });
  });

  const MENUS: Record<string, string[]> = {
    card: ['マイナンバーカード', '電子証明書の更新', '暗証番号の再設定', '有効期限通知書', '交付申請書', '顔写真'],
    moving: ['転入届', '転出届', '転居届', '引越しの手続き', '転出証明書', '住民異動届'],
    insurance: ['マイナ保険証', '資格確認書', '健康保険証の利用登録', '国民健康保険', '資格情報のお知らせ'],
  };
  it.each(Object.entries(MENUS))('is silent with a menu about %s everywhere but in its name', (_menu, words) => {
    const facts = page('野良猫の去勢手術費の補助', {
      crumbs: ['トップページ', ...words.slice(0, 2), '野良猫'],
      headings: words,
      sample: words.join('\n'),
    });
    expect(recognise(facts, rules, inJapanese)).toEqual({ procedures: [] });
  });

  it('is silent when only the address speaks for it', () => {
    for (const rule of rules) {
      const url = `https://www.city.mihon.example.jp/${rule.path.join('/')}/index.html`;
      expect(recognise(page('お知らせ', { url }), rules, inJapanese)).toEqual({ procedures: [] });
    }
  });

  it('is silent when the site’s name alone speaks for it', () => {
    expect(recognise(page('会議録', { title: '会議録｜マイナンバーカード更新センター' }), rules, inJapanese)).toEqual({
      procedures: [],
    });
  });
});

describe('a verdict', () => {
  it('ranks several procedures and says why', () => {
    const facts = page('マイナンバーカード・電子証明書の更新', {
      headings: ['マイナンバーカードの更新', '電子証明書の更新'],
      sample: '有効期限通知書が届いた方は、署名用・利用者証明用の電子証明書を更新できます。照会書兼回答書が必要です。',
    });
    const { procedures } = recognise(facts, rules, inJapanese);
    expect(procedures.map((found) => found.procedure)).toEqual(['cert-renew', 'card-renew']);
    expect(procedures[0]?.reasons[0]).toEqual({ where: 'title', words: ['電子証明書', '更新'] });
    expect(procedures[0]?.score).toBeGreaterThanOrEqual(procedures[1]?.score ?? Infinity);
  });

  it('takes what stands only in the heading for as good as the title', () => {
    expect(
      recognise(page('転入届', { title: 'みほん市', crumbs: [] }), rules, inJapanese).procedures[0]?.reasons[0],
    ).toEqual({
      where: 'heading',
      words: ['転入届'],
    });
  });

  it('judges a page without title and heading by what follows, and wants more', () => {
    const bare = { title: '', heading: '', crumbs: [] };
    const rich = {
      headings: ['転入届について'],
      sample: '転出証明書、在留カード、委任状を持って14日以内に届け出てください。世帯主の方も来られます。',
    };
    expect(best(page('', { ...bare, ...rich }))).toBe('move-in');
    expect(best(page('', { ...bare, headings: ['転入届について'], sample: '市民課へ。' }))).toBeUndefined();
  });

  it('takes a card for the one that the page names first', () => {
    const sample = '特急発行の対象者は、紛失した方などです。約1週間で簡易書留により届きます。申請期限があります。';
    const below = (chapter: string) => ({
      crumbs: ['トップページ', 'くらし', chapter, '急いでカードが必要な方へ'],
      sample,
    });
    expect(best(page('急いでカードが必要な方へ', below('マイナンバーカード')))).toBe('card-express');
    expect(best(page('急いでカードが必要な方へ', below('市民カード')))).toBeUndefined();
  });

  it('is about the subject of its chapter where its name has no word that we know', () => {
    const title = '公務員になったとき・公務員でなくなったとき';
    const sample = '受給事由消滅届と認定請求書を15日以内に出してください。請求者の口座が必要です。';
    const below = (chapter: string, more: Partial<PageFacts> = {}) =>
      best(page(title, { crumbs: ['トップページ', '子育て', chapter, title], sample, ...more }));
    expect(below('児童手当')).toBe('child-allowance');
    // Too little that confirms it, a chapter of several subjects, a name that says another.
    expect(below('児童手当', { sample: '15日以内に出してください。' })).toBeUndefined();
    expect(below('児童手当・医療費助成')).toBeUndefined();
    const crumbs = ['トップページ', '子育て', '児童手当', ''];
    expect(best(page('保育園の犬', { crumbs, sample }))).toBeUndefined();
    expect(best(page('転出届', { crumbs, sample }))).toBe('move-out');
  });

  it('is not about one half of its chapter', () => {
    const sample = '有効期限の3か月前から。署名用と利用者証明用の暗証番号が必要です。';
    const crumbs = ['トップページ', 'マイナンバーカード・電子証明書', '旧い様式の話'];
    expect(best(page('旧い様式の話', { crumbs, sample }))).toBeUndefined();
  });

  it('names nothing but words of one rule, of which the first headings have the rest', () => {
    const headings = ['マイナンバーカードを紛失したとき', '再交付の申請'];
    const sample = '一時停止のあと、警察に遺失届を出し、受理番号をもらってください。手数料は1,000円です。';
    expect(best(page('紛失・再交付', { crumbs: [], headings, sample }))).toBe('card-lost');
    expect(best(page('紛失・再交付', { crumbs: [], headings: ['原付の標識'], sample }))).toBeUndefined();
    expect(best(page('紛失した水道メーター', { crumbs: [], headings, sample }))).toBeUndefined();
  });

  it('hears a chapter that is nothing but another subject', () => {
    const sample = '転出証明書を持って14日以内に届け出てください。';
    const below = (chapter: string) => ({ crumbs: ['トップページ', 'くらし', chapter, '届出'], sample });
    for (const title of ['転入・転出するとき', '住所が変わったとき']) {
      for (const chapter of ['介護保険', '後期高齢者医療制度', '上下水道', '軽自動車税']) {
        expect(best(page(title, below(chapter))), `${chapter} › ${title}`).toBeUndefined();
      }
      for (const chapter of ['住民票', '引越し・水道', '国民健康保険・介護保険・住民票', '']) {
        expect(best(page(title, below(chapter))), `${chapter} › ${title}`).toBe('move-in');
      }
    }
  });

  it('takes the first line of a page without name and headings for what it is about', () => {
    const bare = { title: '', heading: '', crumbs: [], headings: [] };
    const text = '児童手当の受給口座に振り込みます。公務員の方は申請が必要です。9月分の児童手当を支給した市区町村へ。';
    expect(best(page('', { ...bare, sample: `児童手当について\n${text}` }))).toBe('child-allowance');
    expect(best(page('', { ...bare, sample: `物価高対応子育て応援手当\n${text}` }))).toBeUndefined();
  });

  it('takes the second line for it too, and the first also above headings on our subjects', () => {
    const bare = { title: '', heading: '', crumbs: [], headings: [] };
    const system = '社会保障・税番号制度（マイナンバー制度）\n個人番号の記載をお願いします。通知カードか簡易書留。';
    expect(best(page('', { ...bare, sample: system }))).toBe('mynumber-general');
    const payroll = system.replace('\n', '\n給与支払報告書の提出\n');
    expect(best(page('', { ...bare, sample: payroll }))).toBeUndefined();

    const renewal = '有効期限の3か月前から手続きできます。マイナンバーカードと顔写真をお持ちください。';
    const headings = ['マイナンバーカードの更新'];
    expect(best(page('', { ...bare, headings, sample: renewal }))).toBe('card-renew');
    expect(best(page('', { ...bare, headings, sample: `精神障がい者保健福祉手帳\n${renewal}` }))).toBeUndefined();
  });

  it('is about getting the card where the name is the card and the headings tell of nothing else', () => {
    const asSuch = 'マイナンバーカードについて';
    const getting = ['マイナンバーカードとは', '申請の方法', '受け取りの方法'];
    expect(recognise(page(asSuch, { headings: getting }), rules, inJapanese).procedures).toMatchObject([
      { procedure: 'card-apply', reasons: [{ where: 'headings' }] },
      { procedure: 'card-pickup' },
      { procedure: 'mynumber-general' },
    ]);
    expect(best(page(asSuch, { headings: [...getting, '更新の方法'] }))).toBe('mynumber-general');
    expect(best(page(asSuch, { headings: ['マイナンバーカードとは'] }))).toBe('mynumber-general');
    expect(best(page('マイナンバー制度について', { headings: getting }))).toBe('mynumber-general');
  });

  it('judges a name that says nothing by its first headings, or by address and text together', () => {
    const pension =
      '60歳以上の方も国民年金の保険料を納められます。基礎年金番号通知書が必要です。年金事務所でも受け付けます。';
    const url = 'https://www.city.mihon.example.jp/kurashi/nenkin/nini.html';
    expect(best(page('任意加入制度', { url, sample: pension }))).toBe('pension');
    expect(best(page('任意加入制度', { sample: pension }))).toBeUndefined();
    expect(best(page('任意加入制度', { url }))).toBeUndefined();
    expect(best(page('こんなときは届出を', { headings: ['国民年金に加入するとき'], sample: pension }))).toBe('pension');
  });

  it('lets the first headings complete a name that holds nothing but a word of the topic', () => {
    const headings = ['国民健康保険に入るとき', '国民健康保険をやめるとき'];
    const sample = '14日以内に届け出てください。資格喪失証明書か離職票、在留カードをお持ちください。';
    expect(best(page('国民健康保険（やさしい日本語）', { crumbs: [], headings, sample }))).toBe('nhi');
    expect(best(page('国民健康保険のはり・きゅう券', { crumbs: [], headings, sample }))).toBeUndefined();
  });

  it('takes a word that is all the name tells for the topic, where the text agrees', () => {
    const sample = '14日以内に届け出てください。資格喪失証明書か離職票、在留カードをお持ちください。';
    expect(best(page('国民健康保険', { crumbs: [], sample }))).toBe('nhi');
    expect(best(page('国民健康保険', { crumbs: [] }))).toBeUndefined();
    expect(best(page('国民健康保険のはり・きゅう券', { crumbs: [], sample }))).toBeUndefined();
  });

  it('takes such words of several procedures together', () => {
    const sample = '14日以内に届け出てください。厚生年金に入っていない20歳以上60歳未満の方、世帯主の方。在留カード。';
    const { procedures } = recognise(page('健康保険・年金', { crumbs: [], sample }), rules, inJapanese);
    expect(procedures.map(({ procedure }) => procedure).toSorted()).toEqual(['nhi', 'pension']);
  });

  it('hears a heading on another subject against that heading only, where the name says nothing', () => {
    const sample = '出生証明書と母子健康手帳を持って14日以内に届け出てください。';
    const headings = ['婚姻届', '離婚届', '出生届'];
    expect(best(page('戸籍の届出', { crumbs: [], headings, sample }))).toBe('birth');
    expect(best(page('婚姻届', { crumbs: [], headings, sample }))).toBeUndefined();
  });

  it('reads a chapter in another language by its first headings and its text', () => {
    const more = { crumbs: [], lang: 'en', headings: ['National Health Insurance'], sample: 'Enroll within 14 days.' };
    expect(best(page('Medical Care and Insurance', more))).toBe('nhi');
    expect(best(page('Medical Care', { ...more, headings: ['Hospitals'] }))).toBeUndefined();
  });

  it('takes the address of a page without title and heading for a name where much of the text agrees', () => {
    const bare = { title: '', heading: '', crumbs: [], headings: [] };
    const url = 'https://www.city.mihon.example.jp/kosodate/jidouteate2.html';
    const sample = '認定請求書を15日以内に出してください。公務員の方は勤め先へ。現況届は原則不要です。';
    expect(best(page('', { ...bare, url, sample }))).toBe('child-allowance');
    expect(best(page('', { ...bare, url, sample: '認定請求書を出してください。' }))).toBeUndefined();
    expect(best(page('', { ...bare, sample }))).toBeUndefined();
  });

  it('is the same whatever the order of the rules', () => {
    for (const [procedure, title, more] of PAGES) {
      expect(recognise(page(title, more), rules.toReversed(), inJapanese).procedures[0]?.procedure).toBe(procedure);
    }
  });

  it.each([
    ['nothing at all', { url: '', title: '', heading: '', crumbs: [], headings: [], sample: '', lang: '' }],
    [
      'an address that is none',
      { url: '%E0%A4%A', title: '', heading: '', crumbs: [], headings: [], sample: '', lang: '' },
    ],
    ['text without end', page('', { title: 'あ'.repeat(1_000_000), heading: 'い'.repeat(100_000) })],
  ])('is empty for %s', (_case, facts) => {
    expect(recognise(facts, rules, inJapanese)).toEqual({ procedures: [] });
  });
});
