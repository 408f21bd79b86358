/**
 * A property of an element as its kind has it, bound to it where it is a method. A form's fields hide what the form
 * has of the same name, in our world too: `<input name="id">`, which real pages have, and `<input name="closest">`.
 * For elements of the page that may be a form. (Chromium hides nothing of the document from a content script this way,
 * Firefox nothing at all; 156 and 153, 2026-11-26.)
 */
export function unmasked<T extends Node, K extends keyof T>(node: T, key: K): T[K] {
  const value: unknown = Reflect.get(Object.getPrototypeOf(node) as object, key, node);
  return (typeof value === 'function' ? value.bind(node) : value) as T[K];
}
