import { describe, expect, it } from 'vitest';
import { kindsOf, machineOf } from '../../../lib/page/kinds.ts';
import type { PageFacts } from '../../../lib/page/page-facts.ts';

const JAPANESE =
  '平日の8時30分から17時まで、市民課の窓口で受け付けています。本人確認書類をお持ちください。\nURL: https://www.city.mihon.example.jp/ QR code, e-Tax';
const page = (more: Partial<PageFacts>): PageFacts => ({
  url: 'https://www.city.mihon.example.jp/soshiki/12/3456.html',
  title: '転入届｜みほん市',
  heading: '転入届',
  crumbs: ['トップページ', 'くらし', '転入届'],
  headings: ['必要なもの'],
  sample: JAPANESE,
  lang: 'ja',
  ...more,
});
const foreign = (title: string, sample: string, lang = 'ja') =>
  page({ title, heading: title, headings: [], sample, lang });

describe('ordinary Japanese', () => {
  it.each([
    ['the usual page', page({})],
    ['under a template in English', page({ lang: 'en' })],
    ['under a name in Latin letters', page({ title: 'e-Tax FAQ', heading: 'e-Tax FAQ', lang: '' })],
    ['a list of names in kanji', page({ headings: [], sample: '住民票\n印鑑登録証明書\n戸籍謄本\n課税証明書' })],
    ['that offers easy Japanese', page({ sample: `${JAPANESE}\nやさしい日本語のページもあります。` })],
    ['about easy Japanese', page({ title: '「やさしい日本語」の普及', heading: '「やさしい日本語」の普及' })],
    ['with one reading', page({ sample: `${JAPANESE}\n瑕疵（かし）` })],
    ['with lines broken in the source', page({ sample: `${JAPANESE} ${JAPANESE} ${JAPANESE}` })],
    ['under an address with easy in it', page({ url: 'https://www.city.mihon.example.jp/easy-payment/' })],
    ['of WOVN in Japanese', page({ url: 'https://www.city.mihon.example.jp/?wovn=ja' })],
    ['nothing at all', page({ url: '', title: '', heading: '', crumbs: [], headings: [], sample: '', lang: '' })],
  ])('%s', (_case, facts) => {
    expect(kindsOf(facts)).toEqual([]);
  });
});

describe('what the address alone says', () => {
  it.each<[string, ReturnType<typeof machineOf>]>([
    ['https://www.city.mihon.example.jp/translate/en/a.html', 'translated'],
    ['https://pt-836.site-translation.com/faq/insurance', 'translated'],
    ['https://tsutaeru.cloud/easy.php?uri=https://www.city.mihon.example.jp/', 'easy-ja'],
    ['https://www.city.mihon.example.jp/kana/a.html', 'kana'],
    ['https://www.city.mihon.example.jp/easy/a.html', undefined], // an office's own easy Japanese is no machine's
    ['https://www.city.mihon.example.jp/en/a.html', undefined],
    ['no address', undefined],
  ])('%s: %s', (url, expected) => {
    expect(machineOf(url)).toBe(expected);
  });
});

describe('translated', () => {
  it.each([
    ['English', foreign('Moving in', 'Bring your residence card to the counter within 14 days.', 'en')],
    ['English under lang="ja"', foreign('Moving in', 'Bring your residence card (在留カード) within 14 days.')],
    [
      'two languages',
      foreign('Residence Card 在留カード', 'Foreign residents bring it 持参 within 14 days 転入届', 'en'),
    ],
    ['Vietnamese', foreign('Chuyển đến（転入）', 'Các vật cần mang theo: thẻ cư trú', 'vi')],
    ['Korean', foreign('전입신고', '재류카드를 가지고 시청에 와 주십시오')],
    ['simplified Chinese', foreign('迁入申请', '请在14天以内到市役所办理住民登记手续，需要携带在留卡。')],
    ['traditional Chinese', foreign('關於我的號碼卡', '請攜帶有效期內的我的號碼卡到窗口辦理手續。', 'zh-TW')],
    [
      'Chinese by a machine',
      foreign('住民基本台帳法的修改的通知', '关于外国人居民的住民票，请到窗口办理。 arito です', 'zh'),
    ],
    ['Burmese', foreign('ပြောင်းရွှေ့ခြင်း', 'နေထိုင်ခွင့်ကတ်ကို ယူဆောင်လာပါ။')],
    ['SHIRASAGI', page({ url: 'https://www.city.mihon.example.jp/translate/en/a.html' })],
    ['WOVN', page({ url: 'https://www.city.mihon.example.jp/a.html?wovn=en' })],
    ['Google', page({ url: 'https://www-city-mihon-example-jp.translate.goog/a.html?_x_tr_sl=ja' })],
    ['J-SERVER', page({ url: 'https://mihon.j-server.com/LUCMIHON/ns/w0/jaen/https://www.city.mihon.example.jp/' })],
    ['transer', page({ url: 'https://www.city.mihon.example.jp.e.fm.hp.transer.com/a.html' })],
    ['an office’s own', page({ url: 'https://translate-ko.city.mihon.example.jp/a.html' })],
  ])('%s', (_case, facts) => {
    expect(kindsOf(facts)).toEqual(['translated']);
  });
});

describe('easy Japanese', () => {
  it.each([
    ['by its title', page({ title: 'ひっこし【やさしい日本語】' })],
    ['by its crumbs', page({ crumbs: ['トップ', 'やさしい にほんご', 'ひっこし'] })],
    ['by its path', page({ url: 'https://www.city.mihon.example.jp/easy/hikkoshi.html' })],
    ['by its host', page({ url: 'https://tsutaeru.cloud/easy.php?uri=https://www.city.mihon.example.jp/' })],
    ['by readings in brackets', page({ sample: '市役所(しやくしょ)に 住所(じゅうしょ)を 届(とど)けて ください。' })],
    [
      'by spaces between phrases',
      page({
        sample:
          'みほん市に 引っ越しを した人は 14日までに 市役所で 手続きを します。在留カードを もって きて ください。家族の 人も いっしょに 手続きを します。',
      }),
    ],
  ])('%s', (_case, facts) => {
    expect(kindsOf(facts)).toEqual(['easy-ja']);
  });
});

it('with readings that the site wrote', () => {
  expect(kindsOf(page({ url: 'https://www.city.mihon.example.jp/kana/docs/1.html' }))).toEqual(['kana']);
});
