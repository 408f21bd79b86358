/** What a PDF that Chromium printed holds, as far as tests ask: its pages, and the characters of its embedded fonts. */
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

export type Pdf = { pages: number; size: string; fontsEmbedded: number; characters: ReadonlySet<string> };

/** Prints a page as the person would, and reads the result. */
export async function printed(page: Page): Promise<Pdf> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.printToPDF', { preferCSSPageSize: true });
  await session.detach();
  return readPdf(Buffer.from(data, 'base64'));
}

function readPdf(file: Buffer): Pdf {
  const text = file.toString('latin1');
  const streams = [...text.matchAll(/\/FlateDecode\s*\/Length (\d+)\s*>>\s*stream\r?\n/g)].map((head) => {
    const from = head.index + head[0].length;
    return inflateSync(file.subarray(from, from + Number(head[1]))).toString('latin1');
  });
  const characters = new Set<string>();
  // How a font says which character each of its glyphs is: single ones, and ranges.
  for (const stream of streams.filter((each) => each.includes('begincmap'))) {
    for (const [, table] of stream.matchAll(/beginbfchar([^]*?)endbfchar/g))
      for (const [, to] of table!.matchAll(/<\w+>\s*<(\w+)>/g)) characters.add(utf16(to!));
    for (const [, table] of stream.matchAll(/beginbfrange([^]*?)endbfrange/g))
      for (const [, from, until, to] of table!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
        for (let i = 0; i <= Number.parseInt(until!, 16) - Number.parseInt(from!, 16); i += 1)
          characters.add(String.fromCodePoint(utf16(to!).codePointAt(0)! + i));
  }
  return {
    pages: [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
    size: /\/MediaBox\s*\[([^\]]*)\]/.exec(text)?.[1]?.trim() ?? '',
    fontsEmbedded: [...text.matchAll(/\/FontFile[23]?\b|\/Subtype\s*\/Type3\b/g)].length,
    characters: new Set([...characters].map(unradical)),
  };
}

/** Radicals that NFKC leaves alone or takes for another form, each before its character. */
const RADICALS = '⺠民⼾戸⻄西⻑長⻘青⻝食⻩黄⻭歯⻲亀';
/** A glyph that a font shares between 人 and the radical ⼈ is named by either. */
function unradical(character: string): string {
  const at = RADICALS.indexOf(character);
  return at >= 0 && at % 2 === 0 ? RADICALS[at + 1]! : character.normalize('NFKC');
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
