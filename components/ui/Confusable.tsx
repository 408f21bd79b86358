import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { Ja } from '../text.tsx';
import { Line } from './Line.tsx';

/** The other word and why it is another one; a sentence that begins with the word does not say it twice. */
export function Confusable({ ja, text }: { ja: string; text: string }) {
  if (text.startsWith(ja)) {
    return (
      <>
        <Ja class="other" text={ja} />
        <Line text={text.slice(ja.length)} />
      </>
    );
  }
  if (withoutFurigana(text).startsWith(ja)) return <Line text={text} />;
  return (
    <>
      <Ja class="other" text={ja} /> <Line text={text} />
    </>
  );
}
