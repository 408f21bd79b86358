import { describe, expect, it } from 'vitest';
import rules from '../../../.data/recognise.json';
import { readFacts } from '../../../lib/page/read-facts.ts';
import { recognise } from '../../../lib/page/recognise.ts';
import {
  ALL_MENUS,
  FRAMES,
  FRAME_NAMES,
  MENUS,
  addressOf,
  type FrameName,
  type FramePage,
  type MenuName,
} from '../../fixtures/frames.ts';
import { PROCEDURE_PAGES } from '../../fixtures/procedure-pages.ts';
import { UNRELATED_PAGES } from '../../fixtures/unrelated-pages.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const recognised = (document: Document, url: string) => recognise(readFacts(document, url), rules).procedures;
const names = (document: Document, url: string) => recognised(document, url).map(({ procedure }) => procedure);
const found = (frame: FrameName, page: FramePage) => names(parse(FRAMES[frame].html(page)), addressOf(frame, page.under));

const menuNames = Object.keys(MENUS) as MenuName[];

/** How often `words` stand in `text`. */
const times = (text: string, words: string): number => text.split(words).length - 1;

describe('a page about something else', () => {
  it.each(FRAME_NAMES.flatMap((frame) => menuNames.map((menu) => [frame, menu] as const)))(
    'in the frame %s is silent with a menu about %s',
    (frame, menu) => {
      for (const page of UNRELATED_PAGES) {
        const document = parse(FRAMES[frame].html({ ...page, menu: MENUS[menu] }));
        const text = document.body.textContent;
        expect(MENUS[menu].filter((words) => times(text, words) < 2)).toEqual([]);
        expect(recognised(document, addressOf(frame)), page.title).toEqual([]);
      }
    },
  );
});

describe('a page about a procedure', () => {
  it('is there for each rule', () => {
    expect(Object.keys(PROCEDURE_PAGES).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  it.each(
    Object.entries(PROCEDURE_PAGES).flatMap(([procedure, pages]) =>
      pages.map((page) => [procedure, page.title, page] as const),
    ),
  )('%s: %s, in every frame', (procedure, _title, page) => {
    const others = FRAME_NAMES.flatMap((frame) => {
      const [first = 'nothing'] = found(frame, { ...page, menu: ALL_MENUS });
      return first === procedure ? [] : `${frame}: ${first}`;
    });
    expect(others, others.join(', ')).toEqual([]);
  });
});
