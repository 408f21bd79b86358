/** A problem the person can act on, shown at `place`; whatever else is thrown is a bug and becomes one log line. */
export abstract class ShownError extends Error {
  /** key of an interface text */
  abstract readonly messageKey: string;
  abstract readonly place: 'popup' | 'guide' | 'desk';
}

/** Something stored has a shape this version does not know. It is left as it is and never overwritten. */
export class SavedDataUnreadable extends ShownError {
  override readonly name = 'SavedDataUnreadable';
  readonly messageKey = 'problem.unreadable';
  readonly place = 'desk';
  readonly item: string;
  constructor(item: string, cause: unknown) {
    super(`Stored item "${item}" could not be read and was left untouched`, { cause });
    this.item = item;
  }
}
