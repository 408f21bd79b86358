/** The closed lists that data, household and rules share. No library here, so that every part may import it. */

/** What a person may be in the eyes of the residence law. Different rules: asked first. */
export const STATUSES = ['national', 'permanent', 'special-permanent', 'highly-skilled-2', 'limited-stay'] as const;
export type Status = (typeof STATUSES)[number];

/** What else changes an answer; each is one tick in the household. */
export const SITUATIONS = [
  'employee',
  'self-employed',
  'student',
  'parent',
  'newborn',
  'driver',
  'pensioner',
  'smartphone',
  'moving',
  'patient',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** In the order in which one does them: of several on one day the first comes first. */
export const DEADLINE_KINDS = [
  'move-in',
  'stay-renewal',
  'card-extension',
  'card-renewal',
  'certificate-renewal',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** Who stands at the counter. */
export const WHO = ['self', 'same-household', 'legal-representative', 'other-proxy'] as const;
export type Who = (typeof WHO)[number];

export const UNITS = [
  'yen',
  'days',
  'months',
  'years',
  'birthdays',
  'tries',
  'characters',
  'digits',
  'minutes',
  'percent',
  'phone',
  'time',
  'date',
  'none',
] as const;
export type Unit = (typeof UNITS)[number];

/** Personal placeholders of sentences, and what fills them. */
export const PERSONAL = ['card.expiry', 'certificate.expiry', 'stay.end', 'deadline.last', 'deadline.opens'] as const;
export type Personal = (typeof PERSONAL)[number];
