/** A page that a machine has made over, and what the worker knows of it. */
import { readTranslation, type Machine } from '../../lib/page/read-translation.ts';
import { send } from '../../lib/page-browser.ts';
import type { TranslationModel } from '../../lib/visit-model.ts';

export type Translated = Machine & TranslationModel;

const isSame = (a: Machine, b: Machine): boolean =>
  a.made === b.made && a.language === b.language && a.named === b.named;

/**
 * What a machine has made of this page by now, or null. `before` is given back where nothing has changed, and where the
 * worker does not answer: then the next change of the page asks again.
 */
export async function translationNow(before: Translated | null): Promise<Translated | null> {
  const machine = readTranslation(document, location.href);
  if (!machine) return null;
  if (before && isSame(machine, before)) return before;
  const { language, named } = machine;
  const known = await send({ type: 'visit:translated', language, named });
  return known ? { ...machine, ...known } : before;
}
