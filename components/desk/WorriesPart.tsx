import { useText } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { SourceList } from '../ui/SourceList.tsx';
import type { ConcernView, View } from '../ui/view.ts';

/** Worries that people have, each with what stands against it, what is true in it, and what one can do. */
export function WorriesPart({ view }: { view: View }) {
  return (
    <>
      <p class="lead">
        <Say k="worries-intro" />
      </p>
      <ul class="rows worries">
        {view.concerns.map((concern) => (
          <li key={concern.id}>
            <Worry concern={concern} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Worry({ concern }: { concern: ConcernView }) {
  const { t } = useText();
  const sides = [
    { key: 'worry-answer', text: concern.answer },
    { key: 'worry-fair', text: concern.fair },
  ];
  return (
    <article>
      <h2>
        <Line text={concern.worry} />
      </h2>
      <p>
        <Line text={concern.short} />
      </p>
      <details>
        <summary>
          <Say k="both-sides" />{' '}
          <span class="hidden">
            {': '}
            <Line text={concern.worry} />
          </span>
        </summary>
        {sides.map(
          ({ key, text }) =>
            text !== null && (
              <section key={key}>
                <h3>
                  <Line text={t(key)} />
                </h3>
                <p>
                  <Line text={text} />
                </p>
              </section>
            ),
        )}
        {concern.advice.length > 0 && (
          <>
            <h3>
              <Say k="worry-advice" />
            </h3>
            <ul>
              {concern.advice.map(({ id, text }) => (
                <li key={id}>
                  <Line text={text} />
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>
          <Say k="sources" />
        </h3>
        <SourceList sources={concern.sources} />
      </details>
    </article>
  );
}
