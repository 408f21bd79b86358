/**
 * `npm run --silent deadlines -- FILE [--explain]`: what the law says, without a browser; `-` reads standard input.
 *
 * FILE holds a JSON array of cases `{ today, people, events }`, a household as it is stored; docs/deadlines-input.md
 * has an example for every kind of event. Each case gives one JSON line on standard output, in order: its deadlines, or
 * `{"error": …}`, with the same on standard error and exit code 1 at the end. Nothing else is written there.
 * `--explain` adds `why` to each deadline: the facts it rests on, in English with their numbers, and their sources.
 */
import 'temporal-polyfill/global';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { CivilDate } from '../lib/dates/civil-date.ts';
import type { Household } from '../lib/household/schema.ts';
import { upgradeHousehold } from '../lib/household/upgrade.ts';
import type { FactRecords, FactTexts, InterfaceTexts, SourceRecords } from '../lib/knowledge/compiled.ts';
import { formatter } from '../lib/knowledge/format.ts';
import { sayer } from '../lib/knowledge/say.ts';
import type { Deadline } from '../lib/rules/deadline.ts';
import { deadlinesOf } from '../lib/rules/index.ts';
import { dayToTell } from '../lib/rules/last-day.ts';
import { loadData } from './data/load.ts';
import { factRecord, recordsSaidBy, shown, sourceRecords } from './data/packaged-records.ts';
import { phraseIn } from './data/sentences-of-language.ts';

const Case = z.strictObject({ today: CivilDate, people: z.unknown(), events: z.unknown() });

/** English and sources of the facts; read only where they are asked for. */
type Words = { texts: InterfaceTexts; statements: FactTexts; sources: SourceRecords };
type Why = {
  fact: string;
  statement: string | null;
  sources: { publisher: string; url: string | null; checked: string }[];
};

function readCase(value: unknown): { today: CivilDate; household: Household } {
  const { today, people, events } = Case.parse(value);
  return { today, household: upgradeHousehold({ version: 2, people, events }) };
}

/** What is wrong with a case, and where: "people[0].dates.card: Invalid ISO date". */
function fault(error: unknown): string {
  if (error instanceof z.core.$ZodError) {
    const found = error.issues.map(({ path, message }) => {
      const place = path.reduce<string>(
        (whole, part) =>
          typeof part === 'number' ? `${whole}[${part}]` : whole === '' ? String(part) : `${whole}.${String(part)}`,
        '',
      );
      return `${place || 'the case'}: ${message}`;
    });
    return found.join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}

/** A deadline in the order of keys that the documentation shows. */
function line(deadline: Deadline): Deadline {
  const {
    id,
    kind,
    person,
    procedure,
    opens,
    advised,
    last,
    moved,
    follows,
    otherwise,
    certainty,
    missing,
    facts,
    note,
  } = deadline;
  return {
    id,
    kind,
    person,
    procedure,
    opens,
    advised,
    last,
    moved,
    follows,
    otherwise,
    certainty,
    missing,
    facts,
    ...(note && { note }),
  };
}

/** The facts as they are on `today`; one that does not hold any more, as it was on the last day. */
function explain(deadline: Deadline, facts: FactRecords, today: CivilDate, words: Words): Why[] {
  const format = formatter('en', 'en', words.texts);
  return deadline.facts.map((id) => {
    const text = words.statements[id]?.statement;
    return {
      fact: id,
      statement: (text && sayer(facts, format, dayToTell(id, deadline, facts, today))(text)) ?? null,
      sources: (words.sources[id] ?? []).map(({ publisher, url, checked }) => ({ publisher, url, checked })),
    };
  });
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { explain: { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    console.error('Usage: npm run --silent deadlines -- FILE [--explain]   (FILE: a JSON array of cases, or -)');
    process.exitCode = 2;
    return;
  }
  const cases: unknown = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  if (!Array.isArray(cases)) throw new Error('this is no array of cases');

  const data = loadData();
  const records = shown(data.facts);
  const facts: FactRecords = Object.fromEntries(records.map((fact) => [fact.id, factRecord(fact)]));
  const english = data.languages.get('en');
  const words = ((): Words | null => {
    if (!values.explain || !english) return null;
    const inEnglish = recordsSaidBy(phraseIn(english), data);
    return {
      texts: inEnglish.interface(),
      statements: inEnglish.facts(),
      sources: Object.fromEntries(records.map((fact) => [fact.id, sourceRecords(fact.sources)])),
    };
  })();

  for (const [index, one] of cases.entries()) {
    try {
      const { today, household } = readCase(one);
      const deadlines = deadlinesOf(household, facts, today).map((deadline) =>
        words ? { ...line(deadline), why: explain(deadline, facts, today, words) } : line(deadline),
      );
      console.log(JSON.stringify({ today, deadlines }));
    } catch (error) {
      const what = `case ${index + 1}: ${fault(error)}`;
      console.log(JSON.stringify({ error: what }));
      console.error(what);
      process.exitCode = 1;
    }
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
