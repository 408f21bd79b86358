import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { MARKS_FILE, marksSheet } from './lib/overlay/mark-styles.ts';
import { flavour } from './scripts/flavour.ts';
import { manifest } from './scripts/manifest.ts';
import { findChromium, findFirefox } from './scripts/browsers.mjs';
import { packagedFiles, writeData } from './scripts/data/compile.ts';
import { checkSizes } from './scripts/sizes.ts';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: `.output${flavour.name === 'release' ? '' : `/${flavour.name}`}`,
  manifest: ({ browser, command }) => manifest(browser, flavour, command === 'serve'),
  webExt: { binaries: { chrome: findChromium() ?? 'chromium', firefox: findFirefox() ?? 'firefox' } },
  vite: () => ({
    plugins: [preact()],
    define: {
      // What may differ between the released build and the ones for demonstration and tests; see scripts/flavour.ts.
      __DAY_OVERRIDE__: JSON.stringify(flavour.dayOverride),
      __ROOT_MODE__: JSON.stringify(flavour.rootMode),
      __BUILD_DAY__: JSON.stringify(flavour.buildDay),
    },
    build: { target: 'es2024', modulePreload: { polyfill: false } },
  }),
  hooks: {
    // Gate and recogniser are bundled from files that this writes.
    'build:before': () => {
      writeData(flavour);
    },
    // What our own pages share is one file: the popup waited for eight of them.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ name }) => name === 'popup')) return;
      const output = config.build?.rollupOptions?.output;
      if (output && !Array.isArray(output)) output.codeSplitting = { groups: [{ name: 'shared', minShareCount: 2 }] };
    },
    'build:publicAssets': ({ config }, files) => {
      files.push(...packagedFiles(flavour), {
        relativeDest: MARKS_FILE,
        contents: marksSheet({ inherited: config.browser !== 'firefox' }),
      });
    },
    'build:done': (wxt) => {
      if (wxt.config.command === 'build') checkSizes(wxt.config.outDir);
    },
  },
});
