import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium, runsAsRoot } from './scripts/browsers.mjs';

const define = {
  __DAY_OVERRIDE__: 'true',
  __ROOT_MODE__: '"open"',
  __BUILD_DAY__: '"2026-11-24"',
};

export default defineConfig({
  test: {
    projects: [
      {
        define,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/temporal.setup.ts'],
          // Not one fewer than there are cores: on two of them a minute of simulated lives would hold up all others.
          maxWorkers: '100%',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        define,
        plugins: [preact()],
        // Known beforehand: a package found while tests run makes Vite reload the page under them.
        optimizeDeps: {
          include: [
            '@preact/signals',
            'axe-core',
            'japanese-holidays',
            'preact',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            'preact/jsx-runtime',
            'wanakana',
            'yaml',
            'zod/mini',
          ],
        },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.{ts,tsx}'],
          // axe over the whole word list takes 8 s on two busy cores; no test says how long anything takes.
          testTimeout: 90_000,
          browser: {
            enabled: true,
            headless: true,
            connectTimeout: 180_000,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                executablePath: findChromium() ?? 'chromium',
                args: runsAsRoot() ? ['--no-sandbox'] : [],
              },
            }),
          },
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          setupFiles: ['tests/temporal.setup.ts', 'tests/limit.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
