import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { markOf } from '../../../scripts/data/mark.ts';
import { withMarks } from '../../../scripts/data/translations.ts';

const marks = new Map([
  ['a.title', '123456'],
  ['a.about', '12e345'],
]);

describe('marks of the English', () => {
  it('are six hexadecimal digits that follow the text', () => {
    expect(markOf('Free')).toMatch(/^[0-9a-f]{6}$/);
    expect(markOf('Free')).not.toBe(markOf('Free '));
  });

  it('are put where they are missing, and nothing else in the file changes', () => {
    const before =
      '# a comment\na.title: { state: draft, text: \'｜無料《むりょう》\' } # kept\n\na.about:   { state: checked, text: "x: {y}" }\n';
    expect(withMarks(before, marks)).toBe(
      "# a comment\na.title: { of: '123456', state: draft, text: '｜無料《むりょう》' } # kept\n\na.about:   { of: '12e345', state: checked, text: \"x: {y}\" }\n",
    );
  });

  it('read back as text, also where they look like a number', () => {
    const after: unknown = parse(
      withMarks("a.title: { state: draft, text: 'x' }\na.about: { state: draft, text: 'y' }\n", marks),
    );
    expect(after).toMatchObject({ 'a.title': { of: '123456' }, 'a.about': { of: '12e345' } });
  });

  it('stay when they are stale, unless their key is accepted', () => {
    const stale =
      "a.title: { of: 'aaaaaa', state: draft, text: 'x' }\na.about: { of: 'bbbbbb', state: draft, text: 'y' }\n";
    expect(withMarks(stale, marks)).toBe(stale);
    expect(withMarks(stale, marks, 'a.about')).toBe(stale.replace('bbbbbb', '12e345'));
  });

  it('are not put on a key that has no English', () => {
    const orphan = "b.title: { state: draft, text: 'x' }\n";
    expect(withMarks(orphan, marks)).toBe(orphan);
  });
});
