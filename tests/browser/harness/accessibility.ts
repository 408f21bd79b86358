/** What assistive technology is given: axe on open roots, and the browser's own tree for closed ones. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** `rule: selector` of each thing that axe finds wrong */
export type Fault = string;

/**
 * Runs axe inside the open root of `host`. First a button without a name is planted in that root and must be found:
 * axe reports nothing at all about a root that it cannot enter. Throws if the planted fault is missed.
 */
export async function faultsInRoot(page: Page, host: string): Promise<Fault[]> {
  await page.evaluate(`${axeSource};0`);
  const run = (planted: boolean): Promise<Fault[]> =>
    page.evaluate(
      async ({ host, planted }) => {
        const root = document.querySelector(host)?.shadowRoot;
        if (!root) throw new Error(`${host} has no open root`);
        const fault = document.createElement('button');
        fault.type = 'button';
        fault.id = 'planted-fault';
        if (planted) root.append(fault);
        // `axe` was put there by the line above; the page's own types do not know it.
        const { axe } = globalThis as unknown as { axe: { run(node: Node, options: object): Promise<AxeResults> } };
        try {
          const target = { include: [host] } as unknown as Node;
          const { violations } = await axe.run(target, { resultTypes: ['violations'] });
          return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.flat().join(' ')}`));
        } finally {
          fault.remove();
        }
      },
      { host, planted },
    );
  const isPlanted = (fault: Fault): boolean => fault.startsWith('button-name') && fault.includes('planted-fault');
  if (!(await run(true)).some(isPlanted)) throw new Error(`axe does not see into ${host}`);
  return run(false);
}

export type TreeNode = {
  role: string;
  name: string;
  /** for example `{ expanded: true, focused: false }` */
  properties: Readonly<Record<string, unknown>>;
  backendNodeId: number | undefined;
};

/** The browser's accessibility tree in reading order, without ignored nodes. Sees into closed roots. */
export async function accessibilityTree(page: Page): Promise<TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes
      .filter((node) => !node.ignored)
      .map((node) => ({
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        properties: Object.fromEntries((node.properties ?? []).map((one) => [one.name, one.value.value])),
        backendNodeId: node.backendDOMNodeId,
      }));
  } finally {
    await session.detach();
  }
}

/** Waits for a node of the tree; `timeout` in ms. Throws with what was there instead. */
export async function waitForNode(
  page: Page,
  matches: (node: TreeNode) => boolean,
  what: string,
  timeout = 10_000,
): Promise<TreeNode> {
  const until = performance.now() + timeout;
  for (;;) {
    const tree = await accessibilityTree(page);
    const node = tree.find(matches);
    if (node) return node;
    if (performance.now() > until) {
      const names = tree.filter((one) => one.role === 'button').map((one) => one.name);
      throw new Error(`${what} did not appear in ${timeout} ms; buttons there: ${names.join(' | ')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The middle of a node in CSS pixels of the viewport, after scrolling it into view. */
export async function middleOf(page: Page, node: TreeNode): Promise<{ x: number; y: number }> {
  if (node.backendNodeId === undefined) throw new Error(`${node.role} "${node.name}" has no element`);
  const session = await page.context().newCDPSession(page);
  try {
    const target = { backendNodeId: node.backendNodeId };
    await session.send('DOM.scrollIntoViewIfNeeded', target);
    const [quad] = (await session.send('DOM.getContentQuads', target)).quads;
    if (!quad) throw new Error(`${node.role} "${node.name}" is not drawn`);
    const mean = (offset: number): number => [0, 2, 4, 6].reduce((sum, at) => sum + (quad[at + offset] ?? 0), 0) / 4;
    return { x: mean(0), y: mean(1) };
  } finally {
    await session.detach();
  }
}

/** Clicks what the tree shows, with the real mouse, in open and closed roots alike. */
export async function clickNode(page: Page, node: TreeNode): Promise<void> {
  const { x, y } = await middleOf(page, node);
  await page.mouse.click(x, y);
}
