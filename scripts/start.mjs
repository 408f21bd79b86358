// `npm start`: from a fresh clone to the extension at work, with one command. Runs on plain Node 20 with nothing
// installed; what needs more is in scripts/demo, under the Node that the packages bring.
import { findChromium } from './browsers.mjs';
import { HELP, readOptions } from './demo/options.mjs';
import { installCommand, installDebian, installPackages, missingPackages, runScript } from './system.mjs';

const args = process.argv.slice(2);
let options;
try {
  options = readOptions(args);
} catch (error) {
  console.error(`${error.message}\n\n${HELP}`);
  process.exit(2);
}
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

installPackages();

const missing = missingPackages({ chromium: findChromium() });
if (missing.length > 0 && !installDebian(missing) && missing.includes('chromium')) {
  const status = runScript('demo', ['--build-only']);
  console.log(`
There is no Chromium on this machine (Google Chrome itself refuses extensions from the command line).
Install it with

    ${installCommand(missing)}

and run npm start again, or set CHROMIUM to its path. Or load what was just built into your own browser:

  Chrome, Edge   chrome://extensions → Developer mode → Load unpacked → .output/demo/chrome-mv3
  Firefox        about:debugging → This Firefox → Load Temporary Add-on → .output/demo/firefox-mv3/manifest.json

Sample pages are then not there, for they are served to the browser that npm start opens; the extension works on
the real sites that it asks for.`);
  process.exit(status || 1);
}
process.exit(runScript('demo', args));
