/** Whose site is this? Decided by the address alone; what a page says of itself proves nothing. */
import type { CopyRecord, PortalRecord, RegisterRecord, SitesRecord } from '../knowledge/compiled.ts';
import { bodyOf, hostOf, webAddress, type Body } from './body-of.ts';
import { copierOf, isAtOrBelow, originalOf, untranslated } from './copies.ts';
import { imitationOf, type Imitation } from './imitation.ts';
import { domainsOf, officialHost, type OfficialHost } from './official-host.ts';

/** `name`: in Japanese, a municipality after its prefecture, for two cities are called 府中市. */
export type SiteBody = Body & { name: string };

export type SiteVerdict =
  | { verdict: 'official'; body: SiteBody | null; original: null; why: OfficialHost['why'] | 'listed' }
  | { verdict: 'official'; body: SiteBody | null; original: string | null; why: 'translated' }
  | { verdict: 'service'; body: null; original: null; why: 'used-by-public-bodies' }
  | { verdict: 'copy'; body: SiteBody | null; original: string | null; why: CopyRecord['made'] }
  | { verdict: 'imitation'; body: null; original: null; why: Imitation }
  | { verdict: 'unknown'; body: null; original: null; why: 'not-web' | 'original-unknown' | 'not-listed' };

export type SiteTables = { register: readonly RegisterRecord[]; portals: readonly PortalRecord[]; sites: SitesRecord };

/**
 * Whose site this address is on:
 * - `official`: a public body's own (`body`, where we know which one); `original` is the way to the Japanese page where
 *   this one is translated and its address says from which;
 * - `service`: used by public bodies and not theirs;
 * - `copy`: a machine-translated, stored or adapted copy of an official page. `original` is the way to it, over https,
 *   and only where it is itself official; `body` is its body;
 * - `imitation`: made to be taken for an official address;
 * - `unknown`: everything else, also a copy of what we do not know.
 *
 * Hosts are compared whole, label by label from the right, after the browser's own reading of the address (letters,
 * dots, user names, numbers). `why` names the evidence. Pure; never throws.
 */
export function siteOf(address: string, { register, portals, sites }: SiteTables): SiteVerdict {
  const url = webAddress(address);
  if (!url) return { verdict: 'unknown', body: null, original: null, why: 'not-web' };
  const host = hostOf(url);
  // No name is longer, or has an empty label.
  if (host.length > 253 || host.split('.').includes(''))
    return { verdict: 'unknown', body: null, original: null, why: 'not-listed' };
  const isOfficial = (name: string): boolean => officialHost(name, register, sites) !== undefined;

  const official = (of: URL): { body: SiteBody | null; why: OfficialHost['why'] | 'listed' } | undefined => {
    const listed = bodyOf(of.href, register, portals);
    if (listed) return { body: named(listed), why: 'listed' };
    const found = officialHost(hostOf(of), register, sites);
    if (!found) return undefined;
    const { record, why } = found;
    return { body: record ? named({ kind: record.sample ? 'sample' : 'municipality', record }) : null, why };
  };

  // First, for an official archive shows copies too.
  const copier = copierOf(host, sites.copies);
  const original = copier && originalOf(url, copier, isOfficial);
  const source = original && official(original);
  if (copier && original && source)
    return { verdict: 'copy', body: source.body, original: original.href, why: copier.made };

  const own = official(url);
  if (own) {
    const { body, why } = own;
    if (!isTranslated(url)) return { verdict: 'official', body, original: null, why };
    const japanese = untranslated(url, body?.kind === 'portal' ? undefined : body?.record.host);
    return { verdict: 'official', body, original: japanese?.href ?? null, why: 'translated' };
  }
  if (sites.services.some((domain) => isAtOrBelow(host, domain)))
    return { verdict: 'service', body: null, original: null, why: 'used-by-public-bodies' };
  if (copier) {
    if (copier.customers && !original) return { verdict: 'copy', body: null, original: null, why: copier.made };
    return { verdict: 'unknown', body: null, original: null, why: 'original-unknown' };
  }
  const domains = domainsOf(register, sites).own.keys();
  const imitation = imitationOf(url, { portals, sites, isOfficial, domains });
  if (imitation) return { verdict: 'imitation', body: null, original: null, why: imitation };
  return { verdict: 'unknown', body: null, original: null, why: 'not-listed' };
}

function named(body: Body): SiteBody {
  if (body.kind === 'portal') return { ...body, name: body.record.ja };
  const { name, prefecture } = body.record;
  return { ...body, name: name === prefecture ? name : `${prefecture}${name}` };
}

/**
 * An official page in another language by machine: WOVN's parameter, the folder of SHIRASAGI, hosts such as
 * translate-ko.
 */
const isTranslated = (url: URL): boolean =>
  url.searchParams.has('wovn') ||
  /^\/translate\/[a-z]{2}/.test(url.pathname) ||
  /^translate(-[a-z]+)?\./.test(url.hostname);
