import { Ja, useText } from '../text.tsx';
import { Say } from './Line.tsx';

/** "Unofficial · 非公式", wherever we show ourselves. */
export function Unofficial() {
  const { locale } = useText();
  return (
    <span class="tag">
      <Say k="unofficial" />
      {locale !== 'ja' && (
        <>
          {' · '}
          <Ja text="非公式" />
        </>
      )}
    </span>
  );
}
