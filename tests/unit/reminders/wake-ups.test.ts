/** Nothing runs when nothing is due: how often the worker is called in a week, on a simulated computer. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { todayInJapan } from '../../../lib/dates/today.ts';
import { Computer, useClockOf } from './computer.ts';

const MONDAY = Date.parse('2026-12-14T12:00:00+09:00');
const HOUR_MS = 3_600_000;

/** A week with an open browser; the worker is stopped whenever it has nothing to do. */
class Week {
  readonly computer = new Computer(MONDAY);
  readonly alarms: string[] = [];

  async work(): Promise<void> {
    await this.computer.work(
      () => 0,
      () => 'done',
    );
    if (this.computer.worker) this.computer.kill(this.computer.worker);
  }

  /** The browser starts, and the person types the last day of their card. */
  async begin(card: string | null): Promise<void> {
    this.computer.hint();
    await this.work();
    if (card !== null) void this.computer.open().actions.setDate('p1', 'card', civil(card));
    await this.work();
    this.computer.runs = 0;
  }

  async pass(): Promise<void> {
    for (let hour = 0; hour < 7 * 24; hour++) {
      this.computer.clock += HOUR_MS;
      if (this.computer.alarm === null || this.computer.alarm > this.computer.clock) continue;
      const { day, hour: at } = todayInJapan(this.computer.alarm);
      this.alarms.push(`${day} ${at}`);
      this.computer.alarm = null;
      this.computer.hint();
      await this.work();
    }
  }
}

describe('in a week', () => {
  let week: Week;
  beforeEach(() => {
    week = new Week();
    useClockOf(() => week.computer);
    return () => vi.restoreAllMocks();
  });

  it('in which nothing is typed, the worker is never called', async () => {
    await week.begin(null);
    expect(week.computer.alarm).toBeNull();
    await week.pass();
    expect([week.alarms, week.computer.runs, [...week.computer.screen]]).toEqual([[], 0, []]);
  });

  it('in which nothing is due, the worker is never called, and the alarm for later stands', async () => {
    await week.begin('2030-05-06');
    const { alarm } = week.computer;
    expect(todayInJapan(alarm!)).toEqual({ day: '2030-02-07', hour: 9 });
    await week.pass();
    expect([week.alarms, week.computer.runs, [...week.computer.screen]]).toEqual([[], 0, []]);
    expect(week.computer.alarm).toBe(alarm);
  });

  it('in which one notice is due, one alarm calls it, and it looks once more at what it wrote', async () => {
    await week.begin('2027-01-17'); // thirty days before its last open day is Wednesday 16 December
    await week.pass();
    expect(week.alarms).toEqual(['2026-12-16 9']);
    expect(week.computer.runs).toBe(2);
    expect([...week.computer.screen]).toEqual(['p1/card-renewal/2027-01-17#d30']);
  });
});
