import type { Instead, VisitModel } from '../../lib/visit-model.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';

type Props = {
  somebodyElse: VisitModel['somebodyElse'];
  onSomebodyElse: (instead: Instead | null) => void;
};

/** Makes the guide one for another person until the page is left. What is chosen is said to nobody and kept nowhere. */
export function SomebodyElse({ somebodyElse, onSomebodyElse }: Props) {
  const { t, plain } = useText();
  if (!somebodyElse) return null;
  const { chosen, choices } = somebodyElse;
  const key = (instead: Instead): string => JSON.stringify(instead);
  return (
    <div class={chosen ? 'somebody note plain' : 'somebody'}>
      <label class="switch">
        <input
          type="checkbox"
          checked={chosen !== null}
          onChange={(event) => onSomebodyElse(event.currentTarget.checked ? { status: null } : null)}
        />
        <span>
          <Line text={t('somebody-else')} />
        </span>
      </label>
      {chosen && (
        <>
          <select
            class="language"
            aria-label={plain('somebody-who')}
            onChange={(event) => {
              const choice = choices[event.currentTarget.selectedIndex];
              if (choice) onSomebodyElse(choice.instead);
            }}
          >
            {choices.map(({ instead, name }) => (
              <option key={key(instead)} selected={key(instead) === key(chosen)}>
                {withoutFurigana(name)}
              </option>
            ))}
          </select>
          <small>
            <Line text={t('somebody-kept')} />
          </small>
        </>
      )}
    </div>
  );
}
