/** Sites on which no guide appears by itself, whatever their pages say. */
import { hostOf, webAddress } from '../../lib/sites/body-of.ts';
import { isAtOrBelow } from '../../lib/sites/copies.ts';
import type { SiteVerdict } from '../../lib/sites/verdict.ts';

/** Content networks, and libraries into which anybody puts documents; seen to hold official pages (2026-11-26). */
const HOLDS_OTHERS = (
  'cloudfront.net idcfcloud.net webaccel.jp azureedge.net azurewebsites.net amazonaws.com akamaized.net fastly.net ' +
  'scribd.com slideshare.net docplayer.net issuu.com yumpu.com expydoc.com paperzz.com 1library.org'
).split(' ');
/** Names kept for examples (RFC 2606, and example.jp of the registry of .jp). */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org|jp))?|test|invalid|localhost)$/;
/** Numbers instead of a name (also as a label, 511508.mirror.example), or a name without any dot. */
const NO_NAME = /^[\d.]+$|^\[|^\d{4,}\.|^[^.]+$/;
/** Unions of municipalities (広域連合) and telephone centres of cities: public, with names of their own. */
const SHARED = /(?:^|[.-])(?:kou?iki|callcenter|[a-z]+-call)[.-]/;

/**
 * Whether the page at `address` stands on the site of somebody who is no public body, judged as `verdict`: news,
 * companies, blogs, imitations. Not so where the name says that several bodies share it, nor where the address does not
 * tell whose page it is: numbers, a content network, a library of documents, an address that holds that of an official
 * page. Pure; never throws.
 *
 * @param judge the verdict on another address
 */
export function isPrivateSite(
  address: string,
  { verdict, why }: Pick<SiteVerdict, 'verdict' | 'why'>,
  judge: (address: string) => Pick<SiteVerdict, 'verdict'>,
): boolean {
  const url = webAddress(address);
  if (verdict === 'imitation') return true;
  if (verdict !== 'unknown' || why === 'original-unknown' || !url) return false;
  const host = hostOf(url);
  if ([RESERVED, NO_NAME, SHARED].some((names) => names.test(host))) return false;
  if (HOLDS_OTHERS.some((domain) => isAtOrBelow(host, domain))) return false;
  return ![...url.searchParams.values()].some((value) => /^https?:/.test(value) && judge(value).verdict === 'official');
}
