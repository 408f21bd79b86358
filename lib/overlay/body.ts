/**
 * The page's body, or null where there is none to stand in (frameset). Read through the prototype: an
 * `<img name="body">` would otherwise be the answer of `document.body`.
 */
export function bodyOf(document: Document): HTMLElement | null {
  const read = Object.getOwnPropertyDescriptor(Document.prototype, 'body')?.get;
  const body: unknown = read?.call(document);
  return body instanceof HTMLBodyElement ? body : null;
}
