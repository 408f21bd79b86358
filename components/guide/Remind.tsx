import type { GuideModel } from '../../lib/visit-model.ts';
import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';

type Props = Pick<GuideModel, 'remind'> & { onRemind: (on: boolean) => void; onAddDate: () => void };

/** The guide's one primary button. A date is never typed here: where one is missing, our own page asks for it. */
export function Remind({ remind, onRemind, onAddDate }: Props) {
  const { t } = useText();
  if (remind.state === 'none') return null;
  if (remind.state === 'needs-date') {
    return (
      <div class="act">
        <button type="button" class="btn primary" onClick={onAddDate}>
          <Line text={t('add-date')} />
        </button>
        <span class="quiet">
          <Line text={t('add-date-note')} />
        </span>
      </div>
    );
  }
  const { state, text } = remind;
  return (
    <div class="act">
      {state === 'off' && (
        <button type="button" class="btn primary" onClick={() => onRemind(true)}>
          <Line text={t('remind')} />
        </button>
      )}
      {state === 'on' && (
        <button type="button" class="btn" onClick={() => onRemind(false)}>
          <Line text={t('remind-stop')} />
        </button>
      )}
      <output class="quiet">
        {state !== 'off' && (
          <span class="ok">
            ✓ <Line text={t(state === 'on' ? 'remind-on' : 'remind-done')} />
            {text && ' · '}
          </span>
        )}
        <Line text={text} />
      </output>
    </div>
  );
}
