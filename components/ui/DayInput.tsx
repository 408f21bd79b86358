import { useLayoutEffect, useId, useRef, useState } from 'preact/hooks';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import { Ja, useText } from '../text.tsx';
import { partsOf, readParts, splitDate, type PartName, type Parts } from './date-parts.ts';
import { Line, Say } from './Line.tsx';

const PARTS: readonly { name: PartName; length: number }[] = [
  { name: 'year', length: 4 },
  { name: 'month', length: 2 },
  { name: 'day', length: 2 },
];

export type DayInputProps = {
  /** for tests and styles */
  name: string;
  /** key of the label */
  label: string;
  /** the word on the paper itself, shown beside every translation */
  ja: string | null;
  /** keys of the sentences below the label */
  hints: readonly string[];
  value: CivilDate | null;
  years: { first: number; last: number };
  /** no day after this one can be meant */
  latest?: CivilDate | undefined;
  onSave: (date: CivilDate | null) => void;
  /** what was typed is no day; it stays as it is */
  onInvalid?: (() => void) | undefined;
};

/**
 * One day, in the order in which Japanese papers print it. Given on when the person leaves the three fields or presses
 * Enter, and only when it is a real day; until then what was typed stays as it is.
 */
export function DayInput({ name, label, ja, hints, value, years, latest, onSave, onInvalid }: DayInputProps) {
  const { t, plain, locale } = useText();
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const [parts, setParts] = useState<Parts>(partsOf(value));
  const [error, setError] = useState<{ key: string; part: PartName }>();
  // Before the next paint: a later effect would wipe out what a quick hand has typed by then.
  useLayoutEffect(() => {
    setParts(partsOf(value));
    setError(undefined);
  }, [value]);

  const commit = (typed: Parts) => {
    const read = readParts(typed, years, latest);
    if ('error' in read) {
      setError({ key: `error-${read.error}`, part: read.part });
      onInvalid?.();
      return;
    }
    setError(undefined);
    setParts(partsOf(read.date));
    if (read.date !== value || onInvalid) onSave(read.date);
  };

  const leave = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && group.current?.contains(event.relatedTarget))) commit(parts);
  };

  return (
    <fieldset class="date" ref={group} data-field={name}>
      <legend>
        <Say k={label} />
        {ja !== null && locale !== 'ja' && <Ja text={ja} class="ja" />}
      </legend>
      {hints.length > 0 && (
        <p class="hint" id={`${id}-hint`}>
          {hints.map((hint) => (
            <span key={hint}>
              <Say k={hint} />{' '}
            </span>
          ))}
        </p>
      )}
      <div class="parts">
        {PARTS.map(({ name: part, length }) => (
          <label key={part} class={part}>
            <span>
              <Say k={part} />
            </span>
            <input
              type="text"
              inputMode="numeric"
              autocomplete="off"
              size={length}
              value={parts[part]}
              aria-describedby={[hints.length > 0 ? `${id}-hint` : '', error ? `${id}-error` : ''].join(' ').trim()}
              aria-invalid={error?.part === part}
              onBlur={leave}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault(); // in a form, the day is taken and the rest is still to be said
                commit(parts);
              }}
              onInput={(event) => {
                const typed = event.currentTarget.value;
                setParts(splitDate(typed) ?? { ...parts, [part]: typed });
              }}
            />
          </label>
        ))}
        {value !== null && (
          <button
            type="button"
            class="quiet"
            aria-label={plain('clear-for', { field: t(label) })}
            onBlur={leave}
            onClick={() => {
              setParts(partsOf(null));
              setError(undefined);
              onSave(null);
              group.current?.querySelector('input')?.focus();
            }}
          >
            <Say k="clear" />
          </button>
        )}
      </div>
      <p class="error" id={`${id}-error`} role="alert">
        {error && <Line text={t(error.key, { field: t(label), part: t(error.part) })} />}
      </p>
    </fieldset>
  );
}
