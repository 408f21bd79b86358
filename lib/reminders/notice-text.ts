/** The words of a notification. Pure. They stand on a screen that others see: no status of residence is ever named. */
import { daysBetween } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Household } from '../household/schema.ts';
import type { InterfaceTexts, LanguageRecord } from '../knowledge/compiled.ts';
import { formatter } from '../knowledge/format.ts';
import { withoutFurigana } from '../knowledge/furigana.ts';
import { surfaceTexts } from '../knowledge/say.ts';
import { lastDayToTell } from './ladders.ts';
import type { Notice } from './reconcile.ts';
import type { Wishes } from './wishes.ts';

export type NoticeText = {
  title: string;
  message: string;
  /** Done, where the notice is about one date, because one click must not call several things done; then later. */
  buttons: readonly string[];
};

export type NoticeTextInput = {
  language: Pick<LanguageRecord, 'id' | 'locale'>;
  texts: InterfaceTexts;
  household: Household;
  wishes: Pick<Wishes, 'discreet'>;
  today: CivilDate;
};

/** Whether a date can still be put off until tomorrow: not on the last day on which it may be told. */
export const canWait = (notice: Pick<Notice, 'deadlines'>, today: CivilDate): boolean =>
  notice.deadlines.some((deadline) => lastDayToTell(deadline, today) > today);

export function noticeText(notice: Notice, { language, texts, household, wishes, today }: NoticeTextInput): NoticeText {
  const format = formatter(language.locale, language.id, texts);
  const text = surfaceTexts(texts, 'notice', format, language.locale);
  const say = (...of: Parameters<typeof text>): string => withoutFurigana(text(...of));
  const [deadline, ...others] = notice.deadlines;
  const single = deadline !== undefined && others.length === 0;
  const buttons = [...(single ? [say('done')] : []), ...(canWait(notice, today) ? [say('later')] : [])];
  if (wishes.discreet) return { title: say('discreet-title'), message: say('discreet-message'), buttons };
  if (!single) {
    const values = { n: notice.deadlines.length };
    return { title: say('digest-title', values), message: say('digest-message', values), buttons };
  }
  const past = deadline.advised < today;
  const day = past ? deadline.last : deadline.advised;
  const key = deadline.last < today ? `past-${deadline.kind}` : deadline.kind;
  const values = {
    date: format.longDate(day),
    left: format.left(daysBetween(today, day), day < deadline.last),
    what: deadline.note?.text ?? '',
  };
  const { people } = household;
  const who = people.length > 1 ? people.find(({ id }) => id === deadline.person)?.nickname : undefined;
  const title = say(`${key}-title`, values);
  return { title: who ? `${who}: ${title}` : title, message: say(`${key}-message`, values), buttons };
}
