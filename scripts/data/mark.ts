import { createHash } from 'node:crypto';

/** The mark of an English text that a translation carries as `of`: six hexadecimal digits. */
export const markOf = (english: string): string => createHash('sha256').update(english).digest('hex').slice(0, 6);
