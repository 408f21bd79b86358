/**
 * The public bodies we know by host: `data/municipalities.csv`, `data/portals.yaml`, and in builds for
 * demonstration and tests `data/samples.yaml`. Read at build; whatever is wrong is named with file, line and remedy.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod';
import type { PortalRecord, RegisterRecord } from '../../lib/knowledge/compiled.ts';
import { Source } from '../../lib/knowledge/schema.ts';

const HOST = /^(?=.{4,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;
/** Always one exact host: a wildcard could reach over a suffix under which anybody registers. */
export const Host = z
  .string()
  .regex(HOST, 'is not an exact host name; write it in lower case, without scheme, path or wildcard');
const Path = z.string().regex(/^\/([A-Za-z0-9._~-]+\/)*([A-Za-z0-9._~-]+)?$/, 'is not a path that begins with "/"');

const Municipality = z.strictObject({
  code: z.string().refine(hasCheckDigit, 'is not a code of a local government (its last digit is a check digit)'),
  prefecture: z.string().regex(/^\p{Script=Han}{2,3}[都道府県]$|^北海道$/u, 'is not a prefecture'),
  name: z.string().min(2),
  kana: z.string().regex(/^[ぁ-んー]+( [ぁ-んー]+)?$/, 'is not a reading in hiragana'),
  host: Host,
  path: Path,
  siblings: z.array(Host),
});

const PortalHost = z
  .strictObject({
    host: Host,
    guide: z.enum(['covered', 'silent', 'none']),
    /** why nothing of ours may run there */
    why: z.string().min(1).optional(),
    allow: z.array(Path).min(1).optional(),
    http: z.literal(true).optional(),
  })
  .refine((h) => (h.guide === 'silent') === (h.why !== undefined), 'a silent host, and only a silent one, says why')
  .refine((h) => !h.allow || h.guide === 'covered', 'only a covered host has public pages to allow')
  .refine((h) => h.guide !== 'covered' || h.host.endsWith('.go.jp'), 'only hosts under go.jp are asked for at install');

const Portal = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    ja: z.string().min(1),
    en: z.string().min(1),
    operator: z.string().min(1),
    hosts: z.array(PortalHost).min(1),
    sources: z.array(Source),
    note: z.string().min(1).optional(),
    confidence: z.enum(['high', 'medium', 'low']),
    checked: z.iso.date(),
  })
  .refine(
    (p) => p.sources.length > 0 || (p.note && p.confidence !== 'high'),
    'a portal without a source has a note and no high confidence',
  );

const Sample = z.strictObject({
  code: z.string().regex(/^99999\d$/, 'of a sample begins with 99999'),
  prefecture: z.string().min(2),
  name: z.string().min(2),
  kana: z.string().regex(/^[ぁ-ん]+$/),
  host: Host.refine((host) => host.endsWith('.example.jp'), 'of a sample lies under example.jp'),
  granted: z.boolean(),
});

/** The last of six digits follows from the first five (JIS X 0402): weights 6 to 2, modulo 11. */
function hasCheckDigit(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const [a, b, c, d, e, check] = [...code].map(Number) as [number, number, number, number, number, number];
  return (11 - ((a * 6 + b * 5 + c * 4 + d * 3 + e * 2) % 11)) % 10 === check;
}

/** Everything that is wrong, one line each. */
export class RegisterProblems extends Error {
  override readonly name = 'RegisterProblems';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const COLUMNS = ['code', 'prefecture', 'name', 'kana', 'host', 'path', 'siblings'] as const;

/**
 * The local governments of a table with the columns of `data/municipalities.csv`. Every body on a host has the
 * siblings of that host. Throws `RegisterProblems`.
 *
 * @param file how the problems name the table
 */
export function readMunicipalities(text: string, file: string): RegisterRecord[] {
  const problems: string[] = [];
  const [head, ...lines] = text.trimEnd().split(/\r?\n/);
  if (head !== COLUMNS.join(',')) {
    throw new RegisterProblems([`${file}:1: the columns are "${head}". Write ${COLUMNS.join(',')}`]);
  }
  const records: RegisterRecord[] = [];
  const seen = new Map<string, number>();
  const once = (what: string, key: string, line: number) => {
    const before = seen.get(`${what} ${key}`);
    if (before) problems.push(`${file}:${line}: ${what} ${key} stands in line ${before} too. Keep one of them`);
    seen.set(`${what} ${key}`, line);
  };
  for (const [index, row] of lines.entries()) {
    const line = index + 2;
    const cells = row.split(',');
    if (cells.length !== COLUMNS.length) {
      problems.push(`${file}:${line}: ${cells.length} cells. Write ${COLUMNS.length}, none with a comma in it`);
      continue;
    }
    const [code, prefecture, name, kana, host, path, siblings] = cells;
    const read = Municipality.safeParse({
      code,
      prefecture,
      name,
      kana,
      host,
      path,
      siblings: siblings!.split(' ').filter(Boolean),
    });
    if (!read.success) {
      for (const issue of read.error.issues) problems.push(`${file}:${line}: ${said(issue, cells)}`);
      continue;
    }
    const { siblings: others, ...record } = read.data;
    once('code', record.code, line);
    once('place', `${record.prefecture} ${record.name}`, line);
    once('address', record.host + record.path, line);
    for (const other of others) once('address', `${other}/`, line);
    if (record.name.split(' ').length !== record.kana.split(' ').length) {
      problems.push(`${file}:${line}: name and reading have not the same number of words. Part both by one space`);
    }
    records.push(others.length > 0 ? { ...record, siblings: others } : record);
  }
  if (problems.length > 0) throw new RegisterProblems(problems);
  const siblings = new Map(records.flatMap(({ host, siblings }) => (siblings ? [[host, siblings]] : [])));
  return records.map((record) => {
    const shared = siblings.get(record.host);
    return shared ? { ...record, siblings: shared } : record;
  });
}

const said = (issue: z.core.$ZodIssue, cells: readonly string[]): string => {
  const column = COLUMNS.findIndex((name) => name === issue.path[0]);
  return `${COLUMNS[column]} "${cells[column]}" ${issue.message}`;
};

/** The portals of a text with the shape of `data/portals.yaml`. Throws `RegisterProblems`. */
export function readPortals(text: string, file: string): PortalRecord[] {
  const problems: string[] = [];
  const { items, line } = readList(text, file, Portal, problems);
  const hosts = new Map<string, string>();
  const records = items.map(({ id, ja, en, hosts: all }, index): PortalRecord => {
    for (const { host } of all) {
      const other = hosts.get(host);
      if (other) problems.push(`${file}:${line(index)}: ${host} belongs to "${other}" already. Keep one of them`);
      hosts.set(host, id);
    }
    const named = (test: (h: (typeof all)[number]) => boolean) => all.filter(test).map(({ host }) => host);
    return {
      id,
      ja,
      en,
      hosts: named(() => true),
      covered: named(({ guide }) => guide === 'covered'),
      silent: named(({ guide }) => guide === 'silent'),
      http: named(({ http }) => http === true),
      allow: Object.fromEntries(all.flatMap(({ host, allow }) => (allow ? [[host, allow]] : []))),
    };
  });
  if (problems.length > 0) throw new RegisterProblems(problems);
  return records;
}

/** The items of a YAML list that have their shape; for the others a problem with its line. */
export function readList<T extends z.ZodType>(text: string, file: string, shape: T, problems: string[]) {
  const counter = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: counter });
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      const range = node && typeof node === 'object' && 'range' in node ? (node.range as [number] | null) : null;
      if (range) return counter.linePos(range[0]).line;
    }
    return 1;
  };
  for (const error of document.errors) problems.push(`${file}:${error.linePos?.[0].line ?? 1}: ${error.message}`);
  if (problems.length > 0 || !isSeq(document.contents) || !document.contents.items.every((item) => isMap(item))) {
    throw new RegisterProblems(problems.length > 0 ? problems : [`${file}:1: is not a list of records`]);
  }
  const items: z.infer<T>[] = [];
  for (const [index, item] of (document.toJS() as unknown[]).entries()) {
    const read = shape.safeParse(item);
    if (read.success) items.push(read.data);
    else {
      for (const { path, message } of read.error.issues) {
        problems.push(`${file}:${lineOf([index, ...path])}: ${path.join('.') || 'record'} ${message}`);
      }
    }
  }
  if (problems.length > 0) throw new RegisterProblems(problems);
  return { items, line: (index: number) => lineOf([index]) };
}

/** A file of the project. */
export const textOf = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');

const samples = () => readList(textOf('data/samples.yaml'), 'data/samples.yaml', Sample, []).items;

/**
 * Every local government, in the order of the table; with `withSamples` also the municipalities that do not
 * exist. Throws `RegisterProblems`.
 */
export function registerRecords(withSamples: boolean): RegisterRecord[] {
  const real = readMunicipalities(textOf('data/municipalities.csv'), 'data/municipalities.csv');
  if (!withSamples) return real;
  return [
    ...real,
    ...samples().map(({ code, prefecture, name, kana, host }): RegisterRecord => {
      return { code, prefecture, name, kana, host, path: '/', sample: true };
    }),
  ];
}

/** Every national portal. Throws `RegisterProblems`. */
export function portalRecords(): PortalRecord[] {
  return readPortals(textOf('data/portals.yaml'), 'data/portals.yaml');
}

/** Hosts of samples that builds for demonstration and tests ask for at install. Throws `RegisterProblems`. */
export function grantedSampleHosts(): string[] {
  return samples().flatMap(({ granted, host }) => (granted ? [host] : []));
}
