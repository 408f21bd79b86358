import { afterEach, expect, it, vi } from 'vitest';
import { readPackaged } from '../../../lib/knowledge/read-packaged.ts';

vi.mock('../../../lib/browser.ts', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://id/${path}` } },
}));
afterEach(() => vi.unstubAllGlobals());

it('fetches a file of the package', async () => {
  const fetched = vi.fn(async () => new Response('{}'));
  vi.stubGlobal('fetch', fetched);
  expect(await readPackaged('knowledge/facts.json')).toBe('{}');
  expect(fetched.mock.calls).toEqual([['chrome-extension://id/knowledge/facts.json']]);
});

it('fetches nothing for any other path', async () => {
  const fetched = vi.fn(async () => new Response('{}'));
  vi.stubGlobal('fetch', fetched);
  for (const path of ['https://example.com/', '../secret', '//example.com/x']) {
    await expect(readPackaged(path)).rejects.toThrow('not a path inside the package');
  }
  expect(fetched).not.toHaveBeenCalled();
});

it('rejects where there is no such file', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  await expect(readPackaged('knowledge/none.json')).rejects.toThrow('No packaged file "knowledge/none.json"');
});
