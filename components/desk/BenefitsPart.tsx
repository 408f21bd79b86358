import { useState } from 'preact/hooks';
import { Ja, useText } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { SourceList } from '../ui/SourceList.tsx';
import { useList } from '../ui/use-list.ts';
import type { BenefitView, View } from '../ui/view.ts';

const FILTERS = ['me', 'all', 'ended'] as const;
type Filter = (typeof FILTERS)[number];
const belongs: Readonly<Record<Filter, (benefit: BenefitView) => boolean>> = {
  me: (benefit) => benefit.forMe,
  all: () => true,
  ended: (benefit) => benefit.status === 'ended',
};

/** What the card can do for you: for this person first, each with its state, limits and sources. */
export function BenefitsPart({ view }: { view: View }) {
  const { t } = useText();
  const [filter, setFilter] = useState<Filter>('me');
  return (
    <>
      <p class="lead">
        <Say k="benefits-intro" />
      </p>
      <fieldset class="chips">
        <legend>
          <Say k="filter" />
        </legend>
        {FILTERS.map((name) => (
          <label key={name} class="chip">
            <input type="radio" name="filter" checked={filter === name} onChange={() => setFilter(name)} />
            <span>
              <Line text={t(`filter-${name}`, { n: view.benefits.filter(belongs[name]).length })} />
            </span>
          </label>
        ))}
      </fieldset>
      <ul class="rows benefits">
        {view.benefits.filter(belongs[filter]).map((benefit) => (
          <li key={benefit.id}>
            <Benefit benefit={benefit} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Benefit({ benefit }: { benefit: BenefitView }) {
  const { t } = useText();
  const list = useList();
  const available = benefit.status === 'active' || benefit.status === 'partial';
  const notMine = available && !benefit.forMe;
  const period =
    benefit.status === 'ended' && benefit.until
      ? t('until', { date: benefit.until })
      : benefit.from && t(benefit.status === 'planned' ? 'starts' : 'since', { date: benefit.from });
  return (
    <article class="benefit">
      <h2>
        <Line text={benefit.title} /> <Ja text={benefit.ja} class="ja" />
      </h2>
      {benefit.worth !== null && (
        <p class={available ? 'saves' : 'saves off'}>
          <Line text={benefit.worth} />
        </p>
      )}
      <p class="state">
        <span class={available && !notMine ? 'tag ok' : 'tag'}>
          <Say k={notMine ? 'not-for-you' : benefit.status} />
        </span>
        {period && <Line text={period} />}
        {benefit.forStatuses && (
          <Say k="for-whom" who={list(benefit.forStatuses.map((status) => t(`status.${status}`)))} />
        )}
      </p>
      {benefit.what !== null && (
        <p class="what">
          <Line text={benefit.what} />
        </p>
      )}
      <details>
        <summary>
          <Say k="details" />{' '}
          <span class="hidden">
            {': '}
            <Line text={benefit.title} />
          </span>
        </summary>
        {available && (
          <>
            <h3>
              <Say k="needs" />
            </h3>
            <ul>
              {(benefit.needs.length > 0 ? benefit.needs : ['nothing']).map((need) => (
                <li key={need}>
                  <Say k={`need-${need}`} />
                </li>
              ))}
            </ul>
          </>
        )}
        {benefit.limits.length > 0 && (
          <>
            <h3>
              <Say k="limits" />
            </h3>
            <ul>
              {benefit.limits.map(({ id, text }) => (
                <li key={id}>
                  <Line text={text} />
                </li>
              ))}
            </ul>
          </>
        )}
        {benefit.start !== null && (
          <p>
            <a href={benefit.start} target="_blank" rel="noopener noreferrer">
              <Say k="start" />
            </a>
          </p>
        )}
        <h3>
          <Say k="sources" />
        </h3>
        <SourceList sources={benefit.sources} />
      </details>
    </article>
  );
}
