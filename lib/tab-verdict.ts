/**
 * What the worker concluded about the page in a tab, kept in session storage (never on disk) for the popup and
 * for the helper's questions. It belongs to one address: another one in the same tab has no verdict until it asks.
 */
import { z } from './zod.ts';

const TabVerdict = z.strictObject({
  /** address without fragment */
  url: z.string(),
  host: z.string(),
  /** best first; empty: nothing sure */
  procedures: z.array(z.strictObject({ id: z.string() })),
  /** the person switched us off on this host */
  siteOff: z.boolean(),
  /** the person asked for this page by the toolbar button */
  asked: z.boolean(),
});
export type TabVerdict = z.infer<typeof TabVerdict>;

export const tabVerdictKey = (tabId: number | ''): string => `verdict:${tabId}`;

/** The stored verdict, or `undefined` where none (or one of another version) is stored. */
export function readTabVerdict(stored: unknown): TabVerdict | undefined {
  const read = TabVerdict.safeParse(stored);
  return read.success ? read.data : undefined;
}
