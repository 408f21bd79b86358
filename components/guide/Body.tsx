import type { GuideModel } from '../../lib/visit-model.ts';
import { Ja, useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { Bring } from './Bring.tsx';
import { Disclosure } from './Disclosure.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import { Facts } from './Facts.tsx';
import type { GuideProps } from './guide-props.ts';
import { Items } from './Items.tsx';
import { PageDateList } from './PageDateList.tsx';
import { Pins } from './Pins.tsx';
import { Remind } from './Remind.tsx';
import { SomebodyElse } from './SomebodyElse.tsx';
import { Steps } from './Steps.tsx';
import { saysMore } from './beside.ts';
import { Warnings } from './Warnings.tsx';
import { WordList } from './WordList.tsx';

/** The procedure that says how a locked PIN is reset. */
const PIN_RESET = 'pin-reset';

/** The open guide, in the order in which a friend would say it. */
export function Body(props: GuideProps) {
  const { model, others, words, dates, onTick, onSheet, onRemind, onAddDate, onWord, onDate, onGuide } = props;
  const { t } = useText();
  const elsewhere = model.related.filter(({ procedure }) => !others.some((other) => other.procedure === procedure));
  return (
    <div class="body">
      <p>
        <Line text={model.about} />
      </p>
      {model.ended !== null && (
        <p class="note before">
          <strong>
            <Line text={model.ended} />
          </strong>
        </p>
      )}
      {model.old && (
        <p class="note before">
          <Line text={t('old')} />
        </p>
      )}
      {!model.concerns && (
        <p class="note plain">
          <strong>
            <Line text={t('not-for-you')} />
          </strong>
        </p>
      )}
      {model.audienceNote !== null && (
        <p class="quiet">
          <Line text={model.audienceNote} />
        </p>
      )}
      <SomebodyElse {...props} />
      <Warnings warnings={model.warnings} />
      <Bring who={model.who} onTick={onTick} onSheet={onSheet} />
      <Pins pins={model.pins} onReset={model.procedure === PIN_RESET ? undefined : () => onGuide(PIN_RESET)} />
      {model.ended === null && <Facts by={model.by} cost={model.cost} where={model.where} takes={model.takes} />}
      <Remind remind={model.remind} onRemind={onRemind} onAddDate={onAddDate} />

      <div class="mores">
        {model.steps.length > 0 && (
          <Disclosure title={t('steps')}>
            <Steps steps={model.steps} />
          </Disclosure>
        )}
        {model.mistakes.length > 0 && (
          <Disclosure title={t('mistakes')}>
            <Items items={model.mistakes} />
          </Disclosure>
        )}
        {model.varies.length > 0 && (
          <Disclosure title={t('varies')}>
            <Items items={model.varies} />
          </Disclosure>
        )}
        {model.next.length > 0 && (
          <Disclosure title={t('next')}>
            <Items items={model.next} />
          </Disclosure>
        )}
        {model.phrases.length > 0 && (
          <Disclosure title={t('phrases')}>
            <ul class="phrases">
              {model.phrases.map(({ id, text, ja }) => (
                <li key={id}>
                  <Ja class="say" text={ja} />
                  {saysMore(ja, text) && (
                    <small>
                      <Line text={text} />
                    </small>
                  )}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        {words.length > 0 && (
          <Disclosure title={t('words', { n: words.length })}>
            <WordList words={words} onWord={onWord} />
          </Disclosure>
        )}
        {dates.length > 0 && (
          <Disclosure title={t('dates', { n: dates.length })}>
            <PageDateList dates={dates} onDate={onDate} />
          </Disclosure>
        )}
        {model.start.length > 0 && (
          <Disclosure title={t('official')}>
            <ul class="links">
              {model.start.map(({ url, name }) => (
                <li key={url}>
                  <ExternalLink url={url}>
                    <Ja text={name} />
                  </ExternalLink>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        {model.worries.length > 0 && (
          <Disclosure title={t('concerns')}>
            <dl class="worries">
              {model.worries.map(({ id, worry, short }) => (
                <div key={id}>
                  <dt>
                    <Line text={worry} />
                  </dt>
                  <dd>
                    <Line text={short} />
                  </dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        )}
      </div>

      {others.length > 0 && (
        <section>
          <h3>
            <Line text={t('also-here')} />
          </h3>
          <Switch to={others} onGuide={onGuide} />
        </section>
      )}
      {elsewhere.length > 0 && (
        <section>
          <h3>
            <Line text={t('related')} />
          </h3>
          <Switch to={elsewhere} onGuide={onGuide} />
        </section>
      )}
    </div>
  );
}

/** Shows the guide of another procedure in this one's place. */
function Switch({ to, onGuide }: { to: GuideModel['related'] } & Pick<GuideProps, 'onGuide'>) {
  return (
    <div class="act">
      {to.map(({ procedure, title }) => (
        <button key={procedure} type="button" class="btn" onClick={() => onGuide(procedure)}>
          <Line text={title} />
        </button>
      ))}
    </div>
  );
}
