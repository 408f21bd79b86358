import { useId, useRef, useState } from 'preact/hooks';
import { addDays } from '../../lib/dates/arithmetic.ts';
import { CivilDate } from '../../lib/dates/civil-date.ts';
import { useText } from '../text.tsx';
import { Line, Say } from './Line.tsx';
import { useEscape } from './use-escape.ts';
import type { DayText, Later } from './view.ts';

type Props = {
  /** of the date, without furigana */
  title: string;
  today: CivilDate;
  /** the last day that can be chosen; null: it cannot wait */
  until: DayText | null;
  onLater: (until: Later) => void;
};

/** Puts a date off: until tomorrow, for a week or until a day one picks, and never past its last day. */
export function LaterMenu({ title, today, until, onLater }: Props) {
  const { t, plain } = useText();
  const id = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState('');
  const [error, setError] = useState<string>();
  const close = () => {
    setOpen(false);
    setError(undefined);
    setPicked('');
    toggle.current?.focus();
  };
  const ways = useRef<HTMLFieldSetElement>(null);
  useEscape(open, [toggle, ways], close);
  if (until === null) {
    return (
      <small class="later-last">
        <Say k="remind.later-last-day" />
      </small>
    );
  }
  const tomorrow = addDays(today, 1);
  const choose = (chosen: Later) => {
    close();
    onLater(chosen);
  };
  const take = () => {
    const { data: day } = CivilDate.safeParse(picked);
    if (day === undefined) setError('remind.later-no-day');
    else if (day < tomorrow) setError('remind.later-too-early');
    else if (day > until.day) setError('remind.later-too-late');
    else choose(day);
  };
  return (
    <>
      <button
        type="button"
        class="quiet later"
        ref={toggle}
        aria-label={plain('later-for', { title })}
        aria-expanded={open}
        aria-controls={`${id}-ways`}
        onClick={() => (open ? close() : setOpen(true))}
      >
        <Say k="later" />
      </button>
      <fieldset
        class="later-ways"
        ref={ways}
        id={`${id}-ways`}
        aria-label={plain('later-for', { title })}
        hidden={!open}
      >
        <button type="button" class="quiet" onClick={() => choose('tomorrow')}>
          <Say k="later-tomorrow" />
        </button>
        {addDays(today, 7) <= until.day && (
          <button type="button" class="quiet" onClick={() => choose('week')}>
            <Say k="later-week" />
          </button>
        )}
        <div class="later-pick">
          <label>
            <span>
              <Say k="remind.later-pick" />
            </span>
            <input
              type="date"
              value={picked}
              min={tomorrow}
              max={until.day}
              aria-describedby={`${id}-until ${id}-error`}
              aria-invalid={error !== undefined}
              onInput={(event) => {
                setPicked(event.currentTarget.value);
                setError(undefined);
              }}
            />
          </label>
          <button type="button" class="quiet" onClick={take}>
            <Say k="remind.later-pick-do" />
          </button>
          <small id={`${id}-until`}>
            <Line text={t('remind.later-until-last', { date: until.text })} />
          </small>
          <p class="error" id={`${id}-error`} role="alert">
            {error !== undefined && <Line text={t(error, { date: until.text })} />}
          </p>
        </div>
      </fieldset>
    </>
  );
}
