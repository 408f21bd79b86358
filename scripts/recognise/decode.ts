/** What a browser makes of the bytes of a page that comes without HTTP headers. */

/** The encoding must be declared within the first so many bytes. https://html.spec.whatwg.org/#encoding-sniffing-algorithm */
const DECLARED_WITHIN = 1024;
/** A decoded page is cut here; no rule looks that far. */
const LONGEST = 8_000_000;

/** The HTML in `bytes`; `undefined` where they are none: empty, another kind of file. Never throws. */
export function decodeHtml(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).slice(0, LONGEST);
  return isHtml(text) ? text : undefined;
}

/** By byte order mark, by what the page declares, or by which of the usual ones leaves the fewest traces of error. */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return declared(bytes) ?? guessed(bytes);
}

function declared(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN)).replace(/<!--.*?-->/gs, '');
  const label =
    /<meta[\s/][^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(start)?.[1] ??
    /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/.exec(start)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding; // the declaration itself was read byte by byte
  } catch {
    return undefined; // no encoding has that name
  }
}

const CANDIDATES = ['utf-8', 'windows-31j', 'euc-jp'] as const;

function guessed(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 1 << 16);
  if (new TextDecoder('latin1').decode(start).includes('\x1b$')) return 'iso-2022-jp';
  // EUC-JP read as Shift_JIS gives no errors but half-width katakana, which no page is written in.
  const errors = CANDIDATES.map((encoding) => {
    const text = new TextDecoder(encoding).decode(start, { stream: true });
    return { encoding, count: text.match(/[\ufffd\uff61-\uff9f]/g)?.length ?? 0 };
  });
  return errors.toSorted((a, b) => a.count - b.count)[0]!.encoding;
}

const TAG = /<(?:!doctype\s+html|html|head|title|meta|body|frameset|h[1-6]|div|p|table|center|font|a)[\s/>]/i;
const OTHER = /^\s*(?:%PDF-|[{[]|<\?xml(?![^]*<html[\s>])|<(?:rss|feed|rdf:RDF|svg)[\s>])/i;
const LOOKED_AT = 20_000;

function isHtml(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  return TAG.test(start) && !OTHER.test(start) && !start.includes('\0');
}
