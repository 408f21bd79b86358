import { easyDayUnit } from '../../lib/knowledge/easy-readings.ts';
import { useText } from '../text.tsx';
import { Line } from './Line.tsx';

/** Within these days a date is near: the tile turns red, and the words beside it say the same. */
export const NEAR_DAYS = 14;

/** A date as a count of days. Colour only repeats what the words say. */
export function DayTile({ days }: { days: number }) {
  const { t } = useText();
  const n = Math.abs(days);
  return (
    <span class={days <= NEAR_DAYS ? 'tile near' : 'tile'}>
      {days === 0 ? (
        <b class="word">
          <Line text={t('today')} />
        </b>
      ) : (
        <>
          <b>{n}</b>{' '}
          <Line text={t(days < 0 ? 'days-late' : 'days', { n }).replace('《にち》', `《${easyDayUnit(n)}》`)} />
        </>
      )}
    </span>
  );
}
