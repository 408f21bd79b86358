/** Where the spotter runs, and what changes for open tabs when that or a setting changes. */
import { browser, type ItemPort } from '../../lib/browser.ts';
import { settings, type Settings } from '../../lib/items.ts';
import type { Packaged } from '../../lib/knowledge/packaged.ts';
import { ensureRegistered } from '../../lib/sites/registration.ts';
import { siteAllowed } from '../../lib/sites/index.ts';
import type { Store } from '../../lib/store.ts';
import { readTabVerdict, tabVerdictKey } from '../../lib/tab-verdict.ts';
import { spotterFile, spot, tell } from './tabs.ts';
