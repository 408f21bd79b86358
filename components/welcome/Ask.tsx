import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RegisterRecord } from '../../lib/knowledge/compiled.ts';
import { allPlace, placeOf, prefecturePlace, type PublicPlace } from '../../lib/sites/places.ts';
import { useText } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { bodyName } from './place-name.ts';

type Props = {
  /** the body that was picked; `null`: all public bodies, without picking one */
  picked: RegisterRecord | null;
  register: readonly RegisterRecord[];
  language: string;
  onAdd: (place: PublicPlace) => void;
  onCancel: () => void;
};

/** So many names are read at a glance and need no opening. */
const FEW = 6;

/**
 * Says what the browser is going to ask before it asks, and for which sites. The browser's own words are short and
 * frightening, and the same for all extensions.
 */
export function Ask({ picked, register, language, onAdd, onCancel }: Props) {
  const { t, plain } = useText();
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const places = placesFor(picked, register);
  const [chosen, choose] = useState(places[0]?.id);
  const place = places.find((each) => each.id === chosen) ?? places[0];

  useLayoutEffect(() => {
    const root = box.current;
    (root?.querySelector<HTMLElement>('input:checked') ?? root?.querySelector<HTMLElement>('h3'))?.focus();
  }, [picked]);

  if (!place) return null;
  const hosts = place.patterns.map((pattern) => pattern.replace(/^\*:\/\/|\/\*$/g, ''));
  return (
    <section class="ask" ref={box} aria-labelledby={`${id}-title`}>
      {places.length > 1 && (
        <fieldset>
          <legend>
            <Say k="scope" />
          </legend>
          {places.map((each) => (
            <label key={each.id} class="choice">
              <input
                type="radio"
                name={`${id}-scope`}
                value={each.id}
                checked={each.id === place.id}
                onChange={() => choose(each.id)}
              />
              <span>
                <Line text={scopeName(each, language, register, t)} />{' '}
                <span class="hint">
                  <Line text={t('sites', { n: each.patterns.length })} />
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <h3 id={`${id}-title`} tabIndex={-1}>
        <Say k="ask-title" />
      </h3>
      <div id={`${id}-text`}>
        <p class="question">
          <Line
            text={hosts.length === 1 ? t('ask-host', { host: hosts[0] ?? '' }) : t('ask-many', { n: hosts.length })}
          />
        </p>
        {hosts.length > 1 && (
          <details open={hosts.length <= FEW}>
            <summary>
              <Say k="ask-hosts" />
            </summary>
            <ul class="asked" translate={false} aria-label={plain('ask-hosts')}>
              {hosts.map((host) => (
                <li key={host}>{host}</li>
              ))}
            </ul>
          </details>
        )}
        <p>
          <Say k="ask-why" />
        </p>
        {place.kind === 'all' && (
          <p>
            <Say k="ask-slow" />
          </p>
        )}
        <p>
          <Say k="ask-back" />
        </p>
      </div>
      <p class="actions">
        <button type="button" class="primary" aria-describedby={`${id}-text`} onClick={() => onAdd(place)}>
          <Say k="add" />
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          <Say k="cancel" />
        </button>
      </p>
    </section>
  );
}

/** The body alone, its prefecture, everything; each only once. */
function placesFor(picked: RegisterRecord | null, register: readonly RegisterRecord[]): PublicPlace[] {
  if (!picked) return [allPlace(register)];
  const prefecture = prefecturePlace(picked, register);
  return [placeOf(picked), ...(prefecture ? [prefecture] : []), allPlace(register)];
}

function scopeName(
  place: PublicPlace,
  language: string,
  register: readonly RegisterRecord[],
  t: (key: string, values?: Record<string, string>) => string,
): string {
  if (place.kind === 'all') return t('scope-all');
  return t(place.kind === 'body' ? 'scope-body' : 'scope-prefecture', {
    name: bodyName(place.record, language, register),
  });
}
