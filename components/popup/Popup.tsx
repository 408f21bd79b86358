import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useText, WordsProvider } from '../text.tsx';
import { DateRow } from '../ui/DateRow.tsx';
import { labelsFor } from '../ui/labels.ts';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { Line, Say } from '../ui/Line.tsx';
import { Mark } from '../ui/Mark.tsx';

import { SaidBar } from '../ui/SaidBar.tsx';
import { Unofficial } from '../ui/Unofficial.tsx';
import { COPIES } from '../../lib/sites/places.ts';
import { useList } from '../ui/use-list.ts';
import type { NoticeCallbacks, Said, View } from '../ui/view.ts';
import { Hidden } from './Hidden.tsx';
import { NoticeList } from './NoticeList.tsx';
import type { SiteView } from './site-view.ts';
import { ThisPage, type PageCallbacks, type PageView } from './ThisPage.tsx';
import { Worth } from './Worth.tsx';

export type PopupCallbacks = PageCallbacks &
  NoticeCallbacks & {
    onLanguage: (id: string) => void;
    onUndo: () => void;
    /** asks the browser for these match patterns; must run within the click */
    onAllow: (patterns: readonly string[]) => void;
    /** opens the desk at this part of it */
    onDesk: (route: string) => void;
  };

/** What stands in the popup; all of it stands in the desk. */
const NOTICES = 2;
const DATES = 3;
const BENEFITS = 5;

/** The toolbar's popup: this page, what needs an answer, the next dates, and what the card is worth. */
export function Popup({
  view,
  page,
  site,
  said,
  on,
}: {
  view: View;
  page: PageView | undefined;
  site: SiteView | undefined;
  said: Said | undefined;
  on: PopupCallbacks;
}) {
  const labels = useMemo(() => labelsFor(view.texts, 'popup'), [view.texts]);
  const [asked, setAsked] = useState(false);
  const hidden = view.wishes.discreet && !asked;
  return (
    <WordsProvider labels={labels} locale={view.language.locale}>
      <header class="bar">
        <Mark />
        <h1>
          <Say k="title" />
        </h1>
        <LanguageSelect languages={view.languages} current={view.language.id} onChange={on.onLanguage} />
      </header>
      <main>
        {view.problems.length > 0 && (
          <section class="problem">
            <p>
              <Say k="problem" />
            </p>
            <button type="button" onClick={() => on.onDesk('trust')}>
              <Say k="problem-open" />
            </button>
          </section>
        )}
        <Notes view={view} onAllow={on.onAllow} />
        <ThisPage page={page} site={site} on={on} />
        {view.noticesDenied && view.anything && (
          <section>
            <p class="note">
              <Say k="notices-denied" />
            </p>
          </section>
        )}
        {hidden ? <Hidden view={view} onShow={() => setAsked(true)} /> : <Personal view={view} focus={asked} on={on} />}
      </main>
      <footer>
        <div>
          <button type="button" class="link" onClick={() => on.onDesk('household')}>
            <Say k="desk" />
          </button>
          <Unofficial />
        </div>
        <p>
          <Say k="today-is" date={view.today.text} />
        </p>
      </footer>
      <SaidBar said={said} onUndo={on.onUndo} />
    </WordsProvider>
  );
}

/** What follows from what the person typed in. `focus`: it was asked for, and the button that did it is gone. */
function Personal({ view, focus, on }: { view: View; focus: boolean; on: PopupCallbacks }) {
  const top = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (focus) top.current?.focus();
  }, [focus]);
  return (
    <div ref={top} tabIndex={-1}>
      {view.notices.length > 0 && (
        <section aria-labelledby="needs-you">
          <h2 id="needs-you">
            <Say k="needs-you" />
          </h2>
          <button type="button" class="link more" onClick={() => on.onDesk('dates')}>
            <Say k="all" n={view.dates.filter(({ settled }) => !settled).length} />
          </button>
          <NoticeList
            notices={view.notices.slice(0, NOTICES)}
            today={view.today.day}
            onDone={on.onDone}
            onLater={on.onLater}
            onSeen={on.onSeen}
          />
        </section>
      )}
      <NextDates view={view} on={on} />
      <Worth view={view} shown={BENEFITS} onDesk={on.onDesk} />
    </div>
  );
}

function NextDates({ view, on }: { view: View; on: PopupCallbacks }) {
  const { t } = useText();
  const open = view.dates.filter(({ settled }) => !settled);
  const waiting = new Set(view.notices.map((notice) => notice.deadline));
  // The others stand above, under "needs you".
  const next = open.filter((date) => !waiting.has(date.id)).slice(0, DATES);
  if (next.length === 0 && waiting.size > 0) return null;
  return (
    <section aria-labelledby="next-dates">
      <h2 id="next-dates">
        <Say k="next-dates" />
      </h2>
      {open.length > next.length && (
        <button type="button" class="link more" onClick={() => on.onDesk('dates')}>
          <Line text={t('all', { n: open.length })} />
        </button>
      )}
      {next.length > 0 && (
        <ul class="rows">
          {next.map((date) => (
            <DateRow key={date.id} date={date} onDone={on.onDone} />
          ))}
        </ul>
      )}
      {open.length === 0 && view.anything && (
        <p>
          <Say k="no-deadlines" />
        </p>
      )}
      {!view.anything && (
        <>
          <p>
            <Say k="no-dates" />
          </p>
          <button type="button" class="primary" onClick={() => on.onDesk('household')}>
            <Say k="enter-dates" />
          </button>
        </>
      )}
    </section>
  );
}

/** What went wrong outside of us, in a sentence, with the way to mend it. */
function Notes({ view, onAllow }: { view: View; onAllow: PopupCallbacks['onAllow'] }) {
  const { t } = useText();
  const { clock, withdrawn } = view;
  const list = useList();
  const placeName = (place: string | null): string => {
    if (place === null) return t('withdrawn-all');
    return place === COPIES ? t('withdrawn-copies') : place;
  };
  return (
    <>
      {clock && (
        <section class="problem">
          <p>
            <Say k={`clock-${clock.kind}`} seen={clock.seen ?? ''} today={view.today.text} />
          </p>
        </section>
      )}
      {withdrawn && (
        <section class="problem">
          <p>
            <Say k="withdrawn" places={list(withdrawn.places.map(placeName))} />
          </p>
          <button type="button" onClick={() => onAllow(withdrawn.patterns)}>
            <Say k="allow-again" />
          </button>
        </section>
      )}
    </>
  );
}
