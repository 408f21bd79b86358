/**
 * A backup is one file with everything we store. There is no sync: the file is the only copy outside the device.
 * Pure: who reads the file and writes the store is somebody else.
 */
import { ITEMS } from '../items.ts';
import { z } from '../zod.ts';

const FORMAT = 'madoguchi-backup';

/** Item by item, each in today's shape. */
export type Stored = { [K in keyof typeof ITEMS]: (typeof ITEMS)[K]['empty'] };

/** The items as they are stored: also those that this version cannot read, so that nothing is left behind. */
export type Backup = { format: typeof FORMAT; version: 1; items: Readonly<Record<string, unknown>> };

/**
 * Why a file was not taken. `too-large` and `not-json`: not looked into. `not-a-backup`: some other file. `newer`:
 * written by a later version. `unreadable`: an item is damaged; `item` names it.
 */
export type BackupProblem = 'too-large' | 'not-json' | 'not-a-backup' | 'newer' | 'unreadable';

/** A file that is not taken; nothing was changed. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  readonly reason: BackupProblem;
  readonly item: string | null;
  constructor(reason: BackupProblem, item: string | null = null, cause?: unknown) {
    super(`This backup is not taken: ${reason}${item === null ? '' : ` (${item})`}`, { cause });
    this.reason = reason;
    this.item = item;
  }
}

/** A household of ten with years of notices stays under 200,000 characters; more is not ours. */
const LONGEST = 2_000_000;

const Envelope = z.strictObject({
  format: z.literal(FORMAT),
  version: z.int().check(z.positive()),
  items: z.record(z.string(), z.unknown()),
});

/** What goes into the file: `raw` is every stored item under its key, as it is. Items not stored are left out. */
export const exportBackup = (raw: Readonly<Record<string, unknown>>): Backup => ({
  format: FORMAT,
  version: 1,
  items: Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined)),
});

/** Everything erased: what each item is while nothing is stored. */
export const emptyStored = (): Stored => ({
  household: ITEMS.household.empty,
  deliveries: ITEMS.deliveries.empty,
  settings: ITEMS.settings.empty,
  checklists: ITEMS.checklists.empty,
  calendar: ITEMS.calendar.empty,
  reminders: ITEMS.reminders.empty,
  saves: ITEMS.saves.empty,
});

const isItem = (key: string): key is keyof Stored => Object.hasOwn(ITEMS, key);

/**
 * Reads a backup that was parsed from JSON. All or nothing: every item comes back in today's shape, with the empty
 * value where the file has none, or `BackupRefused` says why. A key that we do not store is refused too, for we
 * could only drop it.
 */
export function readBackup(file: unknown): Stored {
  const envelope = Envelope.safeParse(file);
  if (!envelope.success) throw new BackupRefused('not-a-backup', null, envelope.error);
  if (envelope.data.version > 1) throw new BackupRefused('newer');
  const { items } = envelope.data;
  for (const key of Object.keys(items)) if (!isItem(key)) throw new BackupRefused('unreadable', key);
  const read = <T>(item: { key: string; read: (stored: unknown) => T; empty: T }): T => {
    if (!Object.hasOwn(items, item.key)) return item.empty;
    try {
      return item.read(items[item.key]);
    } catch (error) {
      throw new BackupRefused('unreadable', item.key, error);
    }
  };
  return {
    household: read(ITEMS.household),
    deliveries: read(ITEMS.deliveries),
    settings: read(ITEMS.settings),
    checklists: read(ITEMS.checklists),
    calendar: read(ITEMS.calendar),
    reminders: read(ITEMS.reminders),
    saves: read(ITEMS.saves),
  };
}

/** No key of ours; a record would drop it in silence, and what is dropped was not read. */
function withoutPrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new BackupRefused('not-a-backup');
  return value;
}

/** The same from the text of a file. Its length is looked at before anything else. */
export function readBackupText(text: string): Stored {
  if (text.length > LONGEST) throw new BackupRefused('too-large');
  let file: unknown;
  try {
    file = JSON.parse(text, withoutPrototype);
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    // Nesting so deep that it cannot be walked through ends in a RangeError.
    throw new BackupRefused(error instanceof SyntaxError ? 'not-json' : 'not-a-backup', null, error);
  }
  return readBackup(file);
}
