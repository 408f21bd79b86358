import { useLayoutEffect, useRef } from 'preact/hooks';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import type { Told } from '../../lib/rules/rests-on.ts';
import { useText } from '../text.tsx';
import { dateKey } from '../ui/asked.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { SourceList } from '../ui/SourceList.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { useList } from '../ui/use-list.ts';
import type { DateView, FactView, ToldView, View } from '../ui/view.ts';
import { EventForm } from './EventForm.tsx';
import type { HouseholdCallbacks } from './HouseholdPart.tsx';

/** What stays the same of it when its day is changed: the field of a person, the event. */
export const toldKey = (told: Told): string => {
  switch (told.kind) {
    case 'date':
      return told.field;
    case 'event':
      return told.event.id;
    case 'status':
      return 'status';
    case 'situation':
      return told.situation;
  }
};

export type WhyProps = {
  date: DateView;
  view: View;
  /** key of what is being changed of this date; null: nothing */
  editing: string | null;
  onEdit: (told: string | null) => void;
  /** called just before a change is given on */
  onChange: (told: string) => void;
  on: Pick<HouseholdCallbacks, 'onDate' | 'onEditEvent' | 'onLookAt'>;
};

/**
 * Why a date is what it is, from what was typed over the rule and its facts to the day. What was typed can be changed
 * right there.
 */
export function DateWhy(props: WhyProps) {
  const { date } = props;
  const { t } = useText();
  const list = useList();
  return (
    <ol class="chain">
      <li>
        <h4>
          <Say k="why-told" />
        </h4>
        <ul class="told">
          {date.told.map((one) => (
            <ToldRow key={toldKey(one.told)} one={one} {...props} />
          ))}
        </ul>
      </li>
      <li>
        <h4>
          <Say k="why-rule" />
        </h4>
        <p>
          <Line text={t(`rule-${date.kind}`)} />
        </p>
        {date.facts.map((fact) => (
          <Fact key={fact.id} fact={fact} />
        ))}
      </li>
      <li>
        <h4>
          <Say k="why-so" />
        </h4>
        {date.opens && (
          <p>
            <Line text={t('opens-is', { date: date.opens.text })} />
          </p>
        )}
        <p>
          <b>
            <Line text={t('last-is', { date: date.last.text })} />
          </b>
        </p>
        <p class="hint">
          <Say k={date.certainty} />{' '}
          {date.missing.length > 0 && <Say k="missing" fields={list(date.missing.map((field) => t(field)))} />}
        </p>
      </li>
    </ol>
  );
}

/** The words for what was typed. */
function useToldTitle(): (told: Told) => string {
  const { t } = useText();
  return (told) => {
    switch (told.kind) {
      case 'date':
        return t(dateKey(told.field));
      case 'event':
        return told.event.kind === 'noted' ? told.event.text : t(`event-${told.event.kind}`);
      case 'status':
        return t(`status.${told.status}`);
      case 'situation':
        return t(`status.${told.situation}`);
    }
  };
}

function ToldRow({ one: { told, day }, date, view, editing, onEdit, onChange, on }: WhyProps & { one: ToldView }) {
  const { plain } = useText();
  const title = useToldTitle()(told);
  const button = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const key = toldKey(told);
  const open = editing === key;
  const was = useRef(open);
  // A field that is taken away with the focus in it gives on what was typed: not after Escape, and not a second time.
  const over = useRef(false);
  const close = () => {
    over.current = true;
    onEdit(null);
  };
  // The first field when it opens; the button again when it closes.
  useLayoutEffect(() => {
    if (open) {
      over.current = false;
      form.current?.querySelector('input')?.focus();
    } else if (was.current) button.current?.focus();
    was.current = open;
  }, [open]);
  useEscape(open, [form], close);
  const name = plain('edit-for', { title: day === null ? title : `${title}, ${day}` });
  const person = view.people.find(({ id }) => id === date.person)?.person;

  if (open && person && (told.kind === 'date' || told.kind === 'event'))
    return (
      <li class="editing">
        <div ref={form}>
          {told.kind === 'event' ? (
            <EventForm
              kind={told.event.kind}
              event={told.event}
              person={person}
              today={view.today.day}
              onSave={(draft) => {
                onChange(key);
                on.onEditEvent(told.event.id, draft);
              }}
              onCancel={close}
            />
          ) : (
            <>
              <DateInput
                field={told.field}
                value={told.day}
                today={view.today.day}
                onSave={(changed) => {
                  if (over.current) return;
                  over.current = true;
                  onChange(key);
                  on.onDate(date.person, told.field, changed);
                }}
              />
              <button type="button" class="quiet" onClick={close}>
                <Say k="guide.close" />
              </button>
            </>
          )}
        </div>
      </li>
    );
  return (
    <li>
      <span>
        <Line text={title} />
        {day !== null && (
          <b>
            {' '}
            <Line text={day} />
          </b>
        )}
      </span>
      {told.kind === 'date' || told.kind === 'event' ? (
        <button ref={button} type="button" class="quiet" aria-label={name} onClick={() => onEdit(key)}>
          <Say k="edit" />
        </button>
      ) : (
        <a class="button quiet" href="#household" aria-label={name} onClick={() => on.onLookAt(date.person)}>
          <Say k="edit" />
        </a>
      )}
    </li>
  );
}

/** A fact: what it says, its number and since when, what differs, and who says so. */
function Fact({ fact }: { fact: FactView }) {
  const { t } = useText();
  const period =
    fact.from !== null && fact.until !== null
      ? t('fact-between', { from: fact.from, until: fact.until })
      : fact.from !== null
        ? t('fact-since', { from: fact.from })
        : fact.until !== null
          ? t('fact-until', { until: fact.until })
          : t('fact-open');
  return (
    <div class="fact">
      <p>
        <Line text={fact.statement} />
      </p>
      {fact.exceptions.map((exception) => (
        <p key={exception} class="hint">
          <Line text={exception} />
        </p>
      ))}
      {fact.disagreement && (
        <p class="hint">
          <Say k="disagreement" />
        </p>
      )}
      <p class="hint">
        {fact.value !== null && (
          <>
            <b>
              <Line text={fact.value} />
            </b>
            {' · '}
          </>
        )}
        <Line text={period} />
      </p>
      <details>
        <summary>
          <Line text={t('fact-sources', { n: fact.sources.length, date: fact.checked })} />
          <span class="hidden">: {withoutFurigana(fact.statement)}</span>
        </summary>
        <SourceList sources={fact.sources} />
      </details>
    </div>
  );
}
