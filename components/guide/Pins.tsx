import type { GuideModel } from '../../lib/visit-model.ts';
import { Ja, useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { saysMore } from './beside.ts';

type Props = Pick<GuideModel, 'pins'> & {
  /** shows how a locked PIN is reset; absent where this guide is the one that says it */
  onReset: (() => void) | undefined;
};

/**
 * Which of the four PINs will be asked for, by the names that forms and machines use: its form, when it locks, and the
 * way out.
 */
export function Pins({ pins, onReset }: Props) {
  const { t } = useText();
  if (pins.length === 0) return null;
  return (
    <>
      <h3>
        <Line text={t('pins')} />
      </h3>
      <p class="quiet">
        <Line text={t('pins-stop')} />
      </p>
      <ul class="pins">
        {pins.map(({ id, name, ja, form, tries, reset, online }) => (
          <li key={`${id} ${online}`}>
            <Line text={name} /> {saysMore(ja, name) && <Ja class="ja" text={ja} />}
            <small>
              {online && (
                <span class="for">
                  <Line text={t('online')} />
                </span>
              )}
              {[form, tries, reset].map((line) => line !== null && <Line key={line} text={`${line} `} />)}
            </small>
          </li>
        ))}
      </ul>
      {onReset && (
        <div class="act">
          <button type="button" class="btn" onClick={onReset}>
            <Line text={t('pin-locked')} />
          </button>
        </div>
      )}
    </>
  );
}
