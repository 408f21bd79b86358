import type { CivilDate } from '../../lib/dates/civil-date.ts';
import type { DateField } from '../../lib/household/schema.ts';
import { SITUATIONS, STATUSES, type Situation, type Status } from '../../lib/knowledge/vocabulary.ts';
import { useText } from '../text.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { dateFields } from '../ui/asked.ts';
import type { View } from '../ui/view.ts';
import { EventsPart, type EventCallbacks } from './EventsPart.tsx';
import { PeoplePart, type PeopleCallbacks } from './PeoplePart.tsx';

export type HouseholdCallbacks = PeopleCallbacks &
  EventCallbacks & {
    onDate: (person: string, field: DateField, date: CivilDate | null) => void;
    onStatus: (person: string, status: Status | null) => void;
    onSituation: (person: string, situation: Situation) => void;
  };

/** What the person tells us. Nothing is required, everything is saved at once. */
export function HouseholdPart({ view, on }: { view: View; on: HouseholdCallbacks }) {
  const { t } = useText();
  const { person } = view;
  const name = view.people.find(({ id }) => id === person.id)?.name ?? '';
  return (
    <>
      <p class="lead">
        <Say k="household-intro" /> <Say k="never-ask" />
      </p>
      <PeoplePart view={view} on={on} />
      <fieldset class="choices">
        <legend>
          <Say k="status" />
        </legend>
        <p class="hint">
          <Say k="status-why" />
        </p>
        {[...STATUSES, null].map((status) => (
          <div key={status} class="choice-with-meaning">
            <label class="choice">
              <input
                type="radio"
                name="status"
                checked={person.status === status}
                aria-describedby={`status-${status}`}
                onChange={() => on.onStatus(person.id, status)}
              />
              <b>
                <Line text={t(`status.${status ?? 'none'}`)} />
              </b>
            </label>
            <small id={`status-${status}`}>
              <Line text={t(`status.${status ?? 'none'}-means`)} />
            </small>
          </div>
        ))}
      </fieldset>
      <h2>{view.people.length > 1 ? <Say k="dates-of" who={name} /> : <Say k="your-dates" />}</h2>
      {dateFields(person).map((field) => (
        <DateInput
          key={`${person.id}-${field}`}
          field={field}
          value={person.dates[field]}
          today={view.today.day}
          onSave={(date) => on.onDate(person.id, field, date)}
        />
      ))}
      <fieldset class="choices ticks">
        <legend>
          <Say k="situations" />
        </legend>
        <p class="hint">
          <Say k="situations-why" />
        </p>
        {SITUATIONS.map((situation) => (
          <label key={situation} class="choice">
            <input
              type="checkbox"
              checked={person.situations.includes(situation)}
              onChange={() => on.onSituation(person.id, situation)}
            />
            <span>
              <Line text={t(`status.${situation}`)} />
            </span>
          </label>
        ))}
      </fieldset>
      <EventsPart key={person.id} view={view} on={on} />
    </>
  );
}
