/**
 * Our one kind of element in a page: a custom-named host with a shadow root. The page's styles stop at it, our
 * events stay in it, and nothing of it is left when the signal aborts. Knows no text.
 */
import type { Theme } from './theme.ts';

export type Look = {
  /** for lang="" */
  locale: string;
  direction: 'ltr' | 'rtl';
  theme: Theme;
  /** the page's own body size over 16 px */
  scale: number;
};

export type Host = {
  element: HTMLElement;
  /** where the content is drawn; carries language, direction, theme and scale */
  frame: HTMLElement;
  setLook(look: Look): void;
  /** Declarations for the host itself; each must be `!important`, for the page's rules reach the host. */
  setBox(declarations: string): void;
};

/**
 * An author's `!important` on `*` reaches the host, and `:host{…!important}` inside wins over it. `all` leaves out
 * direction, which the frame sets.
 */
const RESET = `
:host { all: initial !important; display: block !important; }
.madoguchi { zoom: var(--scale); }
`;

/** Comes last: a box says how the host is displayed too. */
const PRINT = '@media print { :host { display: none !important; } }';

/** What a person does in our part is none of the page's business: shortcuts, whole-page forms, focus traps. */
const OWN_EVENTS = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
  'focusin',
  'focusout',
  'beforeinput',
  'input',
  'wheel',
  'compositionstart',
  'compositionend',
  'dragstart',
  'copy',
] as const;

/** A sheet can be adopted only in the document whose window made it. */
function makeSheet(document: Document, css: string): CSSStyleSheet {
  const made = new (document.defaultView ?? globalThis).CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/**
 * Makes a host that is not yet in the document; it leaves the document when `signal` aborts.
 * Styles are adopted, never fetched and never a `<style>` element: so they pass any policy of the page.
 *
 * @param name a custom element's name. Code of the page that defines such an element runs when ours is put in, and
 *   can do there what it can do with any element: not see inside
 */
export function createHost(document: Document, name: string, css: string, look: Look, signal: AbortSignal): Host {
  // Made elsewhere: here a page that has defined this name would have its own code run first, which may put its root in
  // before ours, and could open ours by `attachInternals`.
  const element = document.implementation.createHTMLDocument('').createElement(name);
  const root = element.attachShadow({ mode: __ROOT_MODE__ });
  document.adoptNode(element); // before its sheets, which do not come along
  const box = makeSheet(document, '');
  const sheet = (text: string): CSSStyleSheet => makeSheet(document, text);
  root.adoptedStyleSheets = [sheet(RESET), box, sheet(css), sheet(PRINT)];
  const frame = document.createElement('div');
  frame.className = 'madoguchi';
  root.append(frame);
  // Our texts are already in the reader's language, and legal words in machine translation are what we warn of. Said in
  // both ways that translators know, and inside too, for the attribute is not inherited into a shadow root.
  for (const each of [element, frame]) {
    each.translate = false;
    each.classList.add('notranslate');
  }

  // Not until `signal` aborts: a click that closes us, and the focus that goes then, are still on their way to the
  // page.
  for (const type of OWN_EVENTS) element.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  let shown: Look | undefined;
  const setLook = (look: Look): void => {
    const { locale, direction, theme, scale } = look;
    // Setting what is set already still makes the browser look at our styles again.
    if (shown?.locale === locale && shown.direction === direction && shown.theme === theme && shown.scale === scale)
      return;
    shown = look;
    for (const each of [element, frame]) {
      each.lang = locale;
      each.dir = direction;
    }
    frame.dataset['theme'] = theme;
    frame.style.setProperty('--scale', String(scale));
  };
  setLook(look);
  signal.addEventListener('abort', () => element.remove(), { once: true });
  return {
    element,
    frame,
    setLook,
    setBox: (declarations) => box.replaceSync(`:host { ${declarations} }`),
  };
}
