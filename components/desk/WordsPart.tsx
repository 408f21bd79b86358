import { useState } from 'preact/hooks';
import { Ja, useText } from '../text.tsx';
import { Confusable } from '../ui/Confusable.tsx';
import { Line, Say } from '../ui/Line.tsx';
import type { TermView, View } from '../ui/view.ts';
import { searchTerms } from './search-terms.ts';

/** The official words with their explanations, to be searched in kana, kanji, romaji or the reader's language. */
export function WordsPart({ view }: { view: View }) {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const found = searchTerms(view.terms, query);
  return (
    <>
      <p class="lead">
        <Say k="words-intro" />
      </p>
      <label class="search">
        <span>
          <Say k="search" />
        </span>
        <input
          type="search"
          value={query}
          autocomplete="off"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <output class="hint">
        {found.length > 0 ? <Say k="found" n={found.length} /> : <Line text={t('found-none', { query })} />}
      </output>
      <ul class="rows terms">
        {found.map((term) => (
          <li key={term.id}>
            <Term term={term} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Term({ term }: { term: TermView }) {
  const { t } = useText();
  return (
    <article class="term">
      <h2>
        <Ja text={`｜${term.ja}《${term.kana}》`} class="headword" />
      </h2>
      <p class="title">
        <Line text={term.gloss} />
      </p>
      {term.meaning !== null && (
        <p>
          <Line text={term.meaning} />
        </p>
      )}
      <dl>
        {term.office !== null && (
          <div>
            <dt>
              <Say k="at-counter" />
            </dt>
            <dd>
              <Line text={term.office} />
            </dd>
          </div>
        )}
        {term.confusable.length > 0 && (
          <div>
            <dt>
              <Say k="not-same" />
            </dt>
            {term.confusable.map(({ id, ja, text }) => (
              <dd key={id}>
                <Confusable ja={ja} text={text} />
              </dd>
            ))}
          </div>
        )}
      </dl>
      <p class="hint">
        <span lang="en">{term.publishers.join(', ')}</span>
        {' · '}
        <Line text={t('checked', { date: term.checked })} />
      </p>
    </article>
  );
}
