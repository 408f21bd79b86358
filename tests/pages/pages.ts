/**
 * Our own sample pages, shaped like real ones, under hosts that do not exist. See README.md in this folder.
 * Node only: read by the browser tests and by the demonstration.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export type SamplePage = {
  /** name of the two files, without the ending */
  name: string;
  url: string;
  /** further addresses that give the same bytes: the routes of an application */
  also: readonly string[];
  /** what the page is about, by the id of a procedure; null: nothing may appear */
  procedure: string | null;
  /** which kind of real page it is shaped like */
  shape: string;
  /** CSS selector of the main heading; null where there is none */
  main: string | null;
  /** where the guide stands: CSS selector of the element before it, or `edge`; null where there is none */
  guide: string | null;
  /** response headers beside the content type */
  headers: Readonly<Record<string, string>>;
  /** what is special about it, in a sentence */
  note: string;
};

export type Served = { status: number; headers: Record<string, string>; body: Buffer };

/** The host of みほん市, where the demo and test builds may work from the start; every other one is not granted. */
export const COVERED_HOST = 'www.city.mihon.example.jp';

const folder = import.meta.dirname;
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const readPages = (): SamplePage[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      also: [],
      guide: null,
      headers: {},
      ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<SamplePage, 'name' | 'also' | 'guide' | 'headers'>),
      name: file.replace(/\.json$/, ''),
    }));

let pages: readonly SamplePage[] | undefined;

/** All sample pages, in the order of their names. */
export function samplePages(): readonly SamplePage[] {
  return (pages ??= readPages());
}

/** The sample page of this name; throws for a name that does not exist. */
export function samplePage(name: string): SamplePage {
  const page = samplePages().find((one) => one.name === name);
  if (!page) throw new Error(`There is no sample page "${name}"`);
  return page;
}

/** Every host that some sample page is served from. */
export const sampleHosts = (): readonly string[] => [...new Set(samplePages().map((page) => new URL(page.url).host))];

/**
 * What the server of a sample host would answer. The fragment does not matter. On a sample host what is not there
 * gives 404; any other host gives `undefined`.
 */
export function serve(url: string): Served | undefined {
  const { host, pathname } = new URL(url);
  if (!sampleHosts().includes(host)) return undefined;
  const address = url.replace(/#.*$/, '');
  const page = samplePages().find((one) => one.url === address || one.also.includes(address));
  if (page) {
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', ...page.headers },
      body: readFileSync(join(folder, `${page.name}.html`)),
    };
  }
  const type = TYPES[extname(pathname)];
  const asset = /^\/assets\/([a-z0-9.-]+)$/.exec(pathname)?.[1];
  if (asset !== undefined && type !== undefined && readdirSync(join(folder, 'assets')).includes(asset)) {
    return { status: 200, headers: { 'content-type': type }, body: readFileSync(join(folder, 'assets', asset)) };
  }
  return { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from('Not found') };
}
