import { describe, expect, it } from 'vitest';
import { normalise } from '../../../lib/page/normalise.ts';
import { isSiteName, titleMatcher, titleParts } from '../../../lib/page/title.ts';

describe('a title', () => {
  it.each([
    ['転入届／みほん市', ['転入届', 'みほん市']],
    ['転入届 - みほん市公式ホームページ', ['転入届', 'みほん市公式ホームページ']],
    ['みほん市：転入届 （トップページ>くらし）', ['みほん市', '転入届(トップページ', 'くらし)']],
    ['転入届｜くらし | みほん市', ['転入届', 'くらし', 'みほん市']],
    ['e-Tax', ['etax']],
    ['', []],
  ])('%s', (title, parts) => {
    expect(titleParts(title)).toEqual(parts);
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
