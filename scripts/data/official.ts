/** Whose pages a person may be led to: public bodies, and the bodies that carry public insurance or help residents. */
import { portalRecords, registerRecords } from './register.ts';

/** Domains that only public bodies and universities can have, and the older ones of prefectures and municipalities. */
const PUBLIC = [/\.(go|lg|ac)\.jp$/, /(^|\.)(pref|city|town|vill|metro)\.[a-z-]+(\.[a-z-]+)?\.jp$/];

/**
 * No public bodies by their domain, and yet the ones who decide or help: insurers, unions of municipalities, help
 * desks.
 */
const OTHERS = new Set([
  'daikyokenpo.or.jp', // health insurance societies
  'mbkkenpo.or.jp',
  'www.kyoukaikenpo.or.jp',
  'www.miekenro.or.jp',
  'www.sekkei-kenpo.org',
  'www.sssc.or.jp',
  'www.sumigp-kenpo.com',
  'www.gunma-kouiki.jp', // unions for the insurance of the elderly
  'www.saitama-koukikourei.org',
  'ficec.jp', // help desks for foreign residents
  'funabashi-multilingual.info',
  'h-ircd.jp',
  'tabunka.tokyo-tsunagari.or.jp',
  'www.kicc.jp',
  'www.ofix.or.jp',
  'www.oizumi-tabunka.jp',
]);

let hosts: ReadonlySet<string> | undefined;

/** Whether a link to this host may be shown to a person. */
export function isOfficial(host: string): boolean {
  hosts ??= new Set([
    ...registerRecords(false).flatMap(({ host: own, siblings = [] }) => [own, ...siblings]),
    ...portalRecords().flatMap(({ hosts: own }) => own),
  ]);
  return hosts.has(host) || OTHERS.has(host) || PUBLIC.some((pattern) => pattern.test(host));
}
