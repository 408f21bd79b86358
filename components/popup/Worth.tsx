import { useText } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { useList } from '../ui/use-list.ts';
import type { View } from '../ui/view.ts';

/** The benefits that are worth most to this person: a title, and what it saves on the right edge. */
export function Worth({ view, shown, onDesk }: { view: View; shown: number; onDesk: (route: string) => void }) {
  const { t } = useText();
  const list = useList();
  const mine = view.benefits.filter((benefit) => benefit.forMe);
  const told = view.person.status !== null || view.person.situations.length > 0;
  return (
    <section aria-labelledby="worth">
      <h2 id="worth">
        <Say k={told ? 'worth' : 'worth-all'} />
      </h2>
      <button type="button" class="link more" onClick={() => onDesk('benefits')}>
        <Line text={t('all', { n: mine.length })} />
      </button>
      <ul class="rows worth">
        {mine.slice(0, shown).map((benefit) => (
          <li key={benefit.id}>
            <b>
              <Line text={benefit.title} />
            </b>
            {benefit.worth !== null && (
              <span class="saves">
                <Line text={benefit.worth} />
              </span>
            )}
            <small>
              {benefit.status === 'partial' && (
                <>
                  <Say k="partial" />
                  {' · '}
                </>
              )}
              {benefit.forStatuses && (
                <>
                  <Say k="for-whom" who={list(benefit.forStatuses.map((status) => t(`status.${status}`)))} />
                  {' · '}
                </>
              )}
              <span lang="en">{benefit.source.publisher}</span>
              {' · '}
              <Say k="checked" date={benefit.source.checked} />
            </small>
          </li>
        ))}
      </ul>
      <p class="ways">
        <button type="button" class="link" onClick={() => onDesk('worries')}>
          <Say k="worries" />
        </button>
        <button type="button" class="link" onClick={() => onDesk('then-and-now')}>
          <Say k="then-and-now" />
        </button>
      </p>
    </section>
  );
}
