import { bodyOf as read } from '../page/content.ts';

/** The page's body, or null where there is none to stand in (a frameset). */
export function bodyOf(document: Document): HTMLElement | null {
  const body = read(document);
  return body?.localName === 'body' ? body : null;
}
