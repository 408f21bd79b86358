/** What a notification says, of every kind and in every language: others may see it. */
import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { withoutFurigana } from '../../../lib/knowledge/furigana.ts';
import { DEADLINE_KINDS, STATUSES } from '../../../lib/knowledge/vocabulary.ts';
import { noticeText } from '../../../lib/reminders/notice-text.ts';
import type { Deadline } from '../../../lib/rules/deadline.ts';
import { household } from '../../fixtures/people.ts';
import { packaged } from '../knowledge/compiled.ts';
import { deadline } from './world.ts';

const LAST = '2027-06-14';
const notice = (...deadlines: Deadline[]) => ({ id: 'n', notices: [], deadlines, rung: 'd7' });
const languages = packaged.languages;
const family = household({ status: 'limited-stay' }, { id: 'p2', status: 'permanent' });
family.people[1]!.nickname = 'Mila';

describe.each(languages.map(({ id }) => id))('in %s', async (id) => {
  const language = languages.find((one) => one.id === id)!;
  const texts = await packaged.interface(id);
  const say = (of: readonly Deadline[], day: string, discreet = false) =>
    noticeText(notice(...of), {
      language,
      texts,
      household: family,
      wishes: { discreet },
      today: civil(day),
    });
  const bare = (text: string) => withoutFurigana(text).replaceAll(/\s/gu, '').toLowerCase();
  const statuses = STATUSES.filter((status) => status !== 'national').flatMap((status) =>
    [`status.${status}`, `compose.status-${status}`].map((key) => bare(texts[key]!)),
  );
  /** All that a kind can say: before, on the last day, and after it. */
  const all = (discreet: boolean) =>
    DEADLINE_KINDS.flatMap((kind) =>
      ['2027-06-01', LAST, '2027-06-20'].map((day) => say([deadline(kind, LAST, null, 'p2')], day, discreet)),
    );

  it('every kind says what to do and whose it is, whole, without furigana and without a status of residence', () => {
    expect(statuses).toHaveLength(8);
    for (const { title, message } of all(false)) {
      expect(title).toMatch(/^Mila: /);
      expect(title + message).not.toMatch(/[{}｜《》]/u);
      for (const status of statuses) expect(bare(title + message)).not.toContain(status);
    }
  });

  it('the discreet words are the same for every kind, person and day, and for one or many', () => {
    const said = new Set(all(true).map(({ title, message }) => `${title}\n${message}`));
    const many = say([deadline('move-in', LAST), deadline('tax-return', LAST)], '2027-06-01', true);
    expect(said).toEqual(new Set([`${many.title}\n${many.message}`]));
    const [words] = said;
    expect(words).not.toMatch(/Mila|\d|[{}｜《》]/u);
  });

  it('later is not offered on the last day, and done only for one date', () => {
    const [done, later] = [withoutFurigana(texts['notice.done']!), withoutFurigana(texts['notice.later']!)];
    const one = [deadline('move-in', LAST)];
    expect(say(one, '2027-06-01').buttons).toEqual([done, later]);
    expect(say(one, LAST).buttons).toEqual([done]);
    expect(say(one, '2027-06-15').buttons).toEqual([done, later]);
    expect(say([...one, deadline('tax-return', '2027-06-20')], LAST).buttons).toEqual([later]);
    expect(say([...one, deadline('tax-return', LAST)], LAST).buttons).toEqual([]);
    expect(say(one, '2027-06-01', true).buttons).toEqual([done, later]);
  });
});
