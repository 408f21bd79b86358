import { describe, expect, it } from 'vitest';
import { normalise } from '../../../lib/page/normalise.ts';
import { isSiteName, titleAlone, titleMatcher, titleParts, wholeName } from '../../../lib/page/title.ts';

describe('a title', () => {
  it.each([
    ['転入届／みほん市', ['転入届', 'みほん市']],
    ['転入届 - みほん市公式ホームページ', ['転入届', 'みほん市公式ホームページ']],
    ['みほん市：転入届 （トップページ>くらし）', ['みほん市', '転入届', 'トップページ', 'くらし)']],
    ['転入届　みほん市', ['転入届', 'みほん市']],
    ['みほん市役所 転 入 届', ['みほん市役所', '転入届']],
    ['みほん市', ['みほん市']],
    ['転入届｜くらし | みほん市', ['転入届', 'くらし', 'みほん市']],
    ['e-Tax', ['イータックス']],
    ['', []],
  ])('%s', (title, parts) => {
    expect(titleParts(title)).toEqual(parts);
  });

  it.each([
    ['粗大ごみの予約｜引っ越しの手続き｜みほん市', '粗大ごみの予約'],
    ['みほん市：粗大ごみの予約 （トップページ>引っ越し>転入届）', 'みほん市:粗大ごみの予約'],
    ['よくある質問：転出届／みほん市', 'よくある質問:転出届/みほん市'],
    ['みほん市｜転入届', '転入届'],
    ['みほん市', 'みほん市'],
    ['', ''],
  ])('of %s alone is %s', (title, alone) => {
    expect(normalise(titleAlone(title))).toBe(alone);
  });

  it.each([
    ['Passports: New and Renewal | Mihon', 'newandrenewal', ['passports', 'newandrenewal']],
    ['My Number Card/Certificates - みほん市', 'mynumbercard', ['mynumbercard', 'certificates']],
    // A whole sign parts names from chapters and sites.
    ['転入届／みほん市', '転入届', ['転入届']],
    ['転入届｜くらし：引越し', '転入届', ['転入届']],
    ['転入届', '別の名', ['別の名']],
  ])('of %s has %s as a half of %j', (title, part, halves) => {
    expect(wholeName(title, part)).toEqual(halves);
  });

  it.each([
    ['転入届', 4],
    ['転入届 | みほん市', 4],
    ['みほん市', 3],
    ['転入', 2],
    ['転入届の出し方', 1],
    ['みほん市からのお知らせ', 0],
    ['住民税', 0],
    ['届', 0],
    ['', 0],
  ])('is named by %s: %i', (heading, match) => {
    expect(titleMatcher('転入届 | みほん市')(normalise(heading))).toBe(match);
  });

  it.each([
    ['みほん市', true],
    ['みほん市役所', true],
    ['デジタル庁', true],
    ['みほん市公式ホームページ', true],
    ['転入届', false],
    ['市区町村の窓口', false],
  ])('%s is a site’s name: %s', (part, expected) => {
    expect(isSiteName(normalise(part))).toBe(expected);
  });
});
