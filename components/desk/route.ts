import { DEADLINE_KINDS, type DeadlineKind } from '../../lib/knowledge/vocabulary.ts';

export const SECTIONS = [
  'household',
  'dates',
  'reminders',
  'benefits',
  'worries',
  'then-and-now',
  'words',
  'trust',
] as const;
export type Section = (typeof SECTIONS)[number];
/** `add`: the dates of this kind are asked for at the top. `show`: id of the deadline that a notice led to. */
export type Route = { section: Section; add: DeadlineKind | null; show: string | null };

/**
 * Reads `#dates?add=card-extension` and `#dates?show=p1%2Fmove-in%2F2027-01-04`; anything else is the first part of the
 * desk.
 */
export function readRoute(hash: string): Route {
  const [name, rest] = hash.replace(/^#/, '').split('?', 2);
  const section = SECTIONS.find((s) => s === name) ?? 'household';
  const query = new URLSearchParams(section === 'dates' ? rest : '');
  return { section, add: DEADLINE_KINDS.find((kind) => kind === query.get('add')) ?? null, show: query.get('show') };
}
