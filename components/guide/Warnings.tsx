import type { GuideModel } from '../../lib/visit-model.ts';
import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { Disclosure } from './Disclosure.tsx';
import { Item } from './Items.tsx';

/** More than these at once are read by nobody; the rest is one click away. */
const SHOWN = 3;

/** What must be known before going: first what cannot be undone. The word says it; the colour only repeats it. */
export function Warnings({ warnings }: Pick<GuideModel, 'warnings'>) {
  const { t } = useText();
  const kinds = [
    { kind: 'irreversible', title: t('cannot-undo') },
    { kind: 'before', title: t('before-you-go') },
  ] as const;
  return (
    <>
      {kinds.map(({ kind, title }) => {
        const items = warnings.filter((warning) => warning.kind === kind);
        return (
          items.length > 0 && (
            <section key={kind} class={`note ${kind}`}>
              <h3>
                <Line text={title} />
              </h3>
              <div>
                <Lines items={items.slice(0, SHOWN)} />
                {items.length > SHOWN && (
                  <Disclosure title={t('more-warnings', { n: items.length - SHOWN })}>
                    <Lines items={items.slice(SHOWN)} />
                  </Disclosure>
                )}
              </div>
            </section>
          )
        );
      })}
    </>
  );
}

function Lines({ items }: { items: GuideModel['warnings'] }) {
  return (
    <>
      {items.map((item) => (
        <p key={item.id}>
          <Item item={item} />
          {item.old !== null && (
            <small>
              <Line text={item.old} />
            </small>
          )}
        </p>
      ))}
    </>
  );
}
