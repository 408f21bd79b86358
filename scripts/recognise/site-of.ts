// TO BE REPLACED by lib/sites/verdict.ts, which has the same signature: delete this file, change one import.
import type { PortalRecord, RegisterRecord } from '../../lib/knowledge/compiled.ts';
import { bodyOf } from '../../lib/sites/body-of.ts';

type Tables = { register: readonly RegisterRecord[]; portals: readonly PortalRecord[] };

/** Whose site `address` is on, as far as the register alone tells. */
export function siteOf(
  address: string,
  { register, portals }: Tables,
): { verdict: 'official' | 'unknown'; body: { name: string } | null } {
  const body = bodyOf(address, register, portals);
  if (!body) return { verdict: 'unknown', body: null };
  const name = body.kind === 'portal' ? body.record.ja : `${body.record.prefecture}${body.record.name}`;
  return { verdict: 'official', body: { name } };
}
