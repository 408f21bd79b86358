/** A date that the person noted themselves, from a page or typed. No law and no fact: the day is theirs. */
import { compareText } from '../compare-text.ts';
import type { Rule } from './deadline.ts';
import { ending } from './last-day.ts';
import { onePerId } from './notice.ts';

/**
 * One for each note, for two papers can be due on one day. The id carries what the note is known by: the page, so that
 * its text may be put right without a new round of notices, or else the text.
 */
export const ownDate: Rule = ({ person, events }) =>
  onePerId(
    events
      .filter((event) => event.kind === 'noted')
      .toSorted((a, b) => compareText(a.text, b.text))
      .map(({ on, text, page }) => ({
        id: `${person.id}/own-date/${mark(page ?? text)}/${on}`,
        kind: 'own-date',
        person: person.id,
        opens: null,
        ...ending(on),
        otherwise: [],
        certainty: 'noted',
        missing: [],
        facts: [],
        note: { text, page },
      })),
  );

/** Eight digits that stand for a text (FNV-1a): the same on every device, and not readable where ids are seen. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
