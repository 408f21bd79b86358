/** The first and cheapest question on every page: can this be about anything we know? Errs towards yes. */
import type { Gate } from '../knowledge/compiled.ts';
import { normalise } from './normalise.ts';
import type { PageFacts } from './page-facts.ts';

/**
 * Letters that neither Japanese nor English is written in: Portuguese, Spanish, Vietnamese, Korean, Chinese. They open
 * the gate by themselves: such pages are few on the sites of offices, and to name their words takes 1.5 KB more.
 */
export const FOREIGN_LETTER = /[à-öø-ɏḀ-ỹ가-힣个们儿兒养办变變國编码碼险險证證请记录錄转轉迁电续續]/;

/**
 * Whether one of the gate's words stands in title, heading or crumbs. A page that has neither title nor heading is let
 * through: there `recognise` looks at address and text, and such pages are rare (2 of 277 real ones).
 */
export function passesGate(gate: Gate, frame: Pick<PageFacts, 'title' | 'heading' | 'crumbs'>): boolean {
  if (frame.title === '' && frame.heading === '') return true;
  const text = normalise([frame.title, frame.heading, ...frame.crumbs].join('。'));
  return FOREIGN_LETTER.test(text) || gate.words.some((word) => text.includes(word));
}

/** Path and query of an address, in lower case and readable where it is; '' for what is no address. */
export function pathOf(url: string): string {
  const path = /^[a-z]+:\/\/[^/]*(\/[^#]*)/i.exec(url)?.[1] ?? '';
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path.toLowerCase(); // percent signs that encode nothing, or another encoding than UTF-8
  }
}
