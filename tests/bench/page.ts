/**
 * The three classes of pages that the budgets speak of, as HTML. Median and largest have the measures of 178 real
 * pages of public bodies; the stress page has 20,000 text nodes and a million characters. No chance in it: the same
 * arguments give the same page.
 */
import { FRAMES } from '../fixtures/frames.ts';

const NOTES = [
  'マイナンバーカードの電子証明書には有効期限があります。',
  '有効期限通知書が届いた方は、市区町村の窓口で手続きをしてください。',
  '手続きには本人確認書類と暗証番号が必要です。',
  '代理人が来る場合は、照会書兼回答書と委任状をお持ちください。',
  '在留期間を更新した方は、新しい在留カードをお持ちください。',
  '転入届は、新しい住所に住み始めてから届け出てください。',
  '窓口は混み合うことがあります。時間に余裕をもってお越しください。',
  '手数料は無料です。受付時間は平日の午前九時から午後五時までです。',
] as const;
const ITEMS = [
  '本人確認書類',
  'マイナンバーカード',
  '在留カード',
  '顔写真',
  '委任状',
  '印鑑',
  '受付時間',
  '電話番号',
] as const;
const MENU = [
  'くらし',
  '住民票・戸籍',
  'マイナンバー',
  '税',
  '国民健康保険',
  '引越し',
  '子育て',
  'ごみ',
  '防災',
  '市政情報',
] as const;

const of = <T>(list: readonly [T, ...T[]] | readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
};
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** What a page is about: one that we recognise, and one of which we know nothing. As long as each other. */
export const SUBJECTS = {
  known: { name: '電子証明書の更新', under: 'マイナンバーカード' },
  unknown: { name: '飼い犬登録の変更', under: 'ペットと動物の愛護' },
} as const;
type Subject = keyof typeof SUBJECTS;
const titleOf = (subject: Subject): string => `${SUBJECTS[subject].name} - みほん市ホームページ`;

/** As `html`, until somebody sets the title to `TITLE`: its main heading is not found by another title. */
export const TITLE = titleOf('known');
export const untitled = (html: string): string => html.replace(TITLE, titleOf('unknown'));

type Measures = {
  /** entries of each of the three copies of the menu */
  menu: number;
  sections: number;
  /** paragraphs, list items and table rows of each section */
  paragraphs: number;
  items: number;
  rows: number;
};

/**
 * A page in the frame of the most common family but one: menus, breadcrumbs, banner heading, sections, contact box, footer.
 *
 * @param crumbs what the breadcrumb says the page is about, where it is not the subject
 */
export function realPage(
  { menu, sections, paragraphs, items, rows }: Measures,
  subject: Subject = 'known',
  crumbs: Subject = subject,
): string {
  const section = (s: number): string =>
    `<div class="detail"><h2>${s + 1}<span>.</span>${of(ITEMS, s)}について</h2>` +
    times(paragraphs, (i) => `<p>${of(NOTES, s + i)}<br>${of(NOTES, s + i + 3)}</p>`) +
    `<ul>${times(items, (i) => `<li>${of(ITEMS, s + i)}</li>`)}</ul>` +
    `<table><tbody>${times(rows, (i) => `<tr><th>${[...of(ITEMS, i)].join(' ')}</th><td>${of(ITEMS, s + i + 2)}</td></tr>`)}</tbody></table></div>`;
  return FRAMES.banner.html({
    title: SUBJECTS[subject].name,
    crumbs: ['トップページ', 'くらし', SUBJECTS[crumbs].under],
    here: SUBJECTS[crumbs].name,
    body: times(sections, section),
    menu: Array.from({ length: menu }, (_, i) => of(MENU, i)),
  });
}

/** 420 elements, 1,600 characters of text. */
export const medianPage = (subject?: Subject, crumbs?: Subject): string =>
  realPage({ menu: 31, sections: 5, paragraphs: 3, items: 2, rows: 1 }, subject, crumbs);
/** 3,300 elements, 8,600 characters of text. */
export const largestPage = (subject?: Subject, crumbs?: Subject): string =>
  realPage({ menu: 210, sections: 40, paragraphs: 1, items: 5, rows: 7 }, subject, crumbs);

/** 20,000 text nodes and a million characters after the main heading, every fourth sentence in an inline element. */
export function stressPage(textNodes = 20_000, characters = 1_000_000): string {
  const long = Math.round(characters / textNodes);
  const text = (i: number): string => of(NOTES, i).repeat(4).slice(0, long);
  const paragraphs = times(
    Math.floor(textNodes / 4),
    (i) =>
      `<p>${text(4 * i)}<br>${text(4 * i + 1)}<b>${text(4 * i + 2)}</b>${text(4 * i + 3)}</p>${i % 50 === 49 ? '<h2></h2>' : ''}`,
  );
  return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>${TITLE}</title></head><body><h1>${SUBJECTS.known.name}</h1>${paragraphs}</body></html>`;
}
