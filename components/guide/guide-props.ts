import type { Who } from '../../lib/knowledge/vocabulary.ts';
import type { GuideModel, VisitModel } from '../../lib/visit-model.ts';
import type { WordListProps } from './WordList.tsx';

/** What the guide shows and what it tells. */
export type GuideProps = WordListProps & {
  model: GuideModel;
  /** further procedures that the same page is about */
  others: readonly GuideModel[];
  language: string;
  languages: VisitModel['languages'];
  open: boolean;
  /** at the edge of the window: closed, it is only a button */
  edge: boolean;
  onToggle: (open: boolean) => void;
  onTick: (who: Who, item: string, on: boolean) => void;
  /** opens the sheet for the counter */
  onSheet: (who: Who) => void;
  onRemind: (on: boolean) => void;
  onAddDate: () => void;
  onLanguage: (id: string) => void;
  onSiteOff: () => void;
  /** shows one of `others` instead */
  onGuide: (procedure: string) => void;
};
