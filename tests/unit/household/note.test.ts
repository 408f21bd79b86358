import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { addPerson, noteDate, notedOn, takeBackNote } from '../../../lib/household/edit.ts';
import { NOTE_MAX, NotePage, notePage, NoteText, noteText } from '../../../lib/household/note.ts';
import { EMPTY_HOUSEHOLD, Household } from '../../../lib/household/schema.ts';

describe('the text of a note', () => {
  it.each([
    ['  提出\n期限\t ', '提出 期限', 'one line'],
    ['｜令和《れいわ》の届', '|令和〈れいわ〉の届', 'nothing that reads as furigana'],
    ['a\u0000b\u202ec\u2028d', 'a b c d', 'no controls'],
    ['<b>今日</b> {date}', '<b>今日</b> {date}', 'signs that are nothing but text'],
    ['\u{20bb7}'.repeat(60), '\u{20bb7}'.repeat(NOTE_MAX / 2), 'whole characters'],
    ['\u0007', '', 'nothing'],
  ])('%j is kept as %j (%s)', (raw, kept) => {
    expect(noteText(raw)).toBe(kept);
  });

  it('is always one that can be stored, or empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const text = noteText(raw);
        expect(text === '' || NoteText.safeParse(text).success).toBe(true);
        expect(noteText(text)).toBe(text);
      }),
    );
  });
});

describe('the page of a note', () => {
  it.each<[string, string | null, string]>([
    ['https://www.city.example.lg.jp/a/b.html#top', 'https://www.city.example.lg.jp/a/b.html', 'no fragment'],
    [
      'https://www.city.example.lg.jp/page.php?p_id=1234',
      'https://www.city.example.lg.jp/page.php?p_id=1234',
      'a page',
    ],
    ['https://www.city.example.lg.jp/?1234', 'https://www.city.example.lg.jp/?1234', 'a bare number'],
    ['https://www.city.example.lg.jp/a?sid=12', 'https://www.city.example.lg.jp/a', 'a visit'],
    ['https://www.city.example.lg.jp/a?PHPSESSID=1', 'https://www.city.example.lg.jp/a', 'a visit of a server'],
    ['https://www.city.example.lg.jp/a?p=1&mail=x', 'https://www.city.example.lg.jp/a', 'an address'],
    [`https://www.city.example.lg.jp/a?p=${'x'.repeat(21)}`, 'https://www.city.example.lg.jp/a', 'a long value'],
    [`https://www.city.example.lg.jp/a?${'x'.repeat(21)}`, 'https://www.city.example.lg.jp/a', 'a long name'],
    ['https://www.city.example.lg.jp/a?q=%E5%B1%B1%E7%94%B0', 'https://www.city.example.lg.jp/a', 'what was typed'],
    [
      'https://www.city.example.lg.jp/a;jsessionid=1F?p=1',
      'https://www.city.example.lg.jp/a?p=1',
      'a visit in the path',
    ],
    ['https://me:secret@www.city.example.lg.jp/a', 'https://www.city.example.lg.jp/a', 'a password'],
    ['http://www.city.example.lg.jp/a', null, 'not https'],
    ['javascript:alert(1)', null, 'a script'],
    ['data:text/html,x', null, 'data'],
    ['', null, 'nothing'],
    [`https://www.city.example.lg.jp/${'a'.repeat(500)}`, null, 'too long'],
  ])('%s is kept as %s (%s)', (url, kept) => {
    expect(notePage(url)).toBe(kept);
    expect(NotePage.safeParse(kept).success).toBe(kept !== null);
    if (url !== kept) expect(NotePage.safeParse(url).success).toBe(false);
  });
});

describe('a note', () => {
  const page = 'https://www.city.example.lg.jp/a';
  const note = { person: 'p1', on: civil('2026-05-01'), text: '現況届', page };
  const two = addPerson(EMPTY_HOUSEHOLD, 'p2');

  it('is made once for each day of a page, and keeps its words', () => {
    const once = noteDate(two, note);
    expect(Household.parse(once)).toEqual(once);
    expect(noteDate(once, { ...note, text: 'something else' })).toBe(once);
    expect([...notedOn(once, 'p1', page)]).toEqual([['2026-05-01', '現況届']]);
    expect(notedOn(once, 'p2', page).size + notedOn(once, 'p1', `${page}/b`).size).toBe(0);
  });

  it('is taken back, and nothing else with it', () => {
    const both = noteDate(noteDate(two, note), { ...note, person: 'p2' });
    const left = takeBackNote(both, 'p1', note.on, page);
    expect(left.events.map(({ person }) => person)).toEqual(['p2']);
    expect(takeBackNote(left, 'p1', note.on, page)).toBe(left);
  });
});
