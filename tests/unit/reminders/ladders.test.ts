import { describe, expect, it } from 'vitest';
import { DEADLINE_KINDS, EVENT_KINDS } from '../../../lib/knowledge/vocabulary.ts';
import { LADDERS, stepsOf } from '../../../lib/reminders/ladders.ts';
import { packaged } from '../knowledge/compiled.ts';
import { deadline } from './world.ts';

describe('a ladder', () => {
  it.each(DEADLINE_KINDS)('of %s comes nearer, tells each rung once, and ends the day after', (kind) => {
    const ids = LADDERS[kind].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(-4)).toEqual(['d1', 'advised', 'last', 'past']);
    const days = ids.flatMap((id) => (/^d\d+$/.test(id) ? [Number(id.slice(1))] : []));
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(stepsOf(deadline(kind, '2027-06-16')).at(-1)).toEqual({ rung: 'past', day: '2027-06-17' });
  });

  it('of two weeks speaks at once, half-way, three days and one day before', () => {
    const steps = stepsOf(deadline('immigration-employer', '2027-06-16', '2027-06-02'));
    expect(steps.map(({ rung, day }) => `${rung} ${day}`)).toEqual([
      'opens 2027-06-02',
      'd7 2027-06-09',
      'd3 2027-06-13',
      'd1 2027-06-15',
      'advised 2027-06-16',
      'last 2027-06-16',
      'past 2027-06-17',
    ]);
  });

  it('of a window speaks when it opens, a month, a week and a day before', () => {
    const steps = stepsOf(deadline('licence-renewal', '2027-06-16', '2027-04-16'));
    expect(steps.map(({ rung }) => rung)).toEqual(['opens', 'd30', 'd7', 'd1', 'advised', 'last', 'past']);
  });
});

describe.each(['en', 'ja', 'ja-easy'])('the words in %s', (language) => {
  it('are there for every kind of deadline and event, with what they are filled with', async () => {
    const texts = await packaged.interface(language);
    for (const kind of DEADLINE_KINDS) {
      expect(texts[`ui.${kind}`], kind).toBeTruthy();
      expect(texts[`ui.follows-${kind}`], kind).toBeTruthy();
      expect(texts[`notice.${kind}-title`], kind).toContain('{date}');
      expect(texts[`notice.${kind}-message`], kind).toContain('{left}');
      expect(texts[`notice.past-${kind}-title`], kind).toContain('{date}');
      expect(texts[`notice.past-${kind}-message`], kind).toMatch(/[.。]$/);
    }
    for (const kind of EVENT_KINDS) {
      for (const key of [`ui.event-${kind}`, `desk.event-${kind}-on`, `desk.event-${kind}-why`])
        expect(texts[key], key).toBeTruthy();
    }
  });

  it('name no status of residence in a notice', async () => {
    const notices = Object.entries(await packaged.interface(language)).filter(([key]) => key.startsWith('notice.'));
    expect(notices.length).toBeGreaterThan(4 * DEADLINE_KINDS.length);
    const named = notices.filter(([, text]) =>
      /permanent|limited|national resident|highly skilled|永住|高度専門|在留資格/i.test(text),
    );
    expect(named).toEqual([]);
  });
});
