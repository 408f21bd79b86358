/** The manifest. Every permission in it is argued in docs/permissions.md. */
import type { UserManifest } from 'wxt';
import { MARKS_FILE } from '../lib/overlay/mark-styles.ts';
import { allPatterns, copyPatterns, installPatterns } from '../lib/sites/patterns.ts';
import { grantedSampleHosts, portalRecords, registerRecords } from './data/register.ts';
import { siteRecords } from './data/sites.ts';
import type { Flavour } from './flavour.ts';

/**
 * Design section 2, promise 1. Nothing but packaged files. `object-src` and `worker-src` follow `default-src`.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ');
/** `npm run dev` alone: the development server sends changed modules and styles into open pages. */
const SERVING_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
  "connect-src 'self'",
  "connect-src 'self' http://localhost:* ws://localhost:*",
);

/** Firefox keeps a person's data under this id: it never changes. The host does not exist and claims nobody's. */
const FIREFOX_ID = 'madoguchi@madoguchi.example';

/** Where the spotter runs without being asked for again: in the manifest twice, as host permission and as matches. */
export const spotterMatches = (flavour: Flavour): string[] => [
  ...installPatterns(portalRecords()),
  ...(flavour.samples ? grantedSampleHosts().map((host) => `*://${host}/*`) : []),
];

/**
 * The manifest of one build, without what WXT adds from the entrypoints (background, popup).
 *
 * `*://*.jp/*` is never requested: what is requested later is exact hosts below it, and listing those
 * one by one would cost start time (about 1.4 µs for each pair of granted and listed patterns).
 *
 * @param serving the development server needs a wider policy
 */
export function manifest(browser: string, flavour: Flavour, serving = false): UserManifest {
  const matches = spotterMatches(flavour);
  const outside = allPatterns(registerRecords(flavour.samples)).filter((pattern) => !pattern.endsWith('.jp/*'));
  return {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'notifications', 'scripting', 'activeTab'],
    host_permissions: matches,
    content_scripts: [{ matches, js: ['spotter.js'], css: [MARKS_FILE], run_at: 'document_idle' }],
    optional_host_permissions: ['*://*.jp/*', ...outside, ...copyPatterns(siteRecords().copies)],
    content_security_policy: { extension_pages: serving ? SERVING_POLICY : POLICY },
    // One worker for all windows: two would show each notice twice and be two writers. What it keeps of a visit is
    // the tab's verdict, in memory, gone with the tab.
    incognito: 'spanning',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '__MSG_name__' },
    options_ui: { page: 'desk.html', open_in_tab: true },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_ID,
              strict_min_version: '150.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '144' }),
  };
}
