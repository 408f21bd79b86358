/**
 * A proxy that records and refuses. A browser that is started with it can reach nothing outside this machine,
 * and whatever it tries is seen here, no matter which part of it asked: page, worker, popup or the browser itself.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * One attempt to reach something that is not a sample page. `page` and `worker`: seen by the driver, with the whole
 * address; `wire`: arrived at the proxy, for encrypted requests as `https://host:port` only.
 */
export type Attempt = { url: string; from: 'page' | 'worker' | 'wire' };

/**
 * What browsers ask for on their own account while they run; seen at the proxy only. An extension that asked for one
 * of these would still be recorded, for the driver sees the requests of pages and workers before the proxy does.
 */
const BROWSER_OWN = [
  /^accounts\.google\.com$/,
  /(^|\.)googleapis\.com$/,
  /(^|\.)gvt1\.com$/,
  /^(www|clients\d|redirector)\.google\.com$/,
  /(^|\.)mozilla\.(com|org|net)$/,
  /(^|\.)firefox\.com$/,
];

export type Recorder = {
  /** `127.0.0.1:port`, for the browser's proxy setting */
  address: string;
  /** everything that was tried since the last `clear` */
  attempts: Attempt[];
  clear(): void;
  close(): Promise<void>;
};

/**
 * Starts a recorder on a free port of this machine. `expected`: hosts that the driver answers for, to which browsers
 * open a connection in advance; that is not an attempt.
 */
export async function startRecorder(expected: readonly string[]): Promise<Recorder> {
  const attempts: Attempt[] = [];
  const record = (url: string): void => {
    const { hostname } = new URL(url);
    if (expected.includes(hostname) || BROWSER_OWN.some((own) => own.test(hostname))) return;
    attempts.push({ url, from: 'wire' });
  };
  const server = createServer((request, response) => {
    record(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    record(`https://${request.url ?? ''}`);
    socket.on('error', () => {}); // a browser that hangs up early is no problem of ours
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    attempts,
    clear: () => void (attempts.length = 0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
