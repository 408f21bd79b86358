/**
 * The text of one block as a reader sees it, with the way back to where each character came from. Knows no DOM:
 * a source is whatever the caller appends (a text node; any value where only the text is wanted).
 */

export type Span<S> = { startSource: S; start: number; endSource: S; end: number };
/** `text[at … at + length]` came from `source[from … to]`; unit by unit where both are equally long, else as a whole. */
type Piece<S> = { at: number; length: number; source: S; from: number; to: number };

/**
 * In this order: characters that NFKC leaves alone, as many as possible, unless a mark follows that joins them
 * (か + U+3099); white space; characters nobody sees, variation selectors among them; anything else with its marks.
 * Zero-width space and the byte order mark come before `\s`, which contains the latter. Marks are listed, for `\p{M}`
 * takes a millisecond to compile and the others stay as they are under NFKC.
 */
const TOKEN =
  /([!-~\u3001\u3002\u3005-\u3020\u3041-\u3096\u309d\u309e\u30a1-\u30fe\u3400-\u9fff]+(?![\u0300-\u036f\u3099\u309a\uff9e\uff9f]))|((?:[\ufe00-\ufe0f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|[\u{e0100}-\u{e01ef}])+)|(\s+)|[^][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gu;
/** Most text nodes are nothing but the first of these. */
const PLAIN = /^[!-~\u3001\u3002\u3005-\u3020\u3041-\u3096\u309d\u309e\u30a1-\u30fe\u3400-\u9fff]+$/;
const CJK = /[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/**
 * Collects raw text and keeps it folded: NFKC, invisible characters dropped, a run of white space as one space.
 * A line feed of the source or a `<br>` between two Japanese characters is nothing at all, for it cuts words;
 * any other `<br>` is a line feed. With `spaced`, letter-spaced words (転 入 届) are joined as well: only for
 * headings and table heads, elsewhere it would join neighbours.
 */
export class BlockText<S> {
  text = '';
  readonly #pieces: Piece<S>[] = [];
  #spaced: boolean;
  /** what stands between the last character and the next one */
  #gap: '' | ' ' | '\n' | 'wrap' | 'break' = '';
  /** characters since the last gap; counts a dropped one too */
  #word = 0;

  constructor(spaced = false) {
    this.#spaced = spaced;
  }

  /** Begins the next block in the same place: a page has thousands, and most of them are short. */
  reset(spaced: boolean): void {
    this.text = '';
    this.#pieces.length = 0;
    this.#spaced = spaced;
    this.#gap = '';
    this.#word = 0;
  }

  /** `raw` begins at `offset` of `source`. */
  append(source: S, raw: string, offset = 0): void {
    if (PLAIN.test(raw)) return this.#add(raw, source, offset, offset + raw.length);
    for (const match of raw.matchAll(TOKEN)) {
      const [token, plain, invisible, space] = match;
      if (invisible !== undefined) continue;
      if (space !== undefined) {
        this.#widen(/[\n\r]/.test(space) ? 'wrap' : ' ');
        continue;
      }
      const from = offset + match.index;
      this.#add(plain ?? token.normalize('NFKC'), source, from, from + token.length);
    }
  }

  /** A `<br>`. */
  break(): void {
    this.#widen('break');
  }

  /** Something that no word reaches across: an image, a button. */
  part(): void {
    this.#widen('\n');
  }

  /** Where `text[start … end]` came from; `start < end`, and both lie on characters that were appended. */
  locate(start: number, end: number): Span<S> {
    const first = this.#pieceAt(start);
    const last = this.#pieceAt(end - 1);
    return {
      startSource: first.source,
      start: isLinear(first) ? first.from + start - first.at : first.from,
      endSource: last.source,
      end: isLinear(last) ? last.from + end - last.at : last.to,
    };
  }

  #widen(gap: '\n' | ' ' | 'wrap' | 'break'): void {
    const order = ['', ' ', 'wrap', 'break', '\n'] as const;
    if (order.indexOf(gap) > order.indexOf(this.#gap)) this.#gap = gap;
  }

  #add(folded: string, source: S, from: number, to: number): void {
    if (folded === '') return;
    if (this.#gap !== '') {
      if (this.text !== '') this.text += this.#filling(folded);
      this.#gap = '';
      this.#word = 0;
    }
    this.#pieces.push({ at: this.text.length, length: folded.length, source, from, to });
    this.text += folded;
    this.#word += folded.length;
  }

  #filling(next: string): string {
    const japanese = CJK.test(this.text.at(-1) ?? '') && CJK.test(next[0] ?? '');
    if (this.#gap === 'break') return japanese ? '' : '\n';
    if (this.#gap === '\n') return '\n';
    if (japanese && (this.#gap === 'wrap' || (this.#spaced && this.#word === 1))) return '';
    return ' ';
  }

  #pieceAt(position: number): Piece<S> {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.at ?? Infinity) <= position) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    if (!piece) throw new RangeError('nothing was appended');
    return piece;
  }
}

const isLinear = (piece: Piece<unknown>): boolean => piece.length === piece.to - piece.from;

/** `raw` as words are compared with it: one block without inner structure. */
export function fold(raw: string): string {
  const block = new BlockText<null>();
  block.append(null, raw);
  return block.text;
}
