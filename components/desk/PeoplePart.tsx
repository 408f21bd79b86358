import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NICKNAME_MAX } from '../../lib/household/edit.ts';
import { emptyPerson } from '../../lib/household/schema.ts';
import { useText } from '../text.tsx';
import type { Birth } from '../ui/actions.ts';
import { Line, Say } from '../ui/Line.tsx';
import type { View } from '../ui/view.ts';
import { EventForm } from './EventForm.tsx';

export type PeopleCallbacks = {
  onLookAt: (person: string) => void;
  onAddPerson: () => void;
  onAddNewborn: (birth: Birth) => void;
  onRemovePerson: (person: string) => void;
  onNickname: (person: string, nickname: string) => void;
};

/** Whom one looks at; nothing where there is nobody to choose between. */
export function PersonChoice({ view, onLookAt }: { view: View } & Pick<PeopleCallbacks, 'onLookAt'>) {
  if (view.people.length < 2) return null;
  return (
    <fieldset class="people">
      <legend>
        <Say k="people-choose" />
      </legend>
      {view.people.map(({ id, name }) => (
        <label key={id} class="choice">
          <input type="radio" name="person" checked={id === view.person.id} onChange={() => onLookAt(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The people of the household: who is asked about below, what they are called here, and who else there is. */
export function PeoplePart({ view, on }: { view: View; on: PeopleCallbacks }) {
  const { t, plain } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const nickname = useRef<HTMLInputElement>(null);
  const [newborn, setNewborn] = useState(false);
  const count = useRef(view.people.length);
  const { person, people } = view;
  // Somebody new is named first; after a removal the button that was pressed is gone.
  useLayoutEffect(() => {
    if (people.length > count.current) nickname.current?.focus();
    if (people.length < count.current) heading.current?.focus();
    count.current = people.length;
  }, [people.length]);
  const close = () => {
    setNewborn(false);
    heading.current?.focus();
  };
  const name = people.find(({ id }) => id === person.id)?.name ?? '';

  return (
    <section aria-labelledby="people">
      <h2 id="people" ref={heading} tabIndex={-1}>
        <Say k="people" />
      </h2>
      <p class="hint">
        <Say k="people-why" />
      </p>
      <PersonChoice view={view} onLookAt={on.onLookAt} />
      {people.length > 1 && (
        <>
          <label class="field">
            <span>
              <Say k="nickname" />
            </span>
            <input
              key={person.id}
              ref={nickname}
              type="text"
              autocomplete="off"
              maxLength={NICKNAME_MAX}
              value={person.nickname}
              aria-describedby="nickname-why"
              onBlur={(event) => {
                if (event.currentTarget.value.trim() !== person.nickname)
                  on.onNickname(person.id, event.currentTarget.value);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
              }}
            />
          </label>
          <p class="hint" id="nickname-why">
            <Say k="nickname-why" />
          </p>
        </>
      )}
      <div class="actions">
        <button type="button" onClick={on.onAddPerson}>
          <Say k="person-add" />
        </button>
        <button type="button" onClick={() => setNewborn(true)}>
          <Say k="newborn-add" />
        </button>
        {people.length > 1 && (
          <button
            type="button"
            class="stop"
            aria-label={plain('remove-for', { title: name })}
            onClick={() => on.onRemovePerson(person.id)}
          >
            <Line text={t('remove-for', { title: name })} />
          </button>
        )}
      </div>
      {newborn && (
        <EventForm
          kind="born"
          event={null}
          person={emptyPerson('p0')}
          today={view.today.day}
          onSave={(draft) => {
            if (draft.kind !== 'born') return;
            const { person: _, ...birth } = draft;
            on.onAddNewborn(birth);
            setNewborn(false);
          }}
          onCancel={close}
        />
      )}
    </section>
  );
}
