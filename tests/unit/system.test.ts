/** What a bare machine still needs. */
import { describe, expect, it } from 'vitest';
import { installCommand, missingPackages } from '../../scripts/system.mjs';

describe('missing packages', () => {
  it.each([
    [{ chromium: undefined, 'firefox-esr': undefined }, ['chromium', 'firefox-esr']],
    [{ chromium: '/usr/bin/chromium', 'firefox-esr': undefined }, ['firefox-esr']],
    [{ chromium: undefined }, ['chromium']],
    [{ chromium: '/usr/bin/chromium', 'python3-icalendar': undefined }, ['python3-icalendar']],
    [{ chromium: '/usr/bin/chromium', 'firefox-esr': '/usr/bin/firefox-esr' }, []],
  ])('%o', (found, expected) => {
    const browsers = missingPackages(found).filter((name) => name !== 'fonts-noto-cjk');
    expect(browsers).toEqual(expected);
  });

  it('come with a command that names what reads calendars', () => {
    expect(installCommand(['python3-icalendar'])).toContain('icalendar');
  });
});
