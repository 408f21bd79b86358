import type { GuideModel } from '../../lib/visit-model.ts';
import { Ja, useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { saysMore } from './beside.ts';

/** Which of the four PINs will be asked for, by the names that forms and machines use, and when each locks. */
export function Pins({ pins }: Pick<GuideModel, 'pins'>) {
  const { t } = useText();
  if (pins.length === 0) return null;
  return (
    <>
      <h3>
        <Line text={t('pins')} />
      </h3>
      <ul class="pins">
        {pins.map(({ id, name, ja, tries, online }) => (
          <li key={`${id} ${online}`}>
            <Line text={name} /> {saysMore(ja, name) && <Ja class="ja" text={ja} />}
            {(online || tries !== null) && (
              <small>
                {online && (
                  <span class="for">
                    <Line text={t('online')} />
                  </span>
                )}
                {tries !== null && <Line text={tries} />}
              </small>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
