/** Worries, the claims of 2022 and figures, said with the facts and figures as we have them. */
import { compareText } from '../../lib/compare-text.ts';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import type { FactRecords, TruthRecords } from '../../lib/knowledge/compiled.ts';
import type { Formatter } from '../../lib/knowledge/format.ts';
import { sayer } from '../../lib/knowledge/say.ts';
import type { Status } from '../../lib/knowledge/vocabulary.ts';
import type { ClaimView, ConcernView, FigureView, SourceView } from './view.ts';

type Input = {
  facts: FactRecords;
  format: Formatter;
  label: (key: string, values: Readonly<Record<string, string>>) => string;
  today: CivilDate;
  /** null: not said */
  status: Status | null;
  sourcesOf: (record: string) => SourceView[];
};

/** What cannot be said whole is left out; a worry of others as well, once the person has said who they are. */
export function composeTruth(
  truth: TruthRecords,
  { facts, format, label, today, status, sourcesOf }: Input,
): { concerns: ConcernView[]; claims: ClaimView[]; figures: FigureView[] } {
  const figures = truth.figures
    .toSorted((a, b) => compareText(a.topic, b.topic) || compareText(b.asOf, a.asOf))
    .map((figure) => ({ figure, value: format.fact(figure, figure.value) }));
  // In a sentence a figure is never without its day.
  const inSentences = Object.fromEntries(
    figures.map(({ figure, value }) => [figure.id, label('figure-on', { value, date: format.date(figure.asOf) })]),
  );
  const say = sayer(facts, format, today, inSentences);
  const date = (day: string | null) => day && format.date(day);
  return {
    concerns: truth.concerns
      .filter(({ statuses }) => status === null || (statuses?.includes(status) ?? true))
      .toSorted((a, b) => b.weight - a.weight)
      .flatMap((record) => {
        const [worry, short] = [say(record.worry), say(record.short)];
        if (worry === undefined || short === undefined) return [];
        return {
          id: record.id,
          worry,
          short,
          answer: say(record.answer) ?? null,
          fair: say(record.fair) ?? null,
          advice: record.advice.flatMap((item) => {
            const text = say(item);
            return text === undefined ? [] : { id: item.id, text };
          }),
          sources: sourcesOf(`concerns/${record.id}`),
        };
      }),
    claims: truth.claims.flatMap((record) => {
      const [said, now] = [say(record.said), say(record.now)];
      if (said === undefined || now === undefined) return [];
      const { id, verdict } = record;
      const [since, until] = [date(record.since), date(record.until)];
      return { id, said, verdict, now, since, until, sources: sourcesOf(`claims/${id}`) };
    }),
    figures: figures.flatMap(({ figure, value }) => {
      const text = sayer(facts, format, today, { figure: value })(figure.statement);
      if (text === undefined) return [];
      const note = (figure.note && say(figure.note)) ?? null;
      return { id: figure.id, text, asOf: format.date(figure.asOf), note, sources: sourcesOf(`figures/${figure.id}`) };
    }),
  };
}
