import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useText, WordsProvider } from '../text.tsx';
import { labelsFor } from '../ui/labels.ts';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { Say } from '../ui/Line.tsx';
import { Mark } from '../ui/Mark.tsx';
import { SaidBar } from '../ui/SaidBar.tsx';
import { Unofficial } from '../ui/Unofficial.tsx';
import type { Said, View } from '../ui/view.ts';
import type { Access } from './access.ts';
import { BenefitsPart } from './BenefitsPart.tsx';
import type { DatesCallbacks } from './DateActions.tsx';
import { DatesPart } from './DatesPart.tsx';
import { HouseholdPart, type HouseholdCallbacks } from './HouseholdPart.tsx';
import { Problems, type ProblemCallbacks } from './Problems.tsx';
import { RemindersPart, type RemindersCallbacks } from './RemindersPart.tsx';
import { SECTIONS, type Route } from './route.ts';
import { ThenAndNowPart } from './ThenAndNowPart.tsx';
import { TrustPart, type TrustCallbacks } from './TrustPart.tsx';
import { WordsPart } from './WordsPart.tsx';
import { WorriesPart } from './WorriesPart.tsx';

export type DeskCallbacks = HouseholdCallbacks &
  DatesCallbacks &
  RemindersCallbacks &
  TrustCallbacks &
  ProblemCallbacks & { onLanguage: (id: string) => void; onUndo: () => void };

type Props = { view: View; route: Route; access: Access | undefined; said: Said | undefined; on: DeskCallbacks };

/** Our own full page: what the person told us, what follows from it, and why it can be trusted. */
export function Desk(props: Props) {
  const { view } = props;
  const labels = useMemo(() => labelsFor(view.texts, 'desk'), [view.texts]);
  return (
    <WordsProvider labels={labels} locale={view.language.locale}>
      <Page {...props} />
    </WordsProvider>
  );
}

function Page({ view, route, access, said, on }: Props) {
  const { plain } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    document.title = plain('title');
  }, [plain]);
  // A new part begins at its heading, for screen readers too; the part a page opens with does not steal the focus.
  useLayoutEffect(() => {
    if (first.current) first.current = false;
    else if (!route.add && !route.show) heading.current?.focus();
  }, [route.section, route.add, route.show]);

  return (
    <>
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          heading.current?.focus();
        }}
      >
        <Say k="skip" />
      </a>
      <header class="bar">
        <Mark />
        <span class="name">
          <Say k="name" />
        </span>
        <Unofficial />
        <LanguageSelect languages={view.languages} current={view.language.id} onChange={on.onLanguage} />
      </header>
      <div class="columns">
        <nav aria-label={plain('sections')}>
          <ul>
            {SECTIONS.map((section) => (
              <li key={section}>
                <a href={`#${section}`} aria-current={section === route.section ? 'page' : undefined}>
                  <Say k={section} />
                </a>
              </li>
            ))}
          </ul>
          <p class="hint">
            <Say k="today-is" date={view.today.text} />
          </p>
        </nav>
        <main id="content">
          <Problems view={view} on={on} />
          <h1 ref={heading} tabIndex={-1}>
            <Say k={route.section} />
          </h1>
          {route.section === 'household' && <HouseholdPart view={view} on={on} />}
          {route.section === 'dates' && <DatesPart view={view} add={route.add} show={route.show} on={on} />}
          {route.section === 'reminders' && <RemindersPart view={view} on={on} />}
          {route.section === 'benefits' && <BenefitsPart view={view} />}
          {route.section === 'worries' && <WorriesPart view={view} />}
          {route.section === 'then-and-now' && <ThenAndNowPart view={view} />}
          {route.section === 'words' && <WordsPart view={view} />}
          {route.section === 'trust' && <TrustPart view={view} access={access} on={on} />}
        </main>
      </div>
      <SaidBar said={said} onUndo={on.onUndo} />
    </>
  );
}
