// What this machine still needs, and how it gets it. Built-ins only: used before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { runsAsRoot } from './browsers.mjs';

const npm = (...args) => spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;

/** Installs the packages when they are missing or older than the lock file. Ends the process if that fails. */
export function installPackages() {
  const mark = 'node_modules/.package-lock.json';
  const lock = 'package-lock.json';
  if (existsSync(mark) && statSync(lock).mtimeMs <= statSync(mark).mtimeMs) return;
  console.log('Installing packages (npm ci) …');
  const status = npm('ci', '--no-audit', '--no-fund');
  if (status !== 0) process.exit(status);
}

/** Runs a script of package.json under the Node that the packages bring; gives its exit code. */
export const runScript = (name, args = []) => npm('run', '-s', name, '--', ...args);

const isDebian = () => existsSync('/etc/debian_version');

/** Without it Japanese is drawn as boxes. Other systems bring a Japanese font. */
const hasJapaneseFont = () => !isDebian() || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');

/** Runs apt-get; gives whether it worked. */
function apt(...args) {
  const command = [...(runsAsRoot() ? [] : ['sudo', '-n']), 'apt-get', ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command[0], command.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/**
 * The Debian packages that are missing: of `found`, package → path, those without a path, and the font. What is not
 * asked about is not needed.
 */
export function missingPackages(found) {
  const absent = Object.keys(found).filter((name) => found[name] === undefined);
  return hasJapaneseFont() ? absent : [...absent, 'fonts-noto-cjk'];
}

/** Installs Debian packages where nobody has to be asked: as root, or in continuous integration. Gives whether it worked. */
export function installDebian(packages) {
  if (!isDebian() || !(runsAsRoot() || process.env.CI)) return false;
  console.log(`Installing ${packages.join(', ')} (apt-get) …`);
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** The one command that installs what is missing on this kind of system. */
export function installCommand(packages) {
  if (isDebian()) return `sudo apt-get install ${packages.join(' ')}`;
  const python = packages.includes('python3-icalendar') ? 'python3 -m pip install icalendar' : null;
  const browsers = packages.some((name) => name !== 'python3-icalendar');
  if (process.platform === 'darwin')
    return [browsers && 'brew install --cask chromium firefox', python].filter(Boolean).join(' && ');
  if (process.platform === 'win32')
    return [browsers && 'winget install Hibbiki.Chromium Mozilla.Firefox', python].filter(Boolean).join('; ');
  return `install these with your package manager: ${packages.join(' ')}`;
}
