import type { GuideItem } from '../../lib/visit-model.ts';
import { Line } from '../ui/Line.tsx';

/** One line, with a label first where it concerns only some people and the person has not said who they are. */
export function Item({ item }: { item: GuideItem }) {
  return (
    <>
      {item.forWhom !== null && (
        <span class="for">
          <Line text={item.forWhom} />
        </span>
      )}
      <Line text={item.text} />
    </>
  );
}

/** Lines in their order. */
export function Items({ items }: { items: readonly GuideItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          <Item item={item} />
        </li>
      ))}
    </ul>
  );
}
