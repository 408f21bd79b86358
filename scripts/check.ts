/**
 * `npm run check`: everything that needs no browser and no test runner. Every step runs, so that one look shows all
 * that is wrong; the last line counts them.
 */
import { spawnSync } from 'node:child_process';

const STEPS: readonly { name: string; command: string; args: readonly string[] }[] = [
  { name: 'data', command: 'node', args: ['scripts/data/compile.ts'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
  { name: 'format', command: 'oxfmt', args: ['--check', '.'] },
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
];

let failed = 0;
for (const { name, command, args } of STEPS) {
  const start = performance.now();
  const { status, error } = spawnSync('npx', ['--no-install', command, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const ok = status === 0 && !error;
  if (!ok) failed += 1;
  console.log(`${ok ? 'ok' : 'FAILED'}  ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
console.log(`${STEPS.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
