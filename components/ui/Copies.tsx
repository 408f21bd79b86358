import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CopiesPlace, CopiesState } from '../../lib/sites/places.ts';
import { useText } from '../text.tsx';
import { Line, Say } from './Line.tsx';
import { useList } from './use-list.ts';

type Props = {
  place: CopiesPlace;
  state: CopiesState;
  /** called while the click is handled */
  onAdd: (place: CopiesPlace) => void;
  onDrop: (place: CopiesPlace) => void;
};

/** A name stays on one line: its hyphens are no place to break it. */
const unbroken = (name: string): string => name.replaceAll('-', '\u2011');

/** One choice for the services that show translated copies of pages: named, asked for by itself, taken back here. */
export function Copies({ place, state, onAdd, onDrop }: Props) {
  const { t, plain } = useText();
  const list = useList();
  const id = useId();
  const before = useRef(state);
  const name = plain('copies-title');
  const title = useRef<HTMLHeadingElement>(null);
  // What had the focus may be gone with the old state.
  useLayoutEffect(() => {
    if (before.current !== state && document.activeElement === document.body) title.current?.focus();
    before.current = state;
  }, [state]);
  return (
    <section class="copies" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1} ref={title}>
        <Say k="copies-title" />
      </h3>
      <p>
        <Line text={t('copies-lead', { services: list(place.services.map((service) => unbroken(service.name))) })} />
      </p>
      {state === 'missing' && (
        <p class="note">
          <span>
            <Say k="copies-missing" />
          </span>
          <button
            type="button"
            class="primary"
            aria-label={plain('welcome.mend-name', { name })}
            onClick={() => onAdd(place)}
          >
            <Say k="welcome.mend" />
          </button>
        </p>
      )}
      <div class="split">
        {/* Always in the page, so that it is read out. */}
        <output class="ok">{state === 'on' && <Say k="copies-on" />}</output>
        {state !== 'off' && (
          <button
            type="button"
            class="quiet"
            aria-label={plain('welcome.drop-name', { name })}
            onClick={() => onDrop(place)}
          >
            <Say k="welcome.drop" />
          </button>
        )}
      </div>
      {state === 'off' && <Add place={place} onAdd={onAdd} />}
    </section>
  );
}

/** Says what the browser is going to ask before it asks. */
function Add({ place, onAdd }: Pick<Props, 'place' | 'onAdd'>) {
  const id = useId();
  const [asking, ask] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef(asking);

  useLayoutEffect(() => {
    if (asking !== before.current) (asking ? title : opener).current?.focus();
    before.current = asking;
  }, [asking]);

  if (!asking)
    return (
      <button type="button" class="link" ref={opener} onClick={() => ask(true)}>
        <Say k="copies-choose" />
      </button>
    );
  return (
    <section class="ask" aria-labelledby={`${id}-title`}>
      <h4 id={`${id}-title`} tabIndex={-1} ref={title}>
        <Say k="welcome.ask-title" />
      </h4>
      <div id={`${id}-text`}>
        <p class="question">
          <Say k="copies-ask" />
        </p>
        <ul class="asked">
          {place.services.map(({ name, domain }) => (
            <li key={domain}>
              <Line text={name} />{' '}
              <span class="hint" translate={false}>
                {domain}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <Say k="copies-only" />
        </p>
        <p>
          <Say k="welcome.ask-why" />
        </p>
        <p>
          <Say k="welcome.ask-back" />
        </p>
      </div>
      <p class="actions">
        <button type="button" class="primary" aria-describedby={`${id}-text`} onClick={() => onAdd(place)}>
          <Say k="welcome.add" />
        </button>
        <button type="button" class="quiet" onClick={() => ask(false)}>
          <Say k="welcome.cancel" />
        </button>
      </p>
    </section>
  );
}
