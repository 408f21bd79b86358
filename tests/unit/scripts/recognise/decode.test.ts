import { describe, expect, it } from 'vitest';
import { decodeHtml, encodingOf } from '../../../../scripts/recognise/decode.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const join = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...latin(part)] : part)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 転入届 and 手続き */
const SHIFT_JIS = [0x93, 0x5d, 0x93, 0xfc, 0x93, 0xcd, 0x8e, 0xe8, 0x91, 0xb1, 0x82, 0xab];
const EUC_JP = [0xc5, 0xbe, 0xc6, 0xfe, 0xc6, 0xcf, 0xbc, 0xea, 0xc2, 0xb3, 0xa4, 0xad];
const ISO_2022_JP = [
  0x1b, 0x24, 0x42, 0x45, 0x3e, 0x46, 0x7e, 0x46, 0x4f, 0x3c, 0x6a, 0x42, 0x33, 0x24, 0x2d, 0x1b, 0x28, 0x42,
];

describe('the encoding of a page', () => {
  it.each([
    ['declared, the short way', '<meta charset="Shift_JIS">', SHIFT_JIS],
    ['declared, the long way', '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', SHIFT_JIS],
    [
      'under a name of council systems',
      '<META HTTP-EQUIV=Content-Type CONTENT="text/html; CHARSET=x-sjis">',
      SHIFT_JIS,
    ],
    ['declared as windows-31j', '<meta charset=windows-31j>', SHIFT_JIS],
    ['declared as EUC-JP', "<meta charset='euc-jp'>", EUC_JP],
    ['declared in XML', '<?xml version="1.0" encoding="Shift_JIS"?><html>', SHIFT_JIS],
    ['not declared: Shift_JIS', '', SHIFT_JIS],
    ['not declared: EUC-JP', '', EUC_JP],
    ['not declared: ISO-2022-JP', '', ISO_2022_JP],
    ['not declared: UTF-8', '', [...utf8('転入届手続き')]],
    ['declared by a name that does not exist', '<meta charset="none">', SHIFT_JIS],
    ['declared in a comment', '<!-- <meta charset="utf-8"> -->', SHIFT_JIS],
    ['declared too late', `<!--${' '.repeat(1100)}--><meta charset="utf-8">`, SHIFT_JIS],
    ['UTF-16 declared by single bytes', '<meta charset="utf-16">', [...utf8('転入届手続き')]],
  ])('%s', (_case, declaration, title) => {
    expect(decodeHtml(join(declaration, '<title>', title, '</title>'))).toContain('<title>転入届手続き</title>');
  });

  it('is told by a byte order mark before all else', () => {
    expect(encodingOf(join([0xef, 0xbb, 0xbf], '<meta charset="Shift_JIS">'))).toBe('utf-8');
    expect(decodeHtml(join([0xff, 0xfe], [...Buffer.from('<title>転入届</title>', 'utf16le')]))).toBe(
      '<title>転入届</title>',
    );
  });
});

describe('what is no page', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['text', utf8('転入届の手続き')],
    ['a PDF', utf8('%PDF-1.7 <a >')],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, ...utf8('<p >')])],
    ['JSON', utf8('{"html": "<p>転入届</p>"}')],
    ['a feed', utf8('<?xml version="1.0"?><rss><title>転入届</title></rss>')],
    ['random bytes', Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251)],
  ])('%s', (_what, bytes) => {
    expect(decodeHtml(bytes)).toBeUndefined();
  });

  it('but XHTML is one, and so is a page in a wrong encoding', () => {
    expect(decodeHtml(utf8('<?xml version="1.0"?><html><title>転入届</title></html>'))).toContain('転入届');
    expect(decodeHtml(join('<meta charset="utf-8"><title>', SHIFT_JIS, '</title>'))).toContain('\ufffd');
  });
});
