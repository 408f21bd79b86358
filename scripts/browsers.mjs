// Finds the browsers on this machine. Built-ins only: also used before anything is installed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (...names) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));

const first = (candidates) => candidates.find((path) => path && existsSync(path));

/** Path of a Chromium (or Chrome for Testing): branded Chrome ignores `--load-extension`. */
export const findChromium = () =>
  first([
    process.env.CHROMIUM,
    ...onPath('chromium', 'chromium-browser'),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ]);

/** Path of a Firefox, the extended support release first. */
export const findFirefox = () =>
  first([
    process.env.FIREFOX,
    ...onPath('firefox-esr', 'firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ]);

/** Chromium has no sandbox for root. */
export const runsAsRoot = () => process.getuid?.() === 0;
