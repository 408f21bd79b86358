/**
 * Match patterns: what we ask the browser for, and where scripts are registered. Exact hosts, but for the services that
 * show copies of pages: each page, or each customer, has a host of its own there.
 */
import type { CopyRecord, PortalRecord, RegisterRecord, SitesRecord } from '../knowledge/compiled.ts';

/** Both schemes: some municipalities still serve pages without https. */
const hostPattern = (host: string): string => `*://${host}/*`;

const patterns = (records: Iterable<RegisterRecord>): string[] => {
  const hosts = new Set<string>();
  for (const { host, siblings = [] } of records) for (const each of [host, ...siblings]) hosts.add(each);
  return [...hosts].map(hostPattern);
};

/** The hosts of one body, its siblings (faq., www2., translated copies) included. A ward has its city's hosts. */
export const patternsOf = (record: RegisterRecord): string[] => patterns([record]);

/** The hosts of a prefecture's office and of everything in it; empty where the name is not one of the register. */
export const prefecturePatterns = (prefecture: string, register: readonly RegisterRecord[]): string[] =>
  patterns(register.filter((record) => record.prefecture === prefecture));

/** The hosts of all local governments. */
export const allPatterns = (register: readonly RegisterRecord[]): string[] => patterns(register);

/** The hosts of the services that are offered as translated copies, and whatever lies below them. */
export const copyPatterns = (copies: readonly CopyRecord[]): string[] =>
  copies.filter(({ name }) => name !== null).flatMap(({ domains }) => domains.map((domain) => `*://*.${domain}/*`));

/** Everything that can be chosen later. */
export const choosablePatterns = (
  register: readonly RegisterRecord[],
  { copies }: Pick<SitesRecord, 'copies'>,
): string[] => [...allPatterns(register), ...copyPatterns(copies)];

/** What is asked for at install: the portals' public hosts, over https alone where nothing else was ever met. */
export const installPatterns = (portals: readonly PortalRecord[]): string[] =>
  portals.flatMap(({ covered, http }) =>
    covered.map((host) => (http.includes(host) ? hostPattern(host) : `https://${host}/*`)),
  );

/**
 * Whether access to `granted` (patterns as browsers report them) reaches every address of `pattern`: the browser
 * may hold a wider pattern than the one we asked for, or http and https one by one.
 */
export function covers(granted: readonly string[], pattern: string): boolean {
  const wanted = parse(pattern);
  if (!wanted) return false;
  const holding = granted.map(parse).filter((each) => each !== undefined && reaches(each.host, wanted.host));
  return wanted.schemes.every((scheme) => holding.some((each) => each?.schemes.includes(scheme)));
}

type Parsed = { schemes: readonly string[]; host: string };

function parse(pattern: string): Parsed | undefined {
  if (pattern === '<all_urls>') return { schemes: ['http', 'https'], host: '*' };
  const match = /^(\*|https?):\/\/(\*|(?:\*\.)?[^*/:]+)\/\*?$/.exec(pattern);
  if (!match) return undefined;
  const [, scheme, host] = match as unknown as [string, string, string];
  return { schemes: scheme === '*' ? ['http', 'https'] : [scheme], host };
}

function reaches(holder: string, host: string): boolean {
  if (holder === '*' || holder === host) return true;
  return holder.startsWith('*.') && (`.${host}`.endsWith(holder.slice(1)) || host.endsWith(holder.slice(1)));
}
