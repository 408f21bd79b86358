/** Which sheet is shown: what stands after the `#` of its address. */
import { WHO, type Who } from '../knowledge/vocabulary.ts';

export type SheetRoute = {
  /** id of a procedure */
  procedure: string | null;
  /** who goes */
  who: Who | null;
  /** id of a deadline: its procedure, person and last day */
  deadline: string | null;
};

/** The sheet of a procedure, or of a deadline, as a path of our own page. */
export function sheetPath({ procedure = null, who = null, deadline = null }: Partial<SheetRoute>): string {
  const query = new URLSearchParams({ ...(who && { who }), ...(deadline && { deadline }) });
  return `sheet.html#${procedure ?? ''}${query.size > 0 ? `?${query}` : ''}`;
}

/** Reads `#move-in?who=self` and `#?deadline=p1%2Fre-entry%2F2027-01-04`; what is missing or strange is null. */
export function readSheetRoute(hash: string): SheetRoute {
  const [procedure, rest] = hash.replace(/^#/, '').split('?', 2);
  const query = new URLSearchParams(rest);
  return {
    procedure: procedure || null,
    who: WHO.find((who) => who === query.get('who')) ?? null,
    deadline: query.get('deadline'),
  };
}
