import type { Note } from '../../lib/household/note.ts';
import type { DeadlineKind } from '../../lib/knowledge/vocabulary.ts';
import { useText } from '../text.tsx';

/**
 * What has to be done, in the person's own words where it is a date of theirs; with a name in front where there are
 * several.
 */
export function useDateTitle(): (date: { kind: DeadlineKind; who: string | null; note: Note | null }) => string {
  const { t } = useText();
  return ({ kind, who, note }) => {
    const title = note?.text ?? t(kind);
    return who === null ? title : t('title-of', { who, title });
  };
}
