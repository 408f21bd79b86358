/**
 * Pages that use the words of a procedure but are for other readers: libraries, councils, bidders, applicants for a
 * post, statisticians. No guide belongs there, whatever the words. No DOM.
 */

/** Names of hosts, whole labels or what hyphens part off: lib.city…, gikai.city…, k-nyusatsu.city…. */
const HOST = /(?:^|[.-])(?:lib|library|tos[yh]okan|gikai|(?:e-?)?(?:denshi)?ny[uo]+satsu|chotatsu)\d*[.-]/;
/** Folders of an address. */
const FOLDER = /\/(?:library|tos[yh]okan|gikai|ny[uo]+satsu|saiy[ou]+|tou?kei|reiki)\w*\//;
/** What such pages are called; normalised. */
const NAME =
  /要綱|要領|条例|規則|規程|会議録|議事録|議案|定例会|臨時会|会計年度任用|職員(?:の)?(?:募集|採用|証)|入札|公告|委託(?!書)|プロポーザル|公募|仕様書|パブリックコメント|意見募集|意見公募|周知について|フィッシング|詐欺|不審な|保護評価|項目評価|人口|世帯数|統計|交付(?:状況|率|枚数)|普及(?:率|促進)|保有率|(?:図書館|図書|貸出|利用者?)カード(?!リーダ)|抄訳|研究会|検討会|懇談会|作業部会|studygroup|workinggroup|taskforce|(?:of|for)tenders?|bidding|procurement|(?<!so)licita[cç]|입찰|招标|招標|đấuthầu/;

/** What chapters for businesses are called. */
const CHAPTER = /事業者(?:の(?:方|皆|みな)|[向む]け|様|さま)/;

/**
 * Whether the page at `url` (lower case) with this name (normalised), in these chapters, is for other readers. Pure, never
 * throws.
 */
export function isForOthers(url: string, name: string, crumbs: readonly string[]): boolean {
  const [, host = '', path = ''] = /^[a-z]+:\/\/([^/]*)([^?#]*)/.exec(url) ?? [];
  return HOST.test(host) || FOLDER.test(path) || NAME.test(name) || crumbs.some((crumb) => CHAPTER.test(crumb));
}
