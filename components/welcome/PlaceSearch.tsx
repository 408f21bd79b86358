// A combobox is a pattern of ARIA alone: <datalist> matches as the browser likes, and knows no readings. The field has
// the keyboard for the whole of it. (The label is tied by `for`, which the linter knows as React's `htmlFor` only.)
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events, jsx-a11y/label-has-associated-control */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { RegisterRecord } from '../../lib/knowledge/compiled.ts';
import { romanName, searchMunicipalities } from '../../lib/sites/search.ts';
import { Ja, useText } from '../text.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { prefectureOf, withReading } from './place-name.ts';

type Props = {
  register: readonly RegisterRecord[];
  language: string;
  onPick: (record: RegisterRecord) => void;
};

/** As many as a person reads; more letters narrow it. */
const LIMIT = 12;

/**
 * Finds a municipality by name: an editable combobox with a list below it (ARIA Authoring Practices). Focus stays
 * in the field; arrow keys choose, Enter takes, Escape closes.
 */
export function PlaceSearch({ register, language, onPick }: Props) {
  const { t, plain } = useText();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useMemo(() => searchMunicipalities(query, register, LIMIT), [query, register]);
  const shown = open && found.length > 0;

  const pick = (record: RegisterRecord): void => {
    setQuery('');
    setOpen(false);
    setActive(-1);
    onPick(record);
  };
  const move = (step: number): void => {
    setOpen(true);
    const next = active < 0 && step < 0 ? found.length - 1 : (active + step + found.length) % Math.max(found.length, 1);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While kana are being made into kanji, Enter and arrows belong to the input method.
    if (event.isComposing) return;
    const record = shown ? found[active] : undefined;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && record) pick(record);
    else if (event.key === 'Enter' && found.length === 1 && found[0]) pick(found[0]);
    else if (event.key === 'Escape' && (open || query)) {
      if (open) setOpen(false);
      else setQuery('');
      setActive(-1);
    } else return;
    event.preventDefault();
  };

  return (
    <div class="finder">
      <label for={`${id}-field`}>
        <Say k="search-label" />
      </label>
      <p class="hint" id={`${id}-hint`}>
        <Say k="search-hint" />
      </p>
      <div class="field">
        <input
          id={`${id}-field`}
          type="text"
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-hint`}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          onFocus={() => setOpen(true)}
        />
        <ul id={`${id}-list`} ref={list} role="listbox" aria-label={plain('search-label')} hidden={!shown}>
          {found.map((record, index) => (
            <li
              key={record.code}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              // Keeps the focus in the field, or the list would close before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(record)}
            >
              <span class="name">
                <Ja text={language === 'ja-easy' ? withReading(record) : record.name} />
                {language !== 'ja-easy' && <span class="reading">{reading(record, language)}</span>}
              </span>
              {record.name !== record.prefecture && (
                <span class="prefecture">
                  <Prefecture record={prefectureOf(record, register)} name={record.prefecture} language={language} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
      <output class="hint found">
        {query.trim() && open && (
          <Line text={found.length === 0 ? t('search-none') : t('search-found', { n: found.length })} />
        )}
      </output>
    </div>
  );
}

function Prefecture({
  record,
  name,
  language,
}: {
  record: RegisterRecord | undefined;
  name: string;
  language: string;
}) {
  if (!record) return <Ja text={name} />;
  if (language === 'ja-easy') return <Ja text={withReading(record)} />;
  return (
    <>
      {language !== 'ja' && `${romanName(record)} `}
      <Ja text={name} />
    </>
  );
}

const reading = (record: RegisterRecord, language: string): string =>
  language === 'ja' ? record.kana : romanName(record);
