import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { EdgeButton } from './EdgeButton.tsx';
import type { GuideProps } from './guide-props.ts';
import { Made } from './Made.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Unofficial } from '../ui/Unofficial.tsx';
import { useToggle } from './use-toggle.ts';
import { WordList, type WordListProps } from './WordList.tsx';

type Props = WordListProps & Pick<GuideProps, 'open' | 'onToggle' | 'translation'>;

/** For a page that no procedure was recognised on, when the person asked for its words: only their list, at the edge. */
export function WordsPanel({ words, onWord, open, onToggle, translation }: Props) {
  const { t, plain } = useText();
  const { button, closeByEscape } = useToggle(open, onToggle);
  if (words.length === 0 && !translation) return null;
  const title = words.length > 0 ? t('words', { n: words.length }) : t('edge');
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
      {words.length > 0 && (
        <div class="body">
          <WordList words={words} onWord={onWord} />
        </div>
      )}
    </section>
  );
}
