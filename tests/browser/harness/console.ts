/** What is written to consoles, of pages and of the worker: lines, and errors that nobody caught. */
import type { BrowserContext, Page } from 'playwright-core';

/**
 * Records every line and every uncaught error of a page from now on, of the page itself and of every extension's own
 * world in it, which the driver does not report.
 */
export async function recordPage(page: Page): Promise<readonly string[]> {
  const lines: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.consoleAPICalled', ({ args }) => {
    lines.push(args.map(({ value, description }) => String(value ?? description)).join(' '));
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
    lines.push(exception?.description ?? text);
  });
  session.on('Log.entryAdded', ({ entry }) => void lines.push(entry.text));
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  return lines;
}

/** Records every line of background workers from now on, also of those that start later. */
export function recordWorkers(context: BrowserContext): readonly string[] {
  const lines: string[] = [];
  context.on('console', (message) => {
    if (message.worker()?.url().startsWith('chrome-extension://')) lines.push(message.text());
  });
  return lines;
}
