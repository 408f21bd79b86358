import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { EdgeButton } from './EdgeButton.tsx';
import type { GuideProps } from './guide-props.ts';
import { Made } from './Made.tsx';
import { Mark } from '../ui/Mark.tsx';
import { PageDateList, type PageDateListProps } from './PageDateList.tsx';
import { Unofficial } from '../ui/Unofficial.tsx';
import { useToggle } from './use-toggle.ts';
import { WordList, type WordListProps } from './WordList.tsx';

type Props = WordListProps &
  PageDateListProps &
  Pick<GuideProps, 'open' | 'onToggle' | 'translation'> & {
    /** whether the page was looked through; until then nothing is said of it */
    searched: boolean;
  };

/**
 * For a page that no procedure was recognised on, when the person asked to have it explained: only its words and its
 * dates, at the edge. The first of the two lists gives the panel its title. Where there is nothing to explain, it says so.
 */
export function WordsPanel({ words, onWord, dates, onDate, open, onToggle, translation, searched }: Props) {
  const { t, plain } = useText();
  const { button, closeByEscape } = useToggle(open, onToggle);
  const datesTitle = dates.length > 0 && t('dates', { n: dates.length });
  const nothing = words.length === 0 && !datesTitle && !translation;
  if (nothing && !searched) return null;
  const title = nothing ? t('nothing') : words.length > 0 ? t('words', { n: words.length }) : datesTitle || t('edge');
  if (!open) return <EdgeButton button={button} text={title} onOpen={() => onToggle(true)} />;
  return (
    // It only listens for Escape from what stands in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section class="card panel" aria-label={plain('region')} onKeyDown={closeByEscape}>
      <div class="bar">
        <Mark />
        <h2 class="gist">
          <Line text={title} />
        </h2>
        <div class="tools">
          <Unofficial />
          <button ref={button} type="button" class="btn" aria-expanded="true" onClick={() => onToggle(false)}>
            <Line text={t('close')} />
          </button>
        </div>
      </div>
      <Made translation={translation} />
      {nothing && (
        <p class="body">
          <Line text={t('nothing-why')} />
        </p>
      )}
      {(words.length > 0 || datesTitle) && (
        <div class="body">
          {words.length > 0 && <WordList words={words} onWord={onWord} />}
          {words.length > 0 && datesTitle && (
            <h3>
              <Line text={datesTitle} />
            </h3>
          )}
          {datesTitle && <PageDateList dates={dates} onDate={onDate} />}
        </div>
      )}
    </section>
  );
}
