import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import type { GuideProps } from './guide-props.ts';

/** That a machine has made the page over, in one calm line, with the way to the page as the office wrote it. */
export function Made({ translation }: Pick<GuideProps, 'translation'>) {
  const { t } = useText();
  if (!translation) return null;
  const { made, original } = translation;
  return (
    <p class="made">
      <Line text={t(`made-${made}`)} />
      {original !== null && (
        <>
          {' '}
          <ExternalLink url={original}>
            <Line text={t(`original-${made}`)} />
          </ExternalLink>
        </>
      )}
    </p>
  );
}
