import { useLayoutEffect, useRef } from 'preact/hooks';
import type { GuideModel } from '../../lib/visit-model.ts';
import { Ja, useText } from '../text.tsx';
import { Line } from '../ui/Line.tsx';
import { saysMore } from './beside.ts';
import { Body } from './Body.tsx';
import { Foot } from './Foot.tsx';
import { EdgeButton } from './EdgeButton.tsx';
import { isNear } from './Facts.tsx';
import { Made } from './Made.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Unofficial } from '../ui/Unofficial.tsx';
import type { GuideProps } from './guide-props.ts';
import { useToggle } from './use-toggle.ts';

/**
 * The guide under the page's main heading. Closed, it is one sentence and three facts, and must help as it is;
 * open, it reads from top to bottom like advice. Esc closes it and leaves focus on its button.
 */
export function Guide(props: GuideProps) {
  const { model, open, edge, onToggle } = props;
  const { t, plain } = useText();
  const { button, closeByEscape } = useToggle(open, onToggle);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(model.procedure);
  useLayoutEffect(() => {
    // The button that led here went with the guide it stood in.
    if (shown.current !== model.procedure) title.current?.focus();
    shown.current = model.procedure;
  }, [model.procedure]);
  if (edge && !open) return <EdgeButton button={button} text={t('edge')} onOpen={() => onToggle(true)} />;
  return (
    // It only listens for Escape from what stands in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section class={edge ? 'card panel' : 'card'} aria-label={plain('region')} onKeyDown={closeByEscape}>
      <div class="bar">
        <Mark />
        <div class="gist">
          <h2 ref={title} tabIndex={-1}>
            {!open && props.somebodyElse?.chosen && (
              <span class="for">
                <Line text={t('somebody-else')} />
              </span>
            )}
            <Line text={model.title} />
          </h2>
          {open ? <Subtitle model={model} /> : <Gist gist={model.gist} near={isNear(model.by)} />}
        </div>
        <div class="tools">
          {open ? <Language {...props} /> : <Unofficial />}
          <button ref={button} type="button" class="btn" aria-expanded={open} onClick={() => onToggle(!open)}>
            <Line text={t(open ? 'close' : 'open')} />
            {/* Alone in a list of buttons, "Open" would not say what. */}
            <span class="unseen">: {plain('region')}</span>
          </button>
        </div>
      </div>
      <Made {...props} />
      {open && (
        <>
          <Body key={model.procedure} {...props} />
          <Foot {...props} />
        </>
      )}
    </section>
  );
}

/**
 * Bring, cost, until (first where it is near): the labels are read aloud, and shown where the line breaks into columns.
 */
function Gist({ gist, near }: Pick<GuideModel, 'gist'> & { near: boolean }) {
  const { t } = useText();
  const by = { label: 'by-when', text: gist.by };
  const rest = [
    { label: 'bring', text: gist.bring },
    { label: 'cost', text: gist.cost },
  ];
  const facts = near ? [by, ...rest] : [...rest, by];
  return (
    <dl class="gist-facts">
      {facts.map(
        ({ label, text }) =>
          text !== null && (
            <div key={label} class={near && label === 'by-when' ? 'near' : undefined}>
              <dt>
                <Line text={t(label)} />
              </dt>
              <dd>
                <Line text={text} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Subtitle({ model }: { model: GuideModel }) {
  const parts = [
    saysMore(model.ja, model.title) && <Ja class="ja" text={model.ja} />,
    model.forYou !== null && <Line text={model.forYou} />,
  ].filter(Boolean);
  return (
    <p class="subtitle">
      {parts.map((part, i) => (
        <span key={i}>
          {i > 0 && ' · '}
          {part}
        </span>
      ))}
    </p>
  );
}

function Language({ language, languages, onLanguage }: Pick<GuideProps, 'language' | 'languages' | 'onLanguage'>) {
  const { plain } = useText();
  return (
    <select class="language" aria-label={plain('language')} onChange={(event) => onLanguage(event.currentTarget.value)}>
      {languages.map(({ id, name }) => (
        <option key={id} value={id} selected={id === language}>
          {name}
        </option>
      ))}
    </select>
  );
}
