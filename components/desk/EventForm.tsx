import { useLayoutEffect, useId, useRef, useState } from 'preact/hooks';
import { CivilDate } from '../../lib/dates/civil-date.ts';
import type { EventDraft } from '../../lib/household/edit.ts';
import { noteText } from '../../lib/household/note.ts';
import { Event, type Person } from '../../lib/household/schema.ts';
import type { EventKind } from '../../lib/knowledge/vocabulary.ts';
import { useText } from '../text.tsx';
import { EVENT_FIELDS, eventValues } from '../ui/asked.ts';
import { yearsFor } from '../ui/date-parts.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { NotePageLink } from '../ui/NotePageLink.tsx';

type Values = Readonly<Record<string, unknown>>;
const dayOf = (value: unknown): CivilDate | null => CivilDate.safeParse(value).data ?? null;

/**
 * What happened to a person: its day, and what else changes an answer. Saved as a whole, for half of it would mislead.
 */
export function EventForm({
  kind,
  event,
  person,
  today,
  onSave,
  onCancel,
}: {
  kind: EventKind;
  /** the one that is put right; null: a new one */
  event: Event | null;
  person: Person;
  today: CivilDate;
  onSave: (draft: EventDraft) => void;
  onCancel: (() => void) | null;
}) {
  const { t, plain } = useText();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // What was typed last counts also where a click comes before the next drawing.
  const said = useRef<Values>(event ?? {});
  const invalid = useRef<Set<string>>(new Set());
  const [, redraw] = useState(0);
  const [problem, setProblem] = useState<string>();
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  useLayoutEffect(() => {
    const abort = new AbortController();
    const leave = (pressed: KeyboardEvent) => {
      if (pressed.key === 'Escape') onCancel?.();
    };
    form.current?.addEventListener('keydown', leave, { signal: abort.signal });
    return () => abort.abort();
  }, [onCancel]);

  const set = (name: string, value: unknown) => {
    said.current = { ...said.current, [name]: value };
    invalid.current.delete(name);
    setProblem(undefined);
    redraw((n) => n + 1);
  };
  const values = eventValues(kind, said.current, person);
  const asked = EVENT_FIELDS[kind].filter((field) => field.asked?.(values, person) ?? true);

  const refuse = (name: string, key: string) => {
    setProblem(key);
    form.current?.querySelector<HTMLInputElement>(`[data-field="${name}"] input`)?.focus();
  };
  const save = () => {
    const now = eventValues(kind, said.current, person);
    const [wrong] = invalid.current;
    if (wrong !== undefined) return refuse(wrong, 'event-wrong-day');
    const days = asked.filter((field) => field.type === 'day' && field.required).map(({ name }) => name);
    const whole: Values = { ...now, on: said.current['on'] ?? null };
    const missing = ['on', ...days].find((name) => whole[name] === null);
    if (missing !== undefined) return refuse(missing, 'event-no-day');
    const empty = asked.find(({ name, type }) => type === 'text' && whole[name] === '');
    if (empty !== undefined) return refuse(empty.name, 'event-no-text');
    const { id: _, ...draft } = Event.parse({ ...whole, id: 'e0', person: person.id, kind });
    onSave(draft);
  };

  const day = (name: string, label: string, hints: readonly string[]) => (
    <DayInput
      key={name}
      name={name}
      label={label}
      ja={null}
      hints={hints}
      value={dayOf(said.current[name])}
      years={yearsFor('event', today)}
      latest={kind === 'born' ? today : undefined}
      onSave={(value) => set(name, value)}
      onInvalid={() => invalid.current.add(name)}
    />
  );

  return (
    <form
      ref={form}
      class="event"
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        save();
      }}
    >
      <h3 id={`${id}-title`}>
        <Line text={t(`event-${kind}`)} />
      </h3>
      <p class="hint">
        <Line text={t(`event-${kind}-why`)} />
      </p>
      {day('on', `event-${kind}-on`, [])}
      {asked.map((field) => {
        switch (field.type) {
          case 'day':
            return day(field.name, field.key, field.required ? [] : ['event-optional']);
          case 'tick':
            return (
              <label key={field.name} class="choice">
                <input
                  type="checkbox"
                  checked={values[field.name] === true}
                  onChange={(changed) => set(field.name, changed.currentTarget.checked)}
                />
                <span>
                  <Line text={t(field.key)} />
                </span>
              </label>
            );
          case 'text':
            return (
              <label key={field.name} class="field" data-field={field.name}>
                <span>
                  <Line text={t(field.key)} />
                </span>
                <input
                  type="text"
                  autocomplete="off"
                  maxLength={field.longest}
                  defaultValue={String(values[field.name])}
                  onInput={(changed) => set(field.name, noteText(changed.currentTarget.value))}
                />
              </label>
            );
          case 'page': {
            const page = values[field.name];
            return (
              typeof page === 'string' && (
                <p key={field.name} class="hint">
                  <Say k={field.key} /> <NotePageLink page={page} />
                </p>
              )
            );
          }
          case 'choice':
            return (
              <label key={field.name} class="field">
                <span>
                  <Line text={t(field.key)} />
                </span>
                <select
                  value={String(values[field.name])}
                  onChange={(changed) => set(field.name, changed.currentTarget.value)}
                >
                  {field.options.map(({ value, key }) => (
                    <option key={value} value={value} selected={values[field.name] === value}>
                      {plain(key)}
                    </option>
                  ))}
                </select>
              </label>
            );
        }
      })}
      <p class="error" role="alert">
        {problem !== undefined && <Line text={t(problem)} />}
      </p>
      <div class="actions">
        <button type="submit" class="primary">
          <Say k="event-save" />
        </button>
        {onCancel && (
          <button type="button" class="quiet" onClick={onCancel}>
            <Say k="cancel" />
          </button>
        )}
      </div>
    </form>
  );
}
