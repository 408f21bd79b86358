import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { InterfaceTexts } from '../../lib/knowledge/compiled.ts';
import { labelsOf } from '../../lib/knowledge/say.ts';
import type { Who } from '../../lib/knowledge/vocabulary.ts';
import type { Both, SheetModel } from '../../lib/sheet/sheet-of.ts';
import { Ja, useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { fitScale } from './fit.ts';

/** What one can point at, whatever one came for. */
const QUESTIONS = ['missing', 'ready', 'cost', 'until', 'again', 'easy', 'write'] as const;
/** What the clerk writes. `wide`: more than a date or a sum. */
const BOXES = [
  { id: 'date', wide: false },
  { id: 'fee', wide: false },
  { id: 'again', wide: false },
  { id: 'missing', wide: true },
  { id: 'notes', wide: true },
] as const;

type Props = {
  sheet: SheetModel;
  /** who goes; undefined where the procedure knows nobody who does */
  going: SheetModel['who'][number] | undefined;
  japanese: InterfaceTexts;
  /** with the nickname */
  named: boolean;
  onTick: (who: Who, item: string, on: boolean) => void;
};

/** One page of A4: Japanese large, the person's language small beneath, boxes for what the clerk answers. */
export function Paper({ sheet, going, japanese, named, onTick }: Props) {
  const { t, locale } = useText();
  const paper = useRef<HTMLElement>(null);
  const [scale, setScale] = useState(1);
  const [said, say] = useState<readonly string[]>(sheet.phrases.slice(0, 1).map(({ id }) => id));
  const inJapanese = useMemo(() => labelsOf(japanese, 'sheet'), [japanese]);
  const label = (key: string): Both => {
    const ja = inJapanese[key] ?? '';
    return { ja, own: t(key) === ja ? null : t(key) };
  };
  useLayoutEffect(() => {
    if (paper.current) setScale(fitScale(paper.current));
  }, [sheet, going, named, locale, said]);
  const section = (key: string) => (
    <h2>
      <Twice text={label(key)} />
    </h2>
  );

  return (
    <article ref={paper} class="paper" style={{ '--scale': String(scale) }}>
      <p class="to-clerk">
        <Twice text={label('to-clerk')} />
      </p>
      <section class="want">
        {section('want')}
        <p class="procedure">
          <Twice text={sheet.title} />
        </p>
        {named && sheet.nickname !== null && <Fact text={label('name')} value={{ ja: sheet.nickname, own: null }} />}
        {sheet.last && <Fact text={label('last')} value={sheet.last} />}
        {going && <Fact text={label('who')} value={going.label} />}
        {sheet.phrases.length > 0 && (
          <ul class="phrases columns-2">
            {sheet.phrases.map(({ id, text }) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={said.includes(id)}
                    onChange={() => say(said.includes(id) ? said.filter((one) => one !== id) : [...said, id])}
                  />
                  <Twice text={text} />
                </label>
              </li>
            ))}
          </ul>
        )}
      </section>
      {going && going.bring.length > 0 && (
        <section class="brought">
          {section('brought')}
          <ul class="columns-2">
            {going.bring.map(({ id, text, needed, note }) => (
              // What is needed in some cases only is on the paper when it was ticked.
              <li key={id} class={needed === 'if' && !going.ticked.includes(id) ? 'screen-only' : undefined}>
                <label>
                  <input
                    type="checkbox"
                    checked={going.ticked.includes(id)}
                    onChange={(event) => onTick(going.id, id, event.currentTarget.checked)}
                  />
                  <Twice text={text} />
                </label>
                {needed === 'if' && note !== null && (
                  <small class="screen-only">
                    <Line text={note} />
                  </small>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="questions">
        {section('questions')}
        <ol class="columns-2">
          {QUESTIONS.map((id) => (
            <li key={id}>
              <Twice text={label(`question-${id}`)} />
            </li>
          ))}
        </ol>
      </section>
      <section class="answer">
        {section('answer')}
        <dl>
          {BOXES.map(({ id, wide }) => (
            <div key={id} class={wide ? 'wide' : undefined}>
              <dt>
                <Twice text={label(`box-${id}`)} />
              </dt>
              <dd />
            </div>
          ))}
        </dl>
      </section>
      <footer>
        <Twice text={label('foot')} />
      </footer>
    </article>
  );
}

/** Japanese, and beneath it the same for the person. */
function Twice({ text: { ja, own } }: { text: Both }) {
  return (
    <span class="twice">
      <Ja text={ja} />
      {own !== null && (
        <small>
          <Line text={own} />
        </small>
      )}
    </span>
  );
}

function Fact({ text, value }: { text: Both; value: Both }) {
  return (
    <p class="fact">
      <Twice text={text} />
      <Twice text={value} />
    </p>
  );
}
