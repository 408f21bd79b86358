import type { GuideModel } from '../../lib/visit-model.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { Ja, useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { saysMore } from './beside.ts';

/** Fewer days than this are shown as near; the words say how many. */
const NEAR_DAYS = 30;
export const isNear = ({ daysLeft }: GuideModel['by']): boolean => daysLeft !== null && daysLeft <= NEAR_DAYS;
/** A longer first sentence is no headline. */
const LEAD_LENGTH = 60;

/** The first sentence, where it is short enough to stand out, and the rest. */
function headline(text: string, locale: string): { lead: string; rest: string } {
  const [first] = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text);
  const lead = first?.segment ?? '';
  return withoutFurigana(lead).length <= LEAD_LENGTH
    ? { lead, rest: text.slice(lead.length) }
    : { lead: '', rest: text };
}

type FactProps = {
  label: string;
  text: string;
  ja?: string | null;
  extra?: readonly (string | null)[];
  near?: boolean;
};

function Fact({ label, text, ja = null, extra = [], near = false }: FactProps) {
  const { t, locale } = useText();
  const { lead, rest } = headline(text, locale);
  const small = [rest, ...extra].filter((line) => line);
  return (
    <div class={near ? 'near' : undefined}>
      <dt>
        <Line text={t(label)} />
      </dt>
      <dd>
        {lead && (
          <strong>
            <Line text={lead} />
          </strong>
        )}
        {small.map((line) => (
          <small key={line}>
            <Line text={line!} />
          </small>
        ))}
        {ja !== null && saysMore(ja, text) && <Ja class="ja" text={ja} />}
      </dd>
    </div>
  );
}

/** By when, cost, where, how long. */
export function Facts({ by, cost, where, takes }: Pick<GuideModel, 'by' | 'cost' | 'where' | 'takes'>) {
  return (
    <dl class="facts">
      <Fact
        label="by-when"
        text={by.lastText ?? by.text}
        extra={by.lastText === null ? [] : [by.opensText, by.left]}
        near={isNear(by)}
      />
      {cost !== null && <Fact label="cost" text={cost} />}
      {where !== null && <Fact label="where" text={where.text} ja={where.ja} />}
      {takes !== null && <Fact label="takes" text={takes} />}
    </dl>
  );
}
