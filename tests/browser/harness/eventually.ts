import { expect } from 'vitest';

/** `expect`, tried again until it holds: a browser on a busy machine gets some seconds. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000, interval: 50 });
