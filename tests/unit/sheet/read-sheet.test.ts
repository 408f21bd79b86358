import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { emptyPerson, type Household } from '../../../lib/household/schema.ts';
import { settings } from '../../../lib/items.ts';
import { readSheet } from '../../../lib/sheet/read-sheet.ts';
import { readSheetRoute } from '../../../lib/sheet/route.ts';
import { createStore } from '../../../lib/store.ts';
import { packaged } from '../knowledge/compiled.ts';

const NOW = { day: civil('2026-11-26'), hour: 12 };
const person = emptyPerson('p1');
const HOME: Household = {
  version: 2,
  people: [
    { ...person, nickname: 'Mila', status: 'limited-stay', dates: { ...person.dates, card: civil('2027-05-01') } },
  ],
  events: [{ id: 'e1', person: 'p1', on: civil('2026-12-01'), kind: 'details-changed' }],
};
const read = (hash: string, language = 'en', stored: Readonly<Record<string, unknown>> = {}) => {
  const items: Record<string, unknown> = {
    household: HOME,
    settings: { ...settings.empty, language },
    ...stored,
  };
  const store = createStore({ get: async (key) => items[key], set: async () => {}, remove: async () => {} }, {
    request: async (_: string, work: () => unknown) => work(),
  } as never);
  return readSheet({ store, packaged }, readSheetRoute(hash), NOW);
};

describe('the sheet', () => {
  it('of a procedure says the same in Japanese and in the language of the person', async () => {
    const { sheet } = await read('#foreign-extend', 'en', {
      checklists: { version: 1, ticks: { 'p1/foreign-extend/self': ['card'] } },
    });
    expect(sheet?.title).toEqual({
      ja: '在留期間更新に伴うマイナンバーカードの有効期間変更',
      own: 'Extend your card after extending your stay',
    });
    expect(sheet?.last).toBeNull();
    expect(sheet?.who[0]).toMatchObject({ id: 'self', label: { ja: '本人が行く', own: 'I go myself' } });
    expect(sheet?.who[0]?.ticked).toEqual(['card']);
    expect(sheet?.who[0]?.bring[0]).toMatchObject({
      id: 'card',
      text: { ja: '有効なマイナンバーカード', own: 'My Number Card, not yet ended' },
    });
    expect(sheet?.phrases[0]?.text).toEqual({
      ja: '在留期間を更新したので、マイナンバーカードの有効期限を延ばしたいです。',
      own: 'My stay was extended; please extend my card.',
    });
  });

  it('in Japanese says it once', async () => {
    const { sheet } = await read('#foreign-extend', 'ja');
    expect(JSON.stringify(sheet)).not.toMatch(/"own":"/);
  });

  it('of a deadline has its procedure and its last day by law', async () => {
    const { sheet } = await read('#?deadline=p1%2Fcard-extension%2F2027-05-01');
    expect(sheet).toMatchObject({
      procedure: 'foreign-extend',
      last: { ja: '2027年5月1日(土)', own: 'Saturday, 1 May 2027' },
    });
  });

  it('of a deadline that no guide explains is what has to be done', async () => {
    const { sheet } = await read('#?deadline=p1%2Fresidence-card-details%2F2026-12-01');
    expect(sheet).toMatchObject({ procedure: null, title: { own: 'Have the residence card changed' }, who: [] });
    expect(sheet?.title.ja).toMatch(/在留カード/);
    expect(sheet?.last?.ja).toMatch(/^2026年12月/);
  });

  it('carries nothing personal but a nickname, which the page shows only when asked', async () => {
    const { sheet } = await read('#card-renew');
    expect(sheet?.nickname).toBe('Mila');
    expect(JSON.stringify(sheet)).not.toMatch(/2027|limited/);
  });

  it.each(['', '#nonsense', '#?deadline=p9%2Fgone%2F2020-01-01'])('is not there for "%s"', async (hash) => {
    expect((await read(hash)).sheet).toBeNull();
  });

  it('is of use where what is stored cannot be read', async () => {
    const { sheet, person: whose } = await read('#move-in', 'en', { household: { version: 99 }, checklists: 7 });
    expect(sheet?.who[0]?.bring.length).toBeGreaterThan(1);
    expect(whose).toBe('p1');
  });

  it.each(['en', 'ja', 'ja-easy'])(
    'is there for every procedure in %s, and offers those that are not over',
    async (id) => {
      const ids = (await packaged.titles('ja')).map(({ id }) => id);
      expect(ids).toHaveLength(37);
      const { procedures } = await read('', id);
      expect(ids.filter((one) => !procedures.some((offered) => offered.id === one))).toEqual([
        'mynapoint',
        'vaccine-cert',
      ]);
      for (const one of ids) {
        const { sheet } = await read(`#${one}`, id);
        expect(sheet?.title.ja, one).not.toBe('');
        expect(sheet?.phrases.length, one).toBeGreaterThan(0);
        expect(JSON.stringify(sheet), one).not.toMatch(/"ja":"[^"]*[｜《》]|\{[a-z-]+\}|undefined/);
      }
    },
  );
});
