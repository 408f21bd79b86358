import type { DeadlineKind } from '../../lib/knowledge/vocabulary.ts';
import { useText } from '../text.tsx';

/** What has to be done, with the person's name in front where there are several. */
export function useDateTitle(): (date: { kind: DeadlineKind; who: string | null }) => string {
  const { t } = useText();
  return ({ kind, who }) => (who === null ? t(kind) : t('title-of', { who, title: t(kind) }));
}
