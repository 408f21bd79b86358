import { useState } from 'preact/hooks';
import type { Who } from '../../lib/knowledge/vocabulary.ts';
import type { BringItem, GuideModel } from '../../lib/visit-model.ts';
import { Ja, useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { saysMore } from './beside.ts';

type Props = Pick<GuideModel, 'who'> & {
  onTick: (who: Who, item: string, on: boolean) => void;
  onSheet: (who: Who) => void;
};

/**
 * Who stands at the counter, and what this person brings. The list changes with the choice; ticks are kept for each.
 */
export function Bring({ who, onTick, onSheet }: Props) {
  const { t, plain } = useText();
  const [chosen, choose] = useState(who[0]?.id);
  const now = who.find(({ id }) => id === chosen) ?? who[0];
  if (!now) return null;
  return (
    <>
      {who.length > 1 && (
        <fieldset class="who">
          <legend>
            <Line text={t('who-goes')} />
          </legend>
          <div class="segments">
            {who.map(({ id, label }) => (
              <label key={id} class="segment">
                <input type="radio" name="who" checked={id === now.id} onChange={() => choose(id)} />
                <span>
                  <Line text={label} />
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {now.note !== null && (
        <p class="quiet">
          <Line text={now.note} />
        </p>
      )}
      <h3>
        <Line text={t('bring')} />
      </h3>
      <ul class="bring" aria-label={plain('bring')}>
        {now.bring.map((item) => (
          <BringLine
            key={`${now.id} ${item.id}`}
            item={item}
            ticked={now.ticked.includes(item.id)}
            onTick={(on) => onTick(now.id, item.id, on)}
          />
        ))}
      </ul>
      <div class="act">
        <button type="button" class="btn" onClick={() => onSheet(now.id)}>
          <Line text={t('sheet')} />
        </button>
        <span class="quiet">
          <Line text={t('sheet-note')} />
        </span>
      </div>
    </>
  );
}

function BringLine({ item, ticked, onTick }: { item: BringItem; ticked: boolean; onTick: (on: boolean) => void }) {
  const { t } = useText();
  return (
    <li>
      <label>
        <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
        <span>
          <Line text={item.text} /> {saysMore(item.ja, item.text) && <Ja class="ja" text={item.ja} />}
          {(item.needed === 'if' || item.note !== null || item.forWhom !== null) && (
            <small>
              {item.forWhom !== null && (
                <span class="for">
                  <Line text={item.forWhom} />
                </span>
              )}
              {item.needed === 'if' && (
                <span class="for">
                  <Line text={t('sometimes')} />
                </span>
              )}
              {item.note !== null && <Line text={item.note} />}
            </small>
          )}
        </span>
      </label>
    </li>
  );
}
