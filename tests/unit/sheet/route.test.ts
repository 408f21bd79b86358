import { describe, expect, it } from 'vitest';
import { readSheetRoute, sheetPath } from '../../../lib/sheet/route.ts';

describe('the address of a sheet', () => {
  it.each([
    [{ procedure: 'move-in', who: 'self', deadline: null }, 'sheet.html#move-in?who=self'],
    [{ procedure: 'move-in', who: null, deadline: null }, 'sheet.html#move-in'],
    [
      { procedure: null, who: null, deadline: 'p1/re-entry/2027-01-04' },
      'sheet.html#?deadline=p1%2Fre-entry%2F2027-01-04',
    ],
    [{ procedure: null, who: null, deadline: null }, 'sheet.html#'],
  ] as const)('%o is %s, and back', (route, path) => {
    expect(sheetPath(route)).toBe(path);
    expect(readSheetRoute(path.slice('sheet.html'.length))).toEqual(route);
  });

  it('that is strange says nothing', () => {
    expect(readSheetRoute('#?who=nobody&x=1')).toEqual({ procedure: null, who: null, deadline: null });
    expect(readSheetRoute('')).toEqual({ procedure: null, who: null, deadline: null });
  });
});
