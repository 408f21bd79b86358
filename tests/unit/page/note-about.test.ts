import { describe, expect, it } from 'vitest';
import { noteAbout } from '../../../lib/page/note-about.ts';

const about = (before: string, main = '児童手当の現況届', previous = '', section = ''): string =>
  noteAbout({ main, section, previous, before });

describe('what a date of a page is for', () => {
  it.each([
    ['提出期限：', '児童手当の現況届：提出期限', 'a label'],
    ['提出期限は', '児童手当の現況届：提出期限', 'a sentence'],
    ['・受付期間(', '児童手当の現況届：受付期間', 'a bullet and a bracket'],
    ['たとえば有効期限が', '児童手当の現況届：有効期限', 'a word that joins'],
    ['(1) 申請の締切は、', '児童手当の現況届：申請の締切', 'a number'],
    ['届を出してください。締切は', '児童手当の現況届：締切', 'the last sentence'],
    ['相談日:5月1日、', '児童手当の現況届：相談日', 'the second of a list'],
    ['', '児童手当の現況届', 'nothing'],
    ['5月1日、', '児童手当の現況届', 'nothing but another date'],
    ['現況届は', '児童手当の現況届', 'the same again'],
    [
      '対象となるかたには市から案内を送りますので届いたら必ず内容を確かめたうえで、提出は',
      '児童手当の現況届：提出',
      'a long sentence',
    ],
    [
      '対象となるかたには市から案内を送りますので届いたら必ず内容を確かめたうえで提出するのは',
      '児童手当の現況届',
      'a long sentence without a pause',
    ],
  ])('%s: %s (%s)', (before, expected) => {
    expect(about(before)).toBe(expected);
  });

  it('is the head of the row, where the cell has the date alone', () => {
    expect(about('', '現況届', '提出期限')).toBe('現況届：提出期限');
  });

  it('is the heading of its section, where no label stands before it', () => {
    const long = '毎年六月に児童を養育しているかたの状況を確かめるための大切な届出の手続きです';
    expect(about('', '児童手当', long, '現況届')).toBe('児童手当：現況届');
    expect(about('締切は', '児童手当', long, '現況届')).toBe('児童手当：締切');
    expect(about('', '', long, '現況届')).toBe('現況届');
    expect(about('締切は', '', long, '現況届')).toBe('現況届：締切');
  });

  it('is not the whole paragraph before', () => {
    expect(about('', '現況届', '毎年六月に児童を養育しているかたの状況を確かめるための大切な届出の手続きです')).toBe(
      '現況届',
    );
  });

  it('cuts a long heading, so that the label has room', () => {
    expect(about('締切：', 'あ'.repeat(200))).toBe(`${'あ'.repeat(48)}…：締切`);
    expect(about('締切：', '')).toBe('締切');
    expect(about('', '')).toBe('');
  });
});
