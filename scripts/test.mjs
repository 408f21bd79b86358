// `npm test`: everything that proves this project, with one command, from a fresh clone. Runs on plain Node 20 with
// nothing installed; each step runs under the Node that the packages bring. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium, findFirefox } from './browsers.mjs';
import { findPythonWithIcalendar } from './python.mjs';
import { installCommand, installDebian, installPackages, missingPackages } from './system.mjs';

const RESULTS = '.output/test-results.json';

installPackages();
const missing = missingPackages({
  chromium: findChromium(),
  'firefox-esr': findFirefox(),
  'python3-icalendar': findPythonWithIcalendar(),
});
if (missing.length > 0 && !installDebian(missing)) {
  console.error(
    `The tests need what is not on this machine: ${missing.join(', ')}. Install it with\n\n    ${installCommand(missing)}\n`,
  );
  console.log('0 passed, 1 failed');
  process.exit(1);
}

/** No step takes half of it on two busy cores; one that never ends must not hold a machine for ever. */
const STEP_LIMIT_MS = 40 * 60_000;

let passed = 0;
let failed = 0;
const times = [];

/** Runs one step, whatever became of those before; gives whether it worked. */
function step(name, command, args, env = {}) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { status, signal } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
    timeout: STEP_LIMIT_MS,
  });
  if (signal) console.error(`"${name}" was ended by ${signal}, after ${STEP_LIMIT_MS / 60_000} minutes at the latest`);
  times.push({ name, ok: status === 0, seconds: (performance.now() - start) / 1000 });
  return status === 0;
}

function count(ok) {
  if (ok) passed += 1;
  else failed += 1;
}

count(step('data, types, lint, format, unused code', 'npm', ['run', '-s', 'check']));
for (const [flavour, browser] of [
  ['test', 'chrome'],
  ['demo', 'chrome'],
  ['release', 'chrome'],
  ['test', 'firefox'],
  ['release', 'firefox'],
]) {
  const args = ['--no-install', 'wxt', 'build', '-b', browser];
  count(step(`build: ${flavour}, ${browser}`, 'npx', args, { MADOGUCHI_BUILD: flavour }));
}

mkdirSync('.output', { recursive: true });
rmSync(RESULTS, { force: true });
const projects = ['unit', 'component', 'browser'].flatMap((project) => ['--project', project]);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
const worked = step('unit, component and browser tests', 'npx', [
  '--no-install',
  'vitest',
  'run',
  ...projects,
  ...reporters,
]);
const tests = readResults();
passed += tests.passed;
// A run that broke, or that ran nothing, has failed even where no single test has.
failed += tests.failed + (tests.failed === 0 && (!worked || tests.passed === 0) ? 1 : 0);

/** Counts tests; a file that could not even be read counts as one that failed. */
function readResults() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(RESULTS, 'utf8'));
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

console.log('');
for (const { name, ok, seconds } of times)
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s  ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
