import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import type { DateField } from '../../lib/household/schema.ts';
import { Ja, useText } from '../text.tsx';
import { partsOf, readParts, splitDate, yearsFor, type PartName, type Parts } from './date-parts.ts';
import { Line, Say } from './Line.tsx';

/** The words on the papers themselves, beside every translation. */
const JA: Readonly<Record<DateField, string>> = {
  birth: '生年月日',
  card: '有効期限',
  certificate: '電子証明書の有効期限',
  stay: '在留期間（満了日）',
  moved: '住み始めた日',
};
const PARTS: readonly { name: PartName; length: number }[] = [
  { name: 'year', length: 4 },
  { name: 'month', length: 2 },
  { name: 'day', length: 2 },
];

/**
 * One date of the household, in the order in which Japanese papers print it. Saved when the person leaves the
 * three fields or presses Enter, and only when it is a real day; until then what was typed stays as it is.
 */
export function DateInput({
  field,
  value,
  today,
  onSave,
}: {
  field: DateField;
  value: CivilDate | null;
  today: CivilDate;
  onSave: (date: CivilDate | null) => void;
}) {
  const { t, plain, locale } = useText();
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const [parts, setParts] = useState<Parts>(partsOf(value));
  const [error, setError] = useState<{ key: string; part: PartName }>();
  useEffect(() => {
    setParts(partsOf(value));
    setError(undefined);
  }, [value]);

  const commit = (typed: Parts) => {
    const read = readParts(typed, yearsFor(field, today), field === 'birth' ? today : undefined);
    if ('error' in read) {
      setError({ key: `error-${read.error}`, part: read.part });
      return;
    }
    setError(undefined);
    setParts(partsOf(read.date));
    if (read.date !== value) onSave(read.date);
  };

  const leave = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && group.current?.contains(event.relatedTarget))) commit(parts);
  };

  return (
    <fieldset class="date" ref={group} data-field={field}>
      <legend>
        <Say k={field} />
        {locale !== 'ja' && <Ja text={JA[field]} class="ja" />}
      </legend>
      <p class="hint" id={`${id}-hint`}>
        <Say k={`${field}-where`} /> <Say k={`${field}-why`} />
      </p>
      <div class="parts">
        {PARTS.map(({ name, length }) => (
          <label key={name} class={name}>
            <span>
              <Say k={name} />
            </span>
            <input
              type="text"
              inputMode="numeric"
              autocomplete="off"
              size={length}
              value={parts[name]}
              aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
              aria-invalid={error?.part === name}
              onBlur={leave}
              onKeyDown={(event) => {
                if (event.key === 'Enter') commit(parts);
              }}
              onInput={(event) => {
                const typed = event.currentTarget.value;
                setParts(splitDate(typed) ?? { ...parts, [name]: typed });
              }}
            />
          </label>
        ))}
        {value !== null && (
          <button
            type="button"
            class="quiet"
            aria-label={plain('clear-for', { field: t(field) })}
            onBlur={leave}
            onClick={() => {
              setParts(partsOf(null));
              onSave(null);
              group.current?.querySelector('input')?.focus();
            }}
          >
            <Say k="clear" />
          </button>
        )}
      </div>
      <p class="error" id={`${id}-error`} role="alert">
        {error && <Line text={t(error.key, { field: t(field), part: t(error.part) })} />}
      </p>
    </fieldset>
  );
}
