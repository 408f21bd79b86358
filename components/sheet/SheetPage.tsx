import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Who } from '../../lib/knowledge/vocabulary.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import type { SheetPageModel } from '../../lib/sheet/read-sheet.ts';
import { useText, WordsProvider } from '../text.tsx';
import { labelsFor } from '../ui/labels.ts';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Unofficial } from '../ui/Unofficial.tsx';
import { Paper } from './Paper.tsx';

export type SheetCallbacks = {
  onLanguage: (id: string) => void;
  onProcedure: (id: string) => void;
  onWho: (who: Who) => void;
  onTick: (who: Who, item: string, on: boolean) => void;
  onPrint: () => void;
};
type Props = { model: SheetPageModel; who: Who | null; on: SheetCallbacks };

/** Our page with the sheet for the counter: what to choose, and the paper as it is printed. */
export function SheetPage(props: Props) {
  const { language, texts } = props.model;
  const labels = useMemo(() => labelsFor(texts, 'sheet'), [texts]);
  return (
    <WordsProvider labels={labels} locale={language.locale}>
      <Page {...props} />
    </WordsProvider>
  );
}

function Page({ model, who, on }: Props) {
  const { plain } = useText();
  const { sheet } = model;
  const [named, setNamed] = useState(false);
  const going = sheet?.who.find(({ id }) => id === who) ?? sheet?.who[0];
  useLayoutEffect(() => {
    document.title = plain('title');
  }, [plain]);
  return (
    <>
      <header class="bar">
        <Mark />
        <h1>
          <Say k="title" />
        </h1>
        <Unofficial />
        <LanguageSelect languages={model.languages} current={model.language.id} onChange={on.onLanguage} />
      </header>
      <main>
        <div class="choose">
          <p class="lead">
            <Say k="intro" />
          </p>
          <label class="field">
            <span>
              <Say k="procedure" />
            </span>
            <select onChange={(event) => on.onProcedure(event.currentTarget.value)}>
              {!model.procedures.some(({ id }) => id === sheet?.procedure) && (
                <option value="" selected disabled>
                  {plain('choose')}
                </option>
              )}
              {model.procedures.map(({ id, title }) => (
                <option key={id} value={id} selected={id === sheet?.procedure}>
                  {withoutFurigana(title)}
                </option>
              ))}
            </select>
          </label>
          {sheet && sheet.who.length > 1 && (
            <fieldset class="chips">
              <legend>{plain('who')}</legend>
              {sheet.who.map(({ id, label }) => (
                <label key={id} class="chip">
                  <input type="radio" name="who" checked={id === going?.id} onChange={() => on.onWho(id)} />
                  <span>
                    <Line text={label.own ?? label.ja} />
                  </span>
                </label>
              ))}
            </fieldset>
          )}
          {sheet && sheet.nickname !== null && (
            <label class="choice inline">
              <input type="checkbox" checked={named} onChange={(event) => setNamed(event.currentTarget.checked)} />
              <span>
                <Say k="with-nickname" nickname={sheet.nickname} />
              </span>
            </label>
          )}
          {sheet && (
            <div class="actions">
              <button type="button" class="primary" onClick={on.onPrint}>
                <Say k="print" />
              </button>
              <span class="hint">
                <Say k="print-hint" />
              </span>
            </div>
          )}
        </div>
        {sheet && (
          <Paper
            key={`${sheet.procedure} ${going?.id}`}
            sheet={sheet}
            going={going}
            japanese={model.japanese}
            named={named}
            onTick={on.onTick}
          />
        )}
      </main>
    </>
  );
}
