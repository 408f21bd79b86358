/** The command as a person runs it, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { emptyPerson, Household } from '../../../lib/household/schema.ts';
import { EVENT_KINDS } from '../../../lib/knowledge/vocabulary.ts';
import { deadlinesOf } from '../../../lib/rules/index.ts';
import { FACTS } from '../../fixtures/facts.ts';

const TIMEOUT = 20_000; // each run reads all data first
type Line = { today: string; deadlines: Record<string, unknown>[]; error?: string };

function run(input: string, ...args: string[]): { lines: Line[]; errors: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/deadlines.ts', '-', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  return {
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line): Line => JSON.parse(line)),
    errors: stderr,
    status,
  };
}

const documented = /```json\n([^]*?)```/.exec(readFileSync('docs/deadlines-input.md', 'utf8'))?.[1] ?? '';
const example = JSON.parse(documented)[0];
const somebody = { ...emptyPerson('p1'), dates: { ...emptyPerson('p1').dates, card: '2027-05-06' } };
const good = { today: '2026-11-26', people: [somebody], events: [] };

describe('the documented example', { timeout: TIMEOUT }, () => {
  it('has every kind of event, and gets what the rules say', () => {
    expect(example.events.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([...EVENT_KINDS].toSorted());
    const { lines, errors, status } = run(documented);
    expect({ errors, status }).toEqual({ errors: '', status: 0 });
    const { people, events } = example;
    const expected = deadlinesOf(Household.parse({ version: 2, people, events }), FACTS, civil(example.today));
    expect(lines).toEqual([{ today: example.today, deadlines: JSON.parse(JSON.stringify(expected)) }]);
    expect(new Set(lines[0]?.deadlines.map(({ person }) => person))).toEqual(new Set(['p1', 'p3']));
  });

  it('writes the keys in the documented order', () => {
    const shown = /```\n(\{"today".*)\n```/.exec(readFileSync('docs/deadlines-input.md', 'utf8'))?.[1] ?? '';
    const keys = (line: Line) => line.deadlines.map((deadline) => Object.keys(deadline));
    const { lines } = run(documented);
    for (const of of keys(lines[0]!)) expect(of.filter((key) => key !== 'note')).toEqual(keys(JSON.parse(shown))[0]);
  });

  it('is explained by facts in English without a hole, each with a source', () => {
    const [line] = run(documented, '--explain').lines;
    for (const { facts, why } of line!.deadlines as { facts: string[]; why: Record<string, unknown>[] }[]) {
      expect(why.map(({ fact }) => fact)).toEqual(facts);
      for (const { statement, sources } of why) {
        expect(statement).toMatch(/^[A-Z'"].*[.。]$/);
        expect(statement).not.toMatch(/[{}]/);
        expect(sources).not.toHaveLength(0);
        for (const source of sources as object[]) expect(Object.keys(source)).toEqual(['publisher', 'url', 'checked']);
      }
    }
  });
});

describe('cases', { timeout: TIMEOUT }, () => {
  it('are answered in order; a bad one says where and spoils no other', () => {
    const bad = [
      { ...good, today: '2026-11-31' },
      { ...good, people: [{ ...somebody, dates: { ...somebody.dates, card: '2027-5-6' } }] },
      { ...good, events: [{ id: 'e1', person: 'p2', on: '2026-11-01', kind: 'card-lost' }] },
      { ...good, version: 2 },
      { ...good, people: [{ ...somebody, mynumber: '1' }] },
      'nothing',
    ];
    const { lines, errors, status } = run(JSON.stringify([good, ...bad, { ...good, today: '2027-01-01' }]));
    expect(status).toBe(1);
    expect(lines.map((line) => line.today ?? line.error)).toEqual([
      '2026-11-26',
      'case 2: today: Invalid ISO date',
      'case 3: people[0].dates.card: Invalid ISO date',
      'case 4: The event "e1" belongs to "p2", who is not there',
      'case 5: the case: Unrecognized key: "version"',
      'case 6: people[0]: Unrecognized key: "mynumber"',
      expect.stringMatching(/^case 7: the case: /),
      '2027-01-01',
    ]);
    expect(errors.trim().split('\n')).toEqual(lines.flatMap(({ error }) => error ?? []));
  });

  it.each([
    ['', 'JSON'],
    ['{"today":"2026-11-26"}', 'no array of cases'],
  ])('%j is no list of cases', (input, why) => {
    const { lines, errors, status } = run(input);
    expect({ lines, status }).toEqual({ lines: [], status: 1 });
    expect(errors).toContain(why);
  });

  it('of a whole file are all answered', () => {
    const many = Array.from({ length: 300 }, () => example);
    const { lines, status } = run(JSON.stringify(many));
    expect(status).toBe(0);
    expect(lines).toHaveLength(300);
    expect(new Set(lines.map((line) => JSON.stringify(line))).size).toBe(1);
  });
});
