import type { Ref } from 'preact';
import { Line } from '../ui/Line.tsx';
import { Mark } from '../ui/Mark.tsx';

/** All that stands at the edge of the window until it is pressed. */
export function EdgeButton({
  text,
  onOpen,
  button,
}: {
  text: string;
  onOpen: () => void;
  button?: Ref<HTMLButtonElement>;
}) {
  return (
    <button ref={button ?? null} type="button" class="edge" aria-expanded="false" onClick={onOpen}>
      <Mark />
      <span>
        <Line text={text} />
      </span>
    </button>
  );
}
