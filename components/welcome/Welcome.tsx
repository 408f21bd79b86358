import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RegisterRecord } from '../../lib/knowledge/compiled.ts';
import type { Place } from '../../lib/sites/places.ts';
import { Ja, useText } from '../text.tsx';
import { Copies } from '../ui/Copies.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Unofficial } from '../ui/Unofficial.tsx';
import { Ask } from './Ask.tsx';
import type { ChosenPlace, Said, WelcomeView } from './model.ts';
import { placeName } from './place-name.ts';
import { PlaceSearch } from './PlaceSearch.tsx';

type Props = {
  view: WelcomeView;
  said: { what: Said; place: Place | undefined } | undefined;
  /** the desk at the place where dates are typed, and where problems are shown */
  links: { dates: string; problem: string };
  onLanguage: (id: string) => void;
  /** called while the click is handled */
  onAdd: (place: Place) => void;
  /** called while the click is handled */
  onAllow: () => void;
  onDrop: (chosen: Pick<ChosenPlace, 'id' | 'place'>) => void;
};

/** What a place's name needs. */
type Named = { register: readonly RegisterRecord[]; language: string };

const JOBS = ['understand', 'worth', 'dates'] as const;

/** What a person sees first: what this is, in which language, where it may work, and the way to their dates. */
export function Welcome({ view, said, links, onLanguage, onAdd, onAllow, onDrop }: Props) {
  const { language, languages, covered, withheld, register, places, copies, unreadable } = view;
  return (
    <>
      <header>
        <p class="brand">
          <Mark /> <b>Madoguchi</b> <Ja text="窓口" class="ja" /> <Unofficial />
        </p>
        <Languages languages={languages} current={language.id} onChange={onLanguage} />
      </header>
      <main>
        <h1>
          <Say k="title" />
        </h1>
        <p class="lead">
          <Say k="lead" />
        </p>
        <ul class="rows jobs">
          {JOBS.map((job) => (
            <li key={job}>
              <b>
                <Say k={`job-${job}`} />
              </b>
              <span>
                <Say k={`job-${job}-text`} />
              </span>
            </li>
          ))}
        </ul>
        <p class="promise">
          <Say k="promise-local" />
        </p>
        <p class="promise">
          <Say k="promise-unofficial" />
        </p>

        <section aria-labelledby="where">
          <h2 id="where">
            <Say k="where-title" />
          </h2>
          <p>
            <Say k="where-lead" n={covered} />
          </p>
          {withheld.length > 0 && (
            <p class="note">
              <span>
                <Say k="withheld" n={withheld.length} />
              </span>
              <button type="button" class="primary" onClick={onAllow}>
                <Say k="mend" />
              </button>
            </p>
          )}
          {unreadable ? (
            <div class="problem">
              <p>
                <Say k="said-unreadable" />
              </p>
              <a href={links.problem}>
                <Say k="problem-open" />
              </a>
            </div>
          ) : (
            <Choose register={register} language={language.id} said={said} onAdd={onAdd} />
          )}
          <SaidLine said={said} language={language.id} register={register} />
          {places.length > 0 && (
            <Places places={places} language={language.id} register={register} onAdd={onAdd} onDrop={onDrop} />
          )}
          {!unreadable && <Copies {...copies} onAdd={onAdd} onDrop={(place) => onDrop({ id: place.id, place })} />}
        </section>

        <section aria-labelledby="dates">
          <h2 id="dates">
            <Say k="dates-title" />
          </h2>
          <p>
            <Say k="dates-lead" />
          </p>
          <p class="actions">
            <a class="button primary" href={links.dates}>
              <Say k="dates-link" />
            </a>
            <span class="hint">
              <Say k="not-now" />
            </span>
          </p>
        </section>
      </main>
    </>
  );
}

/** Every language in its own name and letters, for a person who cannot read the one that is shown. */
function Languages({
  languages,
  current,
  onChange,
}: {
  languages: WelcomeView['languages'];
  current: string;
  onChange: (id: string) => void;
}) {
  const { plain } = useText();
  return (
    <fieldset class="chips" translate={false}>
      <legend class="hidden">{plain('language')}</legend>
      {languages.map(({ id, name, locale }) => (
        <label key={id} class="chip" lang={locale}>
          <input type="radio" name="language" value={id} checked={id === current} onChange={() => onChange(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The search, and once something is picked what the browser will ask. */
function Choose({ register, language, said, onAdd }: Named & Pick<Props, 'said' | 'onAdd'>) {
  const [picked, pick] = useState<RegisterRecord | null>();
  const root = useRef<HTMLDivElement>(null);
  const backToSearch = (): void => {
    pick(undefined);
    root.current?.querySelector('input')?.focus();
  };
  useLayoutEffect(() => {
    if (said?.what === 'added' && picked !== undefined) backToSearch();
  }, [said]);
  return (
    <div class="choose" ref={root}>
      <PlaceSearch register={register} language={language} onPick={pick} />
      {picked === undefined ? (
        <button type="button" class="link" onClick={() => pick(null)}>
          <Say k="choose-all" />
        </button>
      ) : (
        <Ask
          key={picked?.code ?? 'all'}
          picked={picked}
          register={register}
          language={language}
          onAdd={onAdd}
          onCancel={backToSearch}
        />
      )}
    </div>
  );
}

/** What was just done. Always in the page, so that it is read out. */
function SaidLine({ said, language, register }: Named & { said: Props['said'] }) {
  const { t } = useText();
  const name = said?.place ? placeName(said.place, language, register, t) : t('place-gone');
  const key = said?.what === 'failed' ? 'failed' : `said-${said?.what}`;
  return <output class="done">{said && <Line text={t(key, { name })} />}</output>;
}

function Places({
  places,
  language,
  register,
  onAdd,
  onDrop,
}: Named & Pick<Props, 'onAdd' | 'onDrop'> & { places: readonly ChosenPlace[] }) {
  const { t, plain } = useText();
  return (
    <>
      <h3>
        <Say k="places-title" />
      </h3>
      <ul class="rows places">
        {places.map((chosen) => {
          const { id, place, missing } = chosen;
          const name = place ? placeName(place, language, register, t) : t('place-gone');
          return (
            <li key={id} class="split">
              <span class="name">
                <Line text={name} />
                {place && (
                  <span class="hint">
                    <Line text={t('sites', { n: place.patterns.length })} />
                  </span>
                )}
              </span>
              {place && missing && (
                <span class="note">
                  <span>
                    <Say k="missing" />
                  </span>
                  <button
                    type="button"
                    class="primary"
                    aria-label={plain('mend-name', { name })}
                    onClick={() => onAdd(place)}
                  >
                    <Say k="mend" />
                  </button>
                </span>
              )}
              <button
                type="button"
                class="quiet"
                aria-label={plain('drop-name', { name })}
                onClick={() => onDrop(chosen)}
              >
                <Say k="drop" />
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
