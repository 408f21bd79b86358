import type { GuideModel } from '../../lib/visit.ts';
import { useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { Item } from './Items.tsx';

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
                {items.map((item) => (
                  <p key={item.id}>
                    <Item item={item} />
                  </p>
                ))}
              </div>
            </section>
          )
        );
      })}
    </>
  );
}
