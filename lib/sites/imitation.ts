/** Addresses that are made to be taken for an official one. Only what has no other good reason counts. */
import type { PortalRecord, SitesRecord } from '../knowledge/compiled.ts';
import { hostOf } from './body-of.ts';
import { decoded } from './copies.ts';
import { readableLabel } from './punycode.ts';

export type Imitation =
  | 'used-in-fakes'
  | 'look-alike-letters'
  | 'official-name-inside'
  | 'official-user-name'
  | 'official-host-in-path'
  | 'one-letter-off';

type Known = {
  portals: readonly PortalRecord[];
  sites: SitesRecord;
  /** whether a host is a public body's own */
  isOfficial: (host: string) => boolean;
  /** domains that bodies have registered */
  domains: Iterable<string>;
};

/**
 * How this address, which is on no official site and no known service or copy, imitates an official one; `undefined`
 * where it does not. A name that merely resembles one (`myna.fun`, `nta-travel.com`) does not: such sites exist and are
 * honest. Never throws.
 */
export function imitationOf(url: URL, { portals, sites, isOfficial, domains }: Known): Imitation | undefined {
  const labels = hostOf(url).split('.');
  const readable = labels.map(readableLabel);
  const plain = readable.map((label) => asRead(label, sites.letters));
  const host = labels.join('.');
  if (sites.imitations.some((used) => `.${host}.`.includes(`.${used}.`))) return 'used-in-fakes';

  // www.city.x.1g.jp, or a Cyrillic letter in an official name.
  if (plain.join('.') !== host && isOfficial(plain.join('.'))) return 'look-alike-letters';
  const portalNames = portals.flatMap(({ hosts }) => hosts).flatMap((each) => /([^.]+)\.go\.jp$/.exec(each)?.[1] ?? []);
  if (plain.some((label, at) => readable[at] !== labels[at] && label.length >= 4 && portalNames.includes(label)))
    return 'look-alike-letters';

  // www.city.x.lg.jp.evil.com: whoever registered the end made up the beginning.
  const beginnings = (of: readonly string[]) => of.slice(1).map((_, at) => of.slice(0, at + 1).join('.'));
  if ([...beginnings(labels), ...beginnings(plain)].some(isOfficial)) return 'official-name-inside';
  // www-city-x-lg-jp.com, city.x.lg.jp-login.com: hyphens where the dots were.
  const wanted = new Set([...domains].filter((domain) => domain.split('.').length >= 3).map((each) => spaced(each)));
  if ([host, plain.join('.')].some((each) => hasRun(spaced(each).split(' '), wanted))) return 'official-name-inside';

  // https://www.city.x.lg.jp@evil.com/
  const [user = ''] = decoded(url.username)
    .toLowerCase()
    .split(/[/\\?#]/);
  if (isOfficial(user)) return 'official-user-name';
  // www.evil.co.uk/httpswww.nta.go.jp/: https://scan.netsecurity.ne.jp/article/2020/11/26/44865.html
  const glued = /^\/https?(www\.[^/]+)/i.exec(url.pathname)?.[1]?.toLowerCase();
  if (glued !== undefined && isOfficial(glued)) return 'official-host-in-path';

  // kojinbamgo-card.com: nobody misspells so long a name for a good reason. Short ones are other people's names, and
  // the name itself, with or without its hyphen, may be a blog about it.
  const long = portalNames.map(joined).filter((name) => name.length >= LONG);
  if (labels.some((label) => long.some((name) => isOneOff(joined(label), name)))) return 'one-letter-off';
  return undefined;
}

/** `hellowork` (9) is one letter from a company's name; `kojinbangocard` (14) from none. */
const LONG = 10;

const joined = (label: string): string => label.replaceAll('-', '');
const spaced = (host: string): string => host.replace(/[^a-z0-9]+/g, ' ');

/** Whether some words in a row, at most as many as a domain has, are a domain. */
function hasRun(words: readonly string[], wanted: ReadonlySet<string>): boolean {
  return words.some((_, from) =>
    [3, 4, 5, 6].some(
      (length) => from + length <= words.length && wanted.has(words.slice(from, from + length).join(' ')),
    ),
  );
}

/** A label as a hasty reader takes it: accents off, look-alikes as the letters they are taken for. */
function asRead(label: string, letters: SitesRecord['letters']): string {
  const bare = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const single = Array.from(bare, (each) => (Object.hasOwn(letters, each) ? letters[each]! : each)).join('');
  return Object.entries(letters)
    .filter(([pair]) => /^[a-z]{2}$/.test(pair))
    .reduce((text, [pair, letter]) => text.replaceAll(pair, letter), single);
}

/** Whether one change makes `name` of `other`: a letter more, less, another, or two swapped. */
function isOneOff(other: string, name: string): boolean {
  if (other === name || Math.abs(other.length - name.length) > 1) return false;
  let at = 0;
  while (at < other.length && other[at] === name[at]) at += 1;
  const [rest, wanted] = [other.slice(at), name.slice(at)];
  return (
    rest.slice(1) === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    (rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
  );
}
