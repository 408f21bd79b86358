/** Machine-translated, stored and otherwise adapted copies, and the way from their address to the page they show. */
import type { CopyRecord, OriginalPlace } from '../knowledge/compiled.ts';
import { hostOf, webAddress } from './body-of.ts';

/**
 * The copying site this address is on, or `undefined`. Whole labels from the right: `translate.goog.evil.com` is none.
 */
export const copierOf = (host: string, copies: readonly CopyRecord[]): CopyRecord | undefined =>
  copies.find(({ domains }) => domains.some((domain) => isAtOrBelow(host, domain)));

/** Whether this address is on a copying site. Never throws. */
export function isOnCopier(address: string, copies: readonly CopyRecord[]): boolean {
  const url = webAddress(address);
  return url !== undefined && copierOf(hostOf(url), copies) !== undefined;
}

export const isAtOrBelow = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/**
 * The page that a copy at this address shows, as far as the address says, always over https and without user name, port
 * and fragment; `undefined` where the address names none. Not yet judged: it may be anybody's. Never throws.
 *
 * @param isOfficial tells a host inside a path (`/web/2026/www.city.x.jp/a.html`) from a folder with dots
 */
export function originalOf(url: URL, copier: CopyRecord, isOfficial: (host: string) => boolean): URL | undefined {
  const domain = copier.domains.find((each) => isAtOrBelow(hostOf(url), each)) ?? '';
  for (const place of copier.original) {
    const found = webAddress(written(url, domain, place, isOfficial) ?? '');
    if (found) return webAddress(`https://${found.hostname}${found.pathname}${found.search}`);
  }
  return undefined;
}

function written(
  url: URL,
  domain: string,
  place: OriginalPlace,
  isOfficial: (host: string) => boolean,
): string | undefined {
  switch (place.in) {
    case 'host': {
      const [only = '', ...others] = labelsBefore(url, domain, place.skip);
      if (only === '') return undefined;
      // Google cuts a name that is too long and gives its beginning as a parameter.
      const host =
        others.length > 0 ? [only, ...others].join('.') : withDots((url.searchParams.get('_x_tr_hp') ?? '') + only);
      return `https://${host}${url.pathname}${withoutGoogle(url)}`;
    }
    case 'tenant': {
      const tenant = labelsBefore(url, domain, place.skip).join('.');
      if (!Object.hasOwn(place.hosts, tenant)) return undefined;
      return `https://${place.hosts[tenant]}${url.pathname.replace(/^\/[a-z]{2}(-[a-z]+)?(?=\/)/i, '')}${url.search}`;
    }
    case 'query': {
      const value = url.searchParams.get(place.name)?.trim();
      if (value === undefined || value === '') return undefined;
      const [address = ''] = (/https?:\/\/.*/is.exec(value)?.[0] ?? value.split(':').at(-1) ?? '').split(/\s/);
      return withScheme(address);
    }
    case 'path': {
      const address = /\/(https?(?::|%3a)(?:\/|%2f)+.*)$/is.exec(url.pathname + url.search)?.[1];
      if (address !== undefined) return address.includes('://') ? address : decoded(address);
      const parts = url.pathname.split('/');
      const host = parts.findIndex((part) => part.includes('.') && isOfficial(part.toLowerCase()));
      return host === -1 ? undefined : withScheme(parts.slice(host).join('/') + url.search);
    }
  }
}

const MADE_PATH = /^\/(?:translate\/[a-z]{2}(?:-[a-z]+)?|kana)(?=\/)/i;
const MADE_HOST = /^translate(?:-[a-z]{2,3})?\./;

/**
 * The page as the office wrote it, from the address at which its own site translates it or puts readings in: without
 * `/translate/en` or `/kana`, without WOVN's parameter, on the body's main host; without fragment.
 * `undefined` where the address says nothing of the kind.
 *
 * @param mainHost of the body; without it a host made for translations leads nowhere
 */
export function untranslated(url: URL, mainHost?: string): URL | undefined {
  const host = MADE_HOST.test(url.hostname) ? mainHost : url.hostname;
  if (host === undefined) return undefined;
  const search = new URLSearchParams(url.search);
  search.delete('wovn');
  const query = url.searchParams.has('wovn') ? (search.size > 0 ? `?${search}` : '') : url.search;
  const path = url.pathname.replace(MADE_PATH, '');
  if (host === url.hostname && path === url.pathname && query === url.search) return undefined;
  return webAddress(`${url.protocol}//${host}${path}${query}`);
}

const labelsBefore = (url: URL, domain: string, skip: number): string[] => {
  const labels = hostOf(url).slice(0, -domain.length).split('.').slice(0, -1);
  return labels.slice(0, labels.length - skip);
};

/** One hyphen stands for a dot, two for a hyphen. Source: data/sites.yaml, google-translate. */
const withDots = (label: string): string => label.replace(/(?<!-)-(?!-)/g, '.').replaceAll('--', '-');

const withScheme = (address: string): string => (/^https?:/i.test(address) ? address : `https://${address}`);

function withoutGoogle(url: URL): string {
  const search = new URLSearchParams(url.search);
  const own = [...search.keys()].filter((key) => key.startsWith('_x_tr_'));
  if (own.length === 0) return url.search;
  for (const key of own) search.delete(key);
  return search.size > 0 ? `?${search}` : '';
}

/** Text of an address without its escapes; as it is where they are broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
