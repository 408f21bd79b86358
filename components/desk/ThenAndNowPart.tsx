import { useState } from 'preact/hooks';
import { useText } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { SourceList } from '../ui/SourceList.tsx';
import type { ClaimView, View } from '../ui/view.ts';

const FILTERS = ['all', 'true', 'changed', 'ended', 'not-yet', 'unverified'] as const;
type Filter = (typeof FILTERS)[number];

/** What was said of the card in July 2022 beside what holds today, and counts with their days. */
export function ThenAndNowPart({ view }: { view: View }) {
  const { t } = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const of = (name: Filter) => view.claims.filter(({ verdict }) => name === 'all' || verdict === name);
  return (
    <>
      <p class="lead">
        <Say k="then-and-now-intro" date={view.claimed} />
      </p>
      <h2>
        <Say k="claims" />
      </h2>
      <fieldset class="chips">
        <legend>
          <Say k="filter" />
        </legend>
        {FILTERS.filter((name) => of(name).length > 0).map((name) => (
          <label key={name} class="chip">
            <input type="radio" name="verdict" checked={filter === name} onChange={() => setFilter(name)} />
            <span>
              <Line text={t(`verdict-${name}-n`, { n: of(name).length })} />
            </span>
          </label>
        ))}
      </fieldset>
      <ul class="rows claims">
        {of(filter).map((claim) => (
          <li key={claim.id}>
            <Claim claim={claim} claimed={view.claimed} />
          </li>
        ))}
      </ul>
      <h2>
        <Say k="figures" />
      </h2>
      <ul class="figures">
        {view.figures.map(({ id, text, asOf, note, sources }) => (
          <li key={id}>
            <p>
              <Line text={text} />
            </p>
            <details>
              <summary>
                <Line text={t('as-of', { date: asOf })} />
              </summary>
              {note !== null && (
                <p>
                  <Line text={note} />
                </p>
              )}
              <SourceList sources={sources} />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

function Claim({ claim, claimed }: { claim: ClaimView; claimed: string }) {
  const { t } = useText();
  const { said, verdict, now, since, until, sources } = claim;
  return (
    <article class="claim">
      <p class="state">
        <span class={verdict === 'true' ? 'tag ok' : 'tag'}>
          <Say k={`verdict-${verdict}`} />
        </span>
        {until === null ? (
          since !== null && <Line text={t('since', { date: since })} />
        ) : (
          <Line text={t('until', { date: until })} />
        )}
      </p>
      <dl>
        <div>
          <dt>
            <Say k="then" date={claimed} />
          </dt>
          <dd>
            <Line text={said} />
          </dd>
        </div>
        <div>
          <dt>
            <Say k="now" />
          </dt>
          <dd>
            <Line text={now} />
          </dd>
        </div>
      </dl>
      <details>
        <summary>
          <Say k="sources" />{' '}
          <span class="hidden">
            {': '}
            <Line text={said} />
          </span>
        </summary>
        <SourceList sources={sources} />
      </details>
    </article>
  );
}
