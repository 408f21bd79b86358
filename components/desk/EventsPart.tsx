import { useRef, useState } from 'preact/hooks';
import type { EventDraft } from '../../lib/household/edit.ts';
import { EVENT_KINDS } from '../../lib/knowledge/vocabulary.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { useText } from '../text.tsx';
import { eventKinds } from '../ui/asked.ts';
import { Line, Say } from '../ui/Line.tsx';
import type { EventView, View } from '../ui/view.ts';
import { EventForm } from './EventForm.tsx';

export type EventCallbacks = {
  onAddEvent: (draft: EventDraft) => void;
  onEditEvent: (id: string, draft: EventDraft) => void;
  onRemoveEvent: (id: string) => void;
};

/**
 * What happened to the person one looks at: a list, and one form at a time. Keyed by the person where it is used, so
 * that nobody's half-filled form is saved for somebody else.
 */
export function EventsPart({ view, on }: { view: View; on: EventCallbacks }) {
  const { t, plain } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  /** a kind to add, the id of an event to put right, or nothing */
  const [open, setOpen] = useState('');
  const { person, events } = view;
  const kind = EVENT_KINDS.find((one) => one === open);
  const close = () => {
    setOpen('');
    heading.current?.focus();
  };

  return (
    <section aria-labelledby="events">
      <h2 id="events" ref={heading} tabIndex={-1}>
        <Say k="events" />
      </h2>
      <p class="hint">
        <Say k="events-why" />
      </p>
      {events.length > 0 && (
        <ul class="rows events">
          {events.map((one) => (
            <li key={one.event.id}>
              {open === one.event.id ? (
                <EventForm
                  kind={one.event.kind}
                  event={one.event}
                  person={person}
                  today={view.today.day}
                  onSave={(draft) => {
                    on.onEditEvent(one.event.id, draft);
                    close();
                  }}
                  onCancel={close}
                />
              ) : (
                <EventRow
                  one={one}
                  onEdit={() => setOpen(one.event.id)}
                  onRemove={() => {
                    on.onRemoveEvent(one.event.id);
                    heading.current?.focus();
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <label class="field">
        <span>
          <Say k="event-add" />
        </span>
        <select value={kind ?? ''} onChange={(event) => setOpen(event.currentTarget.value)}>
          <option value="" selected={kind === undefined}>
            {plain('event-choose')}
          </option>
          {eventKinds(person, view.today.day).map((one) => (
            <option key={one} value={one} selected={one === kind}>
              {withoutFurigana(t(`event-${one}`))}
            </option>
          ))}
        </select>
      </label>
      {kind && (
        <EventForm
          key={kind}
          kind={kind}
          event={null}
          person={person}
          today={view.today.day}
          onSave={(draft) => {
            on.onAddEvent(draft);
            close();
          }}
          onCancel={close}
        />
      )}
    </section>
  );
}

function EventRow({ one, onEdit, onRemove }: { one: EventView; onEdit: () => void; onRemove: () => void }) {
  const { t, plain } = useText();
  const title = one.event.kind === 'noted' ? one.event.text : t(`event-${one.event.kind}`);
  const named = { title: `${withoutFurigana(title)}, ${withoutFurigana(one.day)}` };
  return (
    <div class="event-row">
      <div>
        <b>
          <Line text={title} />
        </b>
        <small>
          <time dateTime={one.event.on}>
            <Line text={one.day} />
          </time>
        </small>
      </div>
      <div class="actions">
        <button type="button" class="quiet" aria-label={plain('edit-for', named)} onClick={onEdit}>
          <Say k="edit" />
        </button>
        <button type="button" class="quiet" aria-label={plain('remove-for', named)} onClick={onRemove}>
          <Say k="remove" />
        </button>
      </div>
    </div>
  );
}
