import { afterAll } from 'vitest';

/** The longest file takes two minutes on two busy cores. */
const MINUTES = 10;

/**
 * A file that waits for something that never comes fails by its name, and the next one runs. The limits of tests and hooks
 * do not end every wait: a browser that neither answers nor ends held a whole run for twelve minutes.
 */
const limit = setTimeout(() => {
  console.error(`A test file was still running after ${MINUTES} minutes; its name follows.`);
  process.kill(process.pid, 'SIGKILL');
}, MINUTES * 60_000);
limit.unref();
afterAll(() => clearTimeout(limit));
