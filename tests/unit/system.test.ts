/** What a bare machine still needs. */
import { describe, expect, it } from 'vitest';
// @ts-expect-error: plain JavaScript, because it runs before anything is installed
import { missingPackages } from '../../scripts/system.mjs';

describe('missing packages', () => {
  it.each([
    [{ chromium: undefined, 'firefox-esr': undefined }, ['chromium', 'firefox-esr']],
    [{ chromium: '/usr/bin/chromium', 'firefox-esr': undefined }, ['firefox-esr']],
    [{ chromium: undefined }, ['chromium']],
    [{ chromium: '/usr/bin/chromium', 'firefox-esr': '/usr/bin/firefox-esr' }, []],
  ])('%o', (found, expected) => {
    const browsers = (missingPackages(found) as string[]).filter((name) => name !== 'fonts-noto-cjk');
    expect(browsers).toEqual(expected);
  });
});
