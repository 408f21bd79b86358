// Node 24 has no Temporal; every browser we support has.
if (!('Temporal' in globalThis))
  await import('temporal-polyfill/full/global').catch(() => import('temporal-polyfill/global'));
