/**
 * The three builds. `release` is what people get. `demo` can be shown at another day and knows みほん市, a
 * municipality that does not exist. `test` is `demo` with open shadow roots, so that axe and the tests can look in.
 */
export type Flavour = {
  name: 'release' | 'demo' | 'test';
  dayOverride: boolean;
  rootMode: 'closed' | 'open';
  /** a clock before this day is wrong */
  buildDay: string;
  samples: boolean;
};

const names = { release: 'release', demo: 'demo', test: 'test' } as const;

function readFlavour(env: NodeJS.ProcessEnv): Flavour {
  const asked = env['MADOGUCHI_BUILD'] ?? 'release';
  if (!(asked in names)) throw new Error(`MADOGUCHI_BUILD is "${asked}"; it can be release, demo or test`);
  const name = asked as Flavour['name'];
  return {
    name,
    dayOverride: name !== 'release',
    rootMode: name === 'test' ? 'open' : 'closed',
    samples: name !== 'release',
    buildDay: env['SOURCE_DATE_EPOCH']
      ? new Date(Number(env['SOURCE_DATE_EPOCH']) * 1000).toISOString().slice(0, 10)
      : new Date().toISOString().slice(0, 10),
  };
}

export const flavour = readFlavour(process.env);
