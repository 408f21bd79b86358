/**
 * Walks through what a reader reads: text, and the elements that shape it. Menus, scripts, readings and things to
 * fill in are passed over whole; a list of nothing but links is a menu. No filter function, no computed style: those cost more than the walk itself.
 *
 * A page may name a form field `parentNode` or `getAttribute` and so hide the form's own; therefore the walk
 * moves by the TreeWalker's methods, and what it asks of an element it asks through the prototype.
 */

type Kind = 'block' | 'inline' | 'link' | 'break' | 'apart' | 'nothing';

const words = (text: string): readonly string[] => text.split(' ');
const INLINE = words(
  'abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb ruby s samp small span strike strong sub sup time tt u var',
);
const makeKinds = (): ReadonlyMap<string, Kind> =>
  new Map<string, Kind>([
    ...INLINE.map((name) => [name, 'inline'] as const),
    ...words('a label summary').map((name) => [name, 'link'] as const),
    ...words(
      'nav header footer aside button select textarea datalist option input img svg math canvas video audio iframe object embed meter progress',
    ).map((name) => [name, 'apart'] as const),
    ...words('rt rp rtc script style noscript template wbr head').map((name) => [name, 'nothing'] as const),
    ['br', 'break'],
  ]);
let kinds: ReadonlyMap<string, Kind> | undefined;
const kindOf = (name: string): Kind => (kinds ??= makeKinds()).get(name) ?? 'block';

const APART_ROLES: ReadonlySet<string | null> = new Set(words('navigation banner contentinfo complementary search'));
const TEXT = 3;
const LIST = /^[uo]l$/;

/** So many links make a menu. */
const MENU_ITEMS = 5;
/** What more a list has is not looked at. */
const MAX_ITEMS = 100;
/** Links to files are content: pages of forms have nothing else. */
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|jtdc?|rtf|txt|csv|zip)(?:[?#]|$)/i;

/** Whether every item of a list is nothing but one link to a page: a menu that has no `nav` around it. */
function isMenu(list: Element): boolean {
  let items = 0;
  for (let item = list.firstElementChild; item && items < MAX_ITEMS; item = item.nextElementSibling) {
    const link = item.firstElementChild;
    if (localName(item) !== 'li' || !link || localName(link) !== 'a' || link.nextElementSibling) return false;
    const href = getAttribute(link, 'href');
    if (href === null || FILE.test(href) || hasText(item)) return false;
    items += 1;
  }
  return items >= MENU_ITEMS;
}

/** Whether text stands in `element` itself, beside its elements. */
function hasText(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (nodeType(node) === TEXT && /\S/.test(textOf(node))) return true;
  return false;
}

/**
 * `text`: a text node. `open`, `close`: an element that is entered and left. `break`: a `<br>`. `apart`: something
 * that was passed over and parts the text before from the text after. `end`: nothing more.
 */
export type Step = 'text' | 'open' | 'close' | 'break' | 'apart' | 'end';

export class ContentWalk {
  /** of the element that was opened, closed or passed over, lower case */
  name = '';
  /** of the element that was opened or closed: whether it begins and ends a block of text */
  block = false;
  /** how many links, labels and summaries are open: a click there is the page's */
  links = 0;
  readonly #walker: TreeWalker;
  readonly #open: { name: string; kind: Kind }[] = [];
  #descend: boolean;

  /** Within `root`: all of it, or what comes after the element `after`. */
  constructor(root: Element, after: Element | null = null) {
    this.#walker = createTreeWalker(root);
    this.#descend = after === null;
    if (after) this.#walker.currentNode = after;
  }

  /** The text node, or the element that was opened or closed. */
  get node(): Node {
    return this.#walker.currentNode;
  }

  next(): Step {
    for (;;) {
      const next: Node | null = this.#descend ? this.#walker.firstChild() : this.#walker.nextSibling();
      if (!next) {
        if (!this.#descend && !this.#walker.parentNode()) return 'end';
        this.#descend = false;
        return this.#close();
      }
      this.#descend = false;
      const step = this.#visit(next);
      if (step) return step;
    }
  }

  /** Passes over the element that was just opened; no `close` follows. */
  skip(): void {
    this.#descend = false;
    if (this.#open.pop()?.kind === 'link') this.links -= 1;
  }

  #visit(node: Node): Step | undefined {
    if (nodeType(node) === TEXT) return 'text';
    if (!isElement(node)) return undefined;
    const name = localName(node);
    const kind = kindOf(name);
    if (kind === 'nothing') return undefined;
    if (kind === 'break') return kind;
    this.name = name;
    if (kind === 'apart' || (LIST.test(name) && isMenu(node))) return 'apart';
    if (hasAttributes(node)) {
      if (APART_ROLES.has(getAttribute(node, 'role'))) return 'apart';
      const editable = getAttribute(node, 'contenteditable');
      if (editable !== null && editable.toLowerCase() !== 'false') return 'apart';
    }
    this.#open.push({ name, kind });
    if (kind === 'link') this.links += 1;
    this.block = kind === 'block';
    this.#descend = true;
    return 'open';
  }

  #close(): Step {
    const closed = this.#open.pop();
    if (closed?.kind === 'link') this.links -= 1;
    this.name = closed?.name ?? '';
    this.block = closed === undefined || closed.kind === 'block';
    return 'close';
  }
}

/**
 * Whether a walk through `element` would give its `textContent`: nothing in it parts, hides or replaces text, but for what
 * `also` selects. Headings and breadcrumbs mostly are so, and a first walk takes 0.5 ms, for all of its code is new then.
 */
export const isPlain = (element: Element, also = 'a'): boolean =>
  !element.firstElementChild || !firstIn(element, `:not(${also},${INLINE.join()}),[role],[contenteditable]`);

/** The text of `element` without readings and scripts, at most about `limit` characters; pictures give their `alt`. */
export function plainText(element: Element, limit: number): string {
  if (isPlain(element)) return tidy(textContentOf(element), limit);
  const walk = new ContentWalk(element);
  let text = '';
  for (let step = walk.next(); step !== 'end' && text.length < limit; step = walk.next()) {
    if (step === 'text') text += textOf(walk.node);
    else if (step === 'apart') text += ` ${(isElement(walk.node) && getAttribute(walk.node, 'alt')) || ''} `;
    else if (step === 'open' && walk.block) text += ' ';
  }
  return tidy(text, limit);
}

/** One line of at most `limit` characters. */
export function tidy(text: string, limit: number): string {
  return text
    .slice(0, 2 * limit)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limit);
}

/** Text of a text node. */
export const textOf = (node: Node): string => ('data' in node && typeof node.data === 'string' ? node.data : '');

/** A getter that the page cannot hide behind a form field or a picture of that name. */
function getter<T extends object, K extends keyof T & string>(prototype: T, key: K): (of: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  if (!get) throw new TypeError(`${key} is not a getter here`);
  return (of) => get.call(of);
}
const nodeType = getter(Node.prototype, 'nodeType');
const textContent = getter(Node.prototype, 'textContent');
const ownerDocument = getter(Node.prototype, 'ownerDocument');
const localName = getter(Element.prototype, 'localName');
const {
  hasAttributes: has,
  getAttribute: get,
  querySelector: selectFirst,
  querySelectorAll: select,
} = Element.prototype;
export const textContentOf = (element: Element): string => textContent(element) ?? '';
export const hasAttributes = (element: Element): boolean => has.call(element);

export const isElement = (node: Node): node is Element => nodeType(node) === Node.ELEMENT_NODE;
export const getAttribute = (element: Element, name: string): string | null => get.call(element, name);
export const allIn = (root: Element, selector: string): NodeListOf<Element> => select.call(root, selector);
export const firstIn = (root: Element, selector: string): Element | null => selectFirst.call(root, selector);
export const titleOf = getter(Document.prototype, 'title');
export const bodyOf = getter(Document.prototype, 'body');
export const contentTypeOf = getter(Document.prototype, 'contentType');
export const rootOf = getter(Document.prototype, 'documentElement');

const SHOWN = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
export function createTreeWalker(root: Element, show: number = SHOWN): TreeWalker {
  const owner = ownerDocument(root) ?? document;
  return Document.prototype.createTreeWalker.call(owner, root, show);
}
