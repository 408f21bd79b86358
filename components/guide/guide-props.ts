import type { Kind } from '../../lib/page/kinds.ts';
import type { Who } from '../../lib/knowledge/vocabulary.ts';
import type { GuideModel, Instead, VisitModel } from '../../lib/visit-model.ts';
import type { PageDateListProps } from './PageDateList.tsx';
import type { WordListProps } from './WordList.tsx';

/** What a machine made of the page, and the page as the office wrote it, where its address is known. */
export type Translation = { made: Kind; original: string | null };

/** What the guide shows and what it tells. */
export type GuideProps = WordListProps &
  PageDateListProps & {
    model: GuideModel;
    /** further procedures that the same page is about */
    others: readonly GuideModel[];
    language: string;
    /** address of the page on which the guide stands */
    page: string;
    languages: VisitModel['languages'];
    open: boolean;
    /** at the edge of the window: closed, it is only a button */
    edge: boolean;
    /** a machine has made the page over; null: nothing shows one */
    translation: Translation | null;
    onToggle: (open: boolean) => void;
    onTick: (who: Who, item: string, on: boolean) => void;
    /** opens the sheet for the counter */
    onSheet: (who: Who) => void;
    onRemind: (on: boolean) => void;
    onAddDate: () => void;
    onLanguage: (id: string) => void;
    onSiteOff: () => void;
    somebodyElse: VisitModel['somebodyElse'];
    onSomebodyElse: (instead: Instead | null) => void;
    /** shows the guide of another procedure instead: one of `others`, or a related one */
    onGuide: (procedure: string) => void;
  };
