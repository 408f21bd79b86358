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

/**
 * Kinds of deadlines. Ids are stored and never change their meaning; each stands in docs/deadlines.md. In the order in
 * which one does them: of several on one day the first comes first.
 */
export const DEADLINE_KINDS = [
  'birth-registration',
  'newborn-status',
  'newborn-record',
  'child-allowance',
  'move-out',
  'move-in',
  'move-special-limit',
  'card-continuation',
  'overseas-use',
  'card-returned-abroad',
  're-entry',
  'health-insurance-join',
  'health-insurance-leave',
  'health-insurance-continue',
  'pension-join',
  'pension-payment',
  'immigration-employer',
  'immigration-spouse',
  'residence-card-lost',
  'residence-card-details',
  'residence-card-renewal',
  'specified-card-renewal',
  'specified-card-bridge',
  'stay-renewal',
  'stay-special-end',
  'card-special-extension',
  'card-extension',
  'card-details',
  'card-renewal',
  'certificate-renewal',
  'insurance-grace',
  'card-express',
  'tax-return',
  'consumption-tax',
  'tax-before-leaving',
  'furusato-onestop',
  'licence-renewal',
  'own-date',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** Who stands at the counter. */
export const WHO = ['self', 'same-household', 'legal-representative', 'other-proxy'] as const;
export type Who = (typeof WHO)[number];

/** The four secrets of a card. */
export const PINS = ['user-certificate', 'signature', 'resident-register', 'input-assist'] as const;
export type Pin = (typeof PINS)[number];

/** Units of figures. */
export const FIGURE_UNITS = [
  'percent',
  'people',
  'cards',
  'cases',
  'places',
  'yen',
  'times',
  'days',
  'minutes',
] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

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

/** What can happen to a person. Ids are stored; `lib/household/schema.ts` says what each one carries. */
export const EVENT_KINDS = [
  'card-issued',
  'card-lost',
  'certificates-issued',
  'stay-applied',
  'stay-extended',
  'special-extension',
  'status-granted',
  'moving',
  'moved',
  'move-filed',
  'leaving-japan',
  'born',
  'job-left',
  'job-started',
  'school-changed',
  'spouse-changed',
  'details-changed',
  'residence-card-lost',
  'residence-card-issued',
  'specified-card-applied',
  'specified-card-received',
  'donated',
  'income',
  'noted',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Personal placeholders of sentences, and what fills them. */
export const PERSONAL = ['card.expiry', 'certificate.expiry', 'stay.end', 'deadline.last', 'deadline.opens'] as const;
