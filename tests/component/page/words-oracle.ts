/**
 * The rules for finding words and dates once more, without any cleverness: recursion, a list of single characters, every
 * surface tried at every place. Slow, and independent of `lib/page` but for what a date is (`findDates`), which has
 * examples of its own.
 */
import type { WordRule } from '../../../lib/knowledge/compiled.ts';
import { findDates, textOfDate } from '../../../lib/page/find-dates.ts';

type Char = { node: Text; from: number; to: number; text: string } | { gap: ' ' | 'wrap' | 'break' | 'part' };
export type OracleHit = {
  id: string;
  section: number;
  text: string;
  inLink: boolean;
  start: [Text, number];
  end: [Text, number];
};

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb ruby s samp small span strike strong sub summary sup time tt u var'.split(
    ' ',
  ),
);
const APART = new Set(
  'nav header footer aside button select textarea datalist option input img svg math canvas video audio iframe object embed meter progress'.split(
    ' ',
  ),
);
const NOTHING = new Set('rt rp rtc script style noscript template wbr head'.split(' '));
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search']);
const japanese = (text: string): boolean => /[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]/.test(text);

const FILE = /\.(pdf|docx?|xlsx?|pptx?|jtdc?|rtf|txt|csv|zip)($|[?#])/i;

/** A list of five links or more, each the whole of its item, and none to a file; what follows the hundredth is not asked. */
function isMenu(list: Element): boolean {
  const items = [...list.children].slice(0, 100);
  return (
    ['ul', 'ol'].includes(list.localName) &&
    items.length >= 5 &&
    items.every((item) => {
      const links = [...item.children].filter((child) => child.matches('a[href]'));
      const ownText = [...item.childNodes].filter((child) => child instanceof Text).map((text) => text.data.trim());
      return (
        item.localName === 'li' &&
        item.children.length === 1 &&
        links.length === 1 &&
        ownText.join('') === '' &&
        !FILE.test(links[0]?.getAttribute('href') ?? '')
      );
    })
  );
}

export type OracleDate = Pick<OracleHit, 'text' | 'start' | 'end'>;

type Block = { chars: Char[]; section: number; spaced: boolean };

function blocksOf(root: Element, after: Element | null): Block[] {
  const blocks: Block[] = [];
  let section = 0;
  let block: Block = { chars: [], section, spaced: false };
  let reading = after === null;
  const flush = (spaced: boolean): void => {
    blocks.push(block);
    block = { chars: [], section, spaced };
  };
  const visit = (node: Node, spaced: boolean): void => {
    if (node === after) {
      reading = true;
      return;
    }
    if (node instanceof Text) {
      if (reading) pushChars(block.chars, node);
      return;
    }
    if (!(node instanceof Element)) return;
    const name = node.localName;
    // The walk begins after the heading, so what encloses the heading is not judged.
    const encloses = !reading && after !== null && node.contains(after);
    if (!encloses) {
      if (!reading || NOTHING.has(name)) return;
      if (name === 'br') return void block.chars.push({ gap: 'break' });
      const editable = node.getAttribute('contenteditable');
      if (
        APART.has(name) ||
        ROLES.has(node.getAttribute('role') ?? '') ||
        (editable !== null && editable !== 'false') ||
        isMenu(node)
      )
        return void block.chars.push({ gap: 'part' });
    }
    const inline = INLINE.has(name) && !encloses;
    const inner = spaced || (!encloses && /^(h[1-6]|th|caption)$/.test(name));
    if (!inline && !encloses) {
      if (/^h[1-6]$/.test(name)) section += 1;
      flush(inner);
    }
    for (const child of node.childNodes) visit(child, inner);
    if (!inline) flush(spaced);
  };
  visit(root, false);
  flush(false);
  return blocks;
}

function pushChars(chars: Char[], node: Text): void {
  const raw = [...node.data];
  let at = 0;
  for (let i = 0; i < raw.length;) {
    let cluster = raw[i] ?? '';
    let next = i + 1;
    if (/^[\ufe00-\ufe0f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]$/.test(cluster)) {
      // nobody sees it
    } else if (/^\s$/.test(cluster)) {
      chars.push({ gap: /[\n\r]/.test(cluster) ? 'wrap' : ' ' });
    } else {
      while (next < raw.length && /^[\u0300-\u036f\u3099\u309a\uff9e\uff9f]$/.test(raw[next] ?? ''))
        cluster += raw[next++];
      chars.push({ node, from: at, to: at + cluster.length, text: cluster.normalize('NFKC') });
    }
    at += cluster.length;
    i = next;
  }
}

/** Text and, for each of its UTF-16 units, the character it belongs to. */
function textOf({ chars, spaced }: Block): { text: string; from: (Char | undefined)[] } {
  let text = '';
  const from: (Char | undefined)[] = [];
  let gaps: string[] = [];
  let word = 0;
  for (const char of chars) {
    if ('gap' in char) {
      gaps.push(char.gap);
      continue;
    }
    if (gaps.length > 0) {
      const both = japanese(text.slice(-1)) && japanese(char.text.slice(0, 1));
      let filling = ' ';
      if (gaps.includes('part')) filling = '\n';
      else if (gaps.includes('break')) filling = both ? '' : '\n';
      else if (both && (gaps.includes('wrap') || (spaced && word === 1))) filling = '';
      if (text !== '' && filling !== '') {
        text += filling;
        from.push(undefined);
      }
      gaps = [];
      word = 0;
    }
    text += char.text;
    word += char.text.length;
    for (let i = 0; i < char.text.length; i += 1) from.push(char);
  }
  return { text, from };
}

function fits(rule: WordRule, text: string, start: number, end: number): boolean {
  if (rule.needs && !new RegExp(rule.needs, 'u').test(text)) return false;
  if (!rule.unless) return true;
  const left = Math.max(0, start - 40);
  const around = text.slice(left, end + 40);
  for (let at = 0; at <= start - left; at += 1) {
    const sticky = new RegExp(rule.unless, 'uy');
    sticky.lastIndex = at;
    const found = sticky.exec(around);
    if (found && at + found[0].length >= end - left) return false;
  }
  return true;
}

const isRendered = (parent: Element): boolean =>
  parent.checkVisibility({ visibilityProperty: true }) && !parent.matches('details:not([open])');

/** Where a stretch of the text lies in the page; undefined where it is not rendered. */
function placeOf(from: readonly (Char | undefined)[], at: number, end: number) {
  const first = from[at];
  const last = from[end - 1];
  if (!first || !last || !('node' in first) || !('node' in last)) return undefined;
  const parents = [first.node.parentElement, last.node.parentElement].filter((parent) => parent !== null);
  if (!parents.every(isRendered)) return undefined;
  return { parents, start: [first.node, first.from] as [Text, number], end: [last.node, last.to] as [Text, number] };
}

/** Every word, the first of each in a section, and with `dates` the first of each date in the page. */
export function hitsByBruteForce(
  root: Element,
  rules: readonly WordRule[],
  after: Element | null,
  { dates }: { dates: boolean },
): { words: OracleHit[]; dates: OracleDate[] } {
  const hits: OracleHit[] = [];
  const dateHits: OracleDate[] = [];
  const seen = new Set<string>();
  const seenDates = new Set<string>();
  const surfaces = rules
    .flatMap((rule) => rule.surfaces.map((surface) => ({ rule, surface })))
    .toSorted((a, b) => b.surface.length - a.surface.length);
  for (const block of blocksOf(root, after)) {
    const { text, from } = textOf(block);
    const written = dates ? findDates(text) : [];
    const taken: [number, number][] = [];
    for (let at = 0; at < text.length;) {
      const found = surfaces.find(({ surface }) => {
        if (!text.startsWith(surface, at)) return false;
        if (/^[a-z]/i.test(surface) && /[a-z]$/i.test(text.slice(0, at))) return false;
        return !(/[a-z]$/i.test(surface) && /^[a-z]/i.test(text.slice(at + surface.length)));
      });
      if (!found) {
        at += 1;
        continue;
      }
      const begin = at;
      at += found.surface.length;
      const end = at;
      const key = `${block.section} ${found.rule.id}`;
      if (seen.has(key) || !fits(found.rule, text, begin, end)) continue;
      if (written.some((date) => date.start <= begin && date.end >= end && date.end - date.start > end - begin))
        continue;
      const place = placeOf(from, begin, end);
      if (!place) continue;
      seen.add(key);
      taken.push([begin, end]);
      const inLink = place.parents.some((parent) => {
        const link = parent.closest('a,label,summary');
        return link !== null && root.contains(link) && !(after && link.contains(after));
      });
      const { start, end: last } = place;
      hits.push({ id: found.rule.id, section: block.section, text: text.slice(begin, end), inLink, start, end: last });
    }
    for (const date of written) {
      const name = textOfDate(text, date);
      if (seenDates.has(name) || taken.some(([begin, end]) => begin < date.end && end > date.start)) continue;
      const place = placeOf(from, date.start, date.end);
      if (!place) continue;
      seenDates.add(name);
      dateHits.push({ text: name, start: place.start, end: place.end });
    }
  }
  return { words: hits, dates: dateHits };
}
