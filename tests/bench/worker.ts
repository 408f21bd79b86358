/** From a message of a page to the worker's answer. */
import type { CDPSession } from 'playwright-core';
import { interleaved, type Benchmark } from './benchmark.ts';
import { COVERED, openBench } from './site.ts';

const ALIVE_MS = 30;
const DEAD_MS = 60;

export const worker: Benchmark = {
  name: 'worker',
  says:
    'Wall clock in the page from a message to its answer. "recognise": the spotter asks about a page that is not ' +
    'recognised in the end; "in English": with as much text as a message may hold, after the table of words in other ' +
    'languages was read. "whole guide": the helper asks for all it says, the largest answer there is. "start alone": ' +
    'a message that nobody answers. Dead: the worker was ended, its process is there; then its start is included. Gone: ' +
    'its process was ended as well, and the browser makes a new one, which is most of the time and not ours.',
  async run(circumstances) {
    const browser = await openBench();
    try {
      const url = `${COVERED}/median-known`;
      const page = await browser.page();
      const { spotter } = await browser.visit(page, url);
      if (spotter !== 'recognised') throw new Error(`The bench's own page is "${spotter}"`);
      const session = await browser.context.newCDPSession(page);
      const ask = await asker(session, browser.id);
      const facts = {
        url,
        title: '電子計算機',
        heading: '電子計算機',
        crumbs: [],
        headings: [],
        sample: '',
        lang: 'ja',
      };
      const name = 'Registration of dogs';
      const sentence = 'Register your dog at the city hall and have it vaccinated against rabies every year. ';
      const foreign = { ...facts, title: name, heading: name, sample: sentence.repeat(47), lang: 'en' };
      const messages = {
        open: { type: 'visit:open', instead: null, related: null },
        seen: { type: 'page:seen', facts },
        foreign: { type: 'page:seen', facts: foreign },
        none: { type: 'page:unknown' },
      } as const;
      const ended = (message: object, how: { process: boolean }) => async (): Promise<number> => {
        await browser.endWorker(how);
        return ask(message);
      };
      const dead = (message: object) => ended(message, { process: false });
      const gone = (message: object) => ended(message, { process: true });
      const alive = (message: object) => async (): Promise<number> => {
        await ask(messages.none); // the worker is up then
        return ask(message);
      };
      // A page that is not recognised has no guide to ask for, so all of one come before all of the other.
      const variants = (message: object) => ({ alive: alive(message), dead: dead(message), gone: gone(message) });
      const whole = await interleaved(variants(messages.open), circumstances);
      const seen = await interleaved(variants(messages.seen), circumstances);
      const foreignSeen = await interleaved(variants(messages.foreign), circumstances);
      const start = await interleaved({ dead: dead(messages.none), gone: gone(messages.none) }, circumstances);
      return [
        { what: 'whole guide, alive', unit: 'ms', samples: whole.alive, budget: ALIVE_MS },
        { what: 'whole guide, dead', unit: 'ms', samples: whole.dead, budget: DEAD_MS },
        { what: 'recognise, alive', unit: 'ms', samples: seen.alive, budget: ALIVE_MS },
        { what: 'recognise, dead', unit: 'ms', samples: seen.dead, budget: DEAD_MS },
        { what: 'recognise in English, alive', unit: 'ms', samples: foreignSeen.alive, budget: ALIVE_MS },
        { what: 'recognise in English, dead', unit: 'ms', samples: foreignSeen.dead, budget: DEAD_MS },
        { what: 'start alone, dead', unit: 'ms', samples: start.dead },
        { what: 'whole guide, gone', unit: 'ms', samples: whole.gone },
        { what: 'recognise, gone', unit: 'ms', samples: seen.gone },
        { what: 'start alone, gone', unit: 'ms', samples: start.gone },
      ];
    } finally {
      await browser.close();
    }
  },
};

/** Sends from the extension's own world in the page, and gives the ms until the answer; rejects for a wrong one. */
async function asker(session: CDPSession, id: string): Promise<(message: object) => Promise<number>> {
  let contextId: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${id}`) contextId = context.id;
  });
  await session.send('Runtime.enable');
  return async (message) => {
    if (contextId === undefined) throw new Error('The extension has no world in the page');
    const expression = `(async () => {
      const began = performance.now();
      const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)}).catch(() => undefined);
      return { ms: performance.now() - began, answered: Boolean(answer) };
    })()`;
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    const { ms, answered } = result.value as { ms: number; answered: boolean };
    if (!answered && !('type' in message && message.type === 'page:unknown'))
      throw new Error('The worker gave no answer');
    return ms;
  };
}
