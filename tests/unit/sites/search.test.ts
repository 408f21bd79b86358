import { describe, expect, it } from 'vitest';
import { romanName, searchMunicipalities } from '../../../lib/sites/search.ts';
import { registerRecords } from '../../../scripts/data/register.ts';

const register = registerRecords(false);
const found = (query: string, limit?: number): string[] =>
  searchMunicipalities(query, register, limit).map(({ prefecture, name }) => `${prefecture} ${name}`);

describe('finding a municipality', () => {
  it.each([
    ['fuchu', ['東京都 府中市', '広島県 府中市', '広島県 府中町'], 'two cities and a town of one name'],
    ['Fuchū City', ['東京都 府中市', '広島県 府中市'], 'a macron, and the kind in English'],
    ['hutyuu', ['東京都 府中市', '広島県 府中市', '広島県 府中町'], 'the spelling that schools teach'],
    ['府中市', ['東京都 府中市', '広島県 府中市'], 'kanji with the ending'],
    [
      'minato ku',
      ['東京都 港区', '愛知県 名古屋市 港区', '大阪府 大阪市 港区'],
      'a ward of Tokyo before wards of cities',
    ],
    ['保土ヶ谷', ['神奈川県 横浜市 保土ケ谷区'], 'the small ヶ'],
    ['Shinjuku City', ['東京都 新宿区'], 'wards of Tokyo call themselves cities'],
    ['shinosaka', [], 'a station is no municipality'],
    ['oosaka shi naniwa', ['大阪府 大阪市 浪速区'], 'a long vowel written out, and a ward of one city only'],
    ['tokyo metropolis', ['東京都 東京都'], 'the kind narrows to the office of the prefecture'],
    ['', [], 'nothing typed'],
    ['   ', [], 'only spaces'],
    ['city', [], 'a kind without a name'],
    ['zzz', [], 'no such place'],
  ])('%s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it.each([
    ['よこはま', '神奈川県 横浜市', 'hiragana'],
    ['ヨコハマ', '神奈川県 横浜市', 'katakana'],
    ['横浜', '神奈川県 横浜市', 'kanji; the city before the town in Aomori'],
    ['yokohama shi', '神奈川県 横浜市', 'Latin letters with the ending'],
    ['YOKOHAMA-SHI', '神奈川県 横浜市', 'as on a sign'],
    ['ｙｏｋｏｈａｍａ', '神奈川県 横浜市', 'full-width letters'],
    ['神奈川県横浜市', '神奈川県 横浜市', 'with the prefecture, in one word'],
    ['kanagawa yokohama', '神奈川県 横浜市', 'with the prefecture before it'],
    ['yokohama kanagawa', '神奈川県 横浜市 神奈川区', 'the ward of that name, which is the whole name without endings'],
    ['Ōita', '大分県 大分県', 'a macron at the start'],
    ['gumma', '群馬県 群馬県', 'm for n before a labial, the official spelling'],
    ['Ohta', '群馬県 太田市', 'oh for a long vowel; both cities follow'],
    ['kochi', '高知県 高知県', 'long vowels left out'],
    ['saitama', '埼玉県 埼玉県', 'the prefecture before the city'],
  ])('%s gives %s first (%s)', (query, first) => {
    expect(found(query, 20)[0]).toBe(first);
  });

  it('gives no more than asked for', () => {
    expect(found('shi', 5)).toHaveLength(5);
  });

  it('finds every body by its own kanji, kana and Latin name', () => {
    // Each among the bodies of its prefecture: whether a body answers does not depend on the others.
    const lost = [...Map.groupBy(register, ({ prefecture }) => prefecture).values()].flatMap((bodies) =>
      bodies.filter(
        (record) =>
          ![record.name, record.kana, romanName(record)].every((query) =>
            searchMunicipalities(query, bodies, 40).includes(record),
          ),
      ),
    );
    expect(lost.map(({ name, kana }) => `${name} ${kana}`)).toEqual([]);
  });
});

describe('the name in Latin letters', () => {
  it.each([
    ['132063', 'Fuchu-shi'],
    ['141097', 'Yokohama-shi Kohoku-ku'],
    ['270008', 'Osaka-fu'],
    ['010006', 'Hokkaido'],
    ['282090', 'Toyooka-shi'],
    ['131130', 'Shibuya-ku'],
    ['473502', 'Haebaru-cho'],
  ])('%s is %s', (code, name) => {
    const record = register.find((each) => each.code === code);
    expect(record && romanName(record)).toBe(name);
  });
});
