/** Which hosts are a public body's own, by what only public bodies can register or by what the register lists. */
import type { RegisterRecord, SitesRecord } from '../knowledge/compiled.ts';

/**
 * Why a host is official. `below`: it, or what it lies below, stands in the register; `reserved`: only public bodies
 * register there; `older`: a name of the older kind that was kept for local governments.
 */
export type OfficialHost = { record: RegisterRecord | undefined; why: 'below' | 'reserved' | 'older' };

/**
 * Whether this host (lower case, no dot at its end) is a public body's own, and whose; `undefined` where it is not.
 *
 * Label by label from the right: below a body's own domain (`info-faq.city.x.lg.jp`, `www2.city.x.jp`); anything below
 * `go.jp` and `lg.jp`, where only the state and local governments register; and the older `pref.x.jp`,
 * `metro.tokyo.jp`, `city.x.pref.jp`. Of the last kind only the names in `data/sites.yaml` count, for everybody
 * registers below `tokyo.jp`. LG.JP has Latin letters, digits and hyphens only, and no body was met whose host has
 * others, so a host with a label in another writing is never official (the prefectures' names do have such labels, for
 * everybody). Never throws.
 *
 * Sources: https://jprs.jp/doc/rule/saisoku-1-lgjp.html (characters and kinds of LG.JP names),
 * https://www.j-lis.go.jp/lgwan/lgjp/summary/cms_15365140.html (for local governments only), read 2026-11-26.
 * That go.jp is for the state only is general knowledge.
 */
export function officialHost(
  host: string,
  register: readonly RegisterRecord[],
  sites: SitesRecord,
): OfficialHost | undefined {
  const labels = host.split('.');
  if (host.length > 253 || !labels.every((label) => PLAIN.test(label) && !label.startsWith('xn--'))) return undefined;
  const { own, exact, older } = domainsOf(register, sites);
  const listed = exact.get(host);
  if (listed) return { record: listed, why: 'below' };
  for (let from = 0; from < labels.length - 1; from += 1) {
    const domain = labels.slice(from).join('.');
    if (own.has(domain)) return { record: own.get(domain), why: 'below' };
  }
  const [fourth, third, second, top] = [labels.at(-4), labels.at(-3), labels.at(-2), labels.at(-1)];
  if (top !== 'jp' || second === undefined || third === undefined) return undefined;
  if (second === 'go' || second === 'lg') return { record: undefined, why: 'reserved' };
  const municipality = (name: string): OfficialHost => ({ record: older.get(`${second}/${name}`), why: 'older' });
  if (sites.cities.includes(second)) return third === 'city' ? municipality(second) : undefined;
  const names = Object.hasOwn(sites.older, second) ? sites.older[second] : undefined;
  if (!names) return undefined;
  if (third === (second === 'tokyo' ? 'metro' : 'pref')) return municipality('');
  if (third === 'city') return municipality(second); // the city that has the prefecture's name
  return fourth !== undefined && KINDS.has(fourth) && names.includes(third) ? municipality(third) : undefined;
}

const PLAIN = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/;
const KINDS: ReadonlySet<string> = new Set(['city', 'town', 'vill']);

type Domains = {
  /** a body's domain → the body; `undefined` where several share it and none has its root */
  own: ReadonlyMap<string, RegisterRecord | undefined>;
  /** hosts beside which others can register, so that only they themselves count */
  exact: ReadonlyMap<string, RegisterRecord>;
  /**
   * `prefecture/name` → the municipality, `prefecture/` → the prefecture, `city/city` → a city beside the prefectures
   */
  older: ReadonlyMap<string, RegisterRecord>;
};
const indexes = new WeakMap<readonly RegisterRecord[], Domains>();

/** The domains of a register; built once. */
export function domainsOf(register: readonly RegisterRecord[], sites: SitesRecord): Domains {
  const known = indexes.get(register);
  if (known) return known;
  const own = new Map<string, RegisterRecord | undefined>();
  const exact = new Map<string, RegisterRecord>();
  const older = new Map<string, RegisterRecord>();
  const latin = new Map<string, string>();
  for (const { name, prefecture, host } of register) {
    const written = /(?:^|\.)(?:pref|metro)\.([a-z]+)\./.exec(host)?.[1];
    if (name === prefecture && written !== undefined) latin.set(prefecture, written);
  }
  for (const record of register) {
    const root = record.path === '/' ? record : undefined;
    for (const host of [record.host, ...(record.siblings ?? [])]) {
      const domain = host.replace(/^www\d*\./, '');
      if (sharedParent(domain, sites)) exact.set(host, root ?? record);
      else own.set(domain, root ?? own.get(domain));
    }
    const prefecture = latin.get(record.prefecture);
    if (!root || prefecture === undefined) continue;
    if (record.name === record.prefecture) older.set(`${prefecture}/`, record);
    const [, kind, label] = /(?:^|\.)(city|town|vill)\.([a-z0-9-]+)\./.exec(record.host) ?? [];
    if (label === undefined) continue;
    const name = label.startsWith(`${prefecture}-`) ? label.slice(prefecture.length + 1) : label;
    older.set(`${prefecture}/${name}`, record);
    if (kind === 'city' && sites.cities.includes(name)) older.set(`${name}/${name}`, record);
  }
  const made = { own, exact, older };
  indexes.set(register, made);
  return made;
}

/**
 * `ne.jp` is for the customers of a network, `x.miyagi.jp` for whoever lives there: what lies below is not the body's.
 */
function sharedParent(domain: string, { older, cities }: SitesRecord): boolean {
  const [, second, top, more] = domain.split('.');
  if (more !== undefined || top !== 'jp' || second === undefined) return false;
  return second === 'ne' || Object.hasOwn(older, second) || cities.includes(second);
}
