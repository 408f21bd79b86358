import { Ja, Rich, useText, type Values } from '../text.tsx';

/** Runs of Japanese writing inside a sentence of another language, with what stands between two of them. */
const JAPANESE =
  /([\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uff10-\uff5a]+(?:[（）・「」、ー]+[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]+）?)*)/u;

/** A sentence: furigana as ruby, and Japanese words marked as Japanese where the sentence is in another language. */
export function Line({ text }: { text: string }) {
  const { locale } = useText();
  if (locale.startsWith('ja') || locale.startsWith('zh')) return <Rich text={text} />;
  return <>{text.split(JAPANESE).map((run, i) => (i % 2 === 1 ? <Ja text={run} /> : run))}</>;
}

/** An interface text by its key. */
export function Say({ k, ...values }: { k: string } & Values) {
  const { t } = useText();
  return <Line text={t(k, values)} />;
}
