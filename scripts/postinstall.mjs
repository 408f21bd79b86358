/**
 * After `npm install`: writes what the sources import but nobody commits, the compiled data (`.data/`) and WXT's
 * types (`.wxt/`). Plain Node built-ins, for it runs before anything else is known to work.
 */
import { spawnSync } from 'node:child_process';

const STEPS = [
  { what: 'compiling the data', command: 'npm', args: ['run', '-s', 'data'], again: 'npm run data' },
  { what: 'writing the types', command: 'npx', args: ['--no-install', 'wxt', 'prepare'], again: 'npx wxt prepare' },
];

for (const { what, command, args, again } of STEPS) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) continue;
  console.error(
    [
      `Installed, but ${what} failed${error ? ` (${error.message})` : ''}.`,
      `Mend what is named above, then run: ${again}`,
      `Node 22.18 or newer is needed; npm used ${process.version}.`,
    ].join('\n'),
  );
  process.exit(1);
}
