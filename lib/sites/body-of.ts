/** Whose site is this? By exact host and path, never by what a page says of itself: copies of pages are real. */
import type { PortalRecord, RegisterRecord } from '../knowledge/compiled.ts';

export type Body =
  | { kind: 'municipality' | 'sample'; record: RegisterRecord }
  | { kind: 'portal'; record: PortalRecord };

/**
 * The public body whose site this address is on, or `undefined` where we know none.
 *
 * Hosts are compared whole: a translation proxy whose name begins with a city's (`www.city.x.jp.e.y.transer.com`)
 * is not that city. On a shared host the longest path wins, cut at a `/`: a ward's page belongs to the ward, the
 * city's own to the city. Sibling hosts belong to the body that has its root there. Never throws.
 */
export function bodyOf(
  address: string,
  register: readonly RegisterRecord[],
  portals: readonly PortalRecord[],
): Body | undefined {
  const url = webAddress(address);
  if (!url) return undefined;
  const host = hostOf(url);
  const portal = portals.find(({ hosts }) => hosts.includes(host));
  if (portal) return { kind: 'portal', record: portal };
  let best: RegisterRecord | undefined;
  for (const record of recordsByHost(register).get(host) ?? []) {
    if (isBelow(url.pathname, record.path) && record.path.length > (best?.path.length ?? 0)) best = record;
  }
  return best && { kind: best.sample ? 'sample' : 'municipality', record: best };
}

/** The address if it is one of the web, else `undefined`. */
export function webAddress(address: string): URL | undefined {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** The host in lower case, without the dot that a fully qualified name may end in. */
export const hostOf = (url: Pick<URL, 'hostname'>): string =>
  url.hostname.endsWith('.') ? url.hostname.slice(0, -1) : url.hostname;

/** `path` is a folder (ends in `/`) or one page. */
export const isBelow = (pathname: string, path: string): boolean =>
  path.endsWith('/') ? pathname.startsWith(path) : pathname === path;

const indexes = new WeakMap<readonly RegisterRecord[], ReadonlyMap<string, readonly RegisterRecord[]>>();

/** Each host, sibling hosts too, with the bodies on it; built once for a register. */
function recordsByHost(register: readonly RegisterRecord[]): ReadonlyMap<string, readonly RegisterRecord[]> {
  const known = indexes.get(register);
  if (known) return known;
  const index = new Map<string, RegisterRecord[]>();
  for (const record of register) {
    // A sibling host is one body's as a whole: paths of the main host mean nothing there.
    const hosts = record.path === '/' ? [record.host, ...(record.siblings ?? [])] : [record.host];
    for (const host of hosts) {
      const records = index.get(host);
      if (records) records.push(record);
      else index.set(host, [record]);
    }
  }
  indexes.set(register, index);
  return index;
}
