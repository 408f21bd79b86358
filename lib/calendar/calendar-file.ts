import type { Moment } from '../dates/today.ts';
import { deliveries, household, reminders, settings } from '../items.ts';
import { languageOf } from '../knowledge/language-of.ts';
import type { Packaged } from '../knowledge/packaged.ts';
import { deadlinesOf } from '../rules/index.ts';
import type { Store } from '../store.ts';
import { calendarOf } from './calendar-of.ts';
import { seriesId } from './series.ts';

/**
 * The text of the calendar file with the deadlines of these ids, from what is stored now and in the language chosen.
 * Ids that follow from nothing any more are left out. The first file makes the id of the series. Rejects with
 * `SavedDataUnreadable`.
 */
export async function calendarFile(
  { store, packaged }: { store: Store; packaged: Packaged },
  ids: readonly string[],
  now: Moment,
  madeAt: number,
): Promise<string> {
  const [people, answers, wishes, { language: id }] = await Promise.all([
    store.get(household),
    store.get(deliveries),
    store.getOrEmpty(reminders),
    store.getOrEmpty(settings),
  ]);
  const language = languageOf(packaged.languages, id);
  const deadlines = deadlinesOf(people, packaged.facts, now.day).filter((deadline) => ids.includes(deadline.id));
  const procedures = [...new Set(deadlines.flatMap(({ procedure }) => procedure ?? []))];
  const [texts, guides] = await Promise.all([
    packaged.interface(language.id),
    Promise.all(procedures.map((procedure) => packaged.guide(language.id, procedure))),
  ]);
  return calendarOf({
    series: await seriesId(store),
    deadlines,
    household: people,
    deliveries: answers,
    wishes,
    language,
    texts,
    facts: packaged.facts,
    guides,
    now,
    madeAt,
  });
}
