// The options of `npm start`. Built-ins only: also read before anything is installed.
import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

export const HELP = `npm start -- [options]

Builds the extension for demonstration and opens it in Chromium with a list of sample pages. Without a display it
walks through the three jobs and saves pictures instead. No real site is contacted unless --page names one.

  --language ID       language of the extension: ${languages().join(', ')} (default: en)
  --today YYYY-MM-DD  show everything as of this day
  --page FILE|URL     open this page; a file is shown as a page of みほん市, a URL is really contacted
  --pictures DIR      save pictures there, also where there is a display
  --help              this text
`;

function languages() {
  const folder = new URL('../../data/languages/', import.meta.url);
  return readdirSync(folder).filter((id) => existsSync(new URL(`${id}/language.yaml`, folder)));
}

const isDay = (text) => {
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).slice(1).map(Number);
  return (
    day !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
};

/** Reads the options; throws an Error whose message says which one is wrong and why. */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      language: { type: 'string', default: 'en' },
      today: { type: 'string' },
      page: { type: 'string' },
      pictures: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { language, today, page } = values;
  if (!languages().includes(language)) {
    throw new Error(`--language ${language}: there is no such language; there are ${languages().join(', ')}`);
  }
  if (today !== undefined && !isDay(today)) throw new Error(`--today ${today}: not a day written as YYYY-MM-DD`);
  if (page !== undefined && !/^https?:\/\//.test(page) && !existsSync(page)) {
    throw new Error(`--page ${page}: neither a file that exists nor an address that begins with https://`);
  }
  return values;
}
