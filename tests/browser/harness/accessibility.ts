/** What assistive technology is given: axe on open roots, and the browser's own tree for closed ones. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** `rule: selector` of each thing that axe finds wrong */
export type Fault = string;

/**
 * Runs axe inside the open root of `host`, in the part that the selector `within` names. A button without a name is
 * planted there and must be found: axe reports nothing at all about a root that it cannot enter. Throws if the planted
 * fault is missed.
 */
export async function faultsInRoot(page: Page, host: string, within = '.madoguchi'): Promise<Fault[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${axeSource};0`);
  const found: Fault[] = await page.evaluate(
    async ([host, within]) => {
      const part = document.querySelector(host!)?.shadowRoot?.querySelector(within!);
      if (!part) throw new Error(`There is no open ${within} in ${host}`);
      const fault = document.createElement('button');
      fault.type = 'button';
      fault.id = 'planted-fault';
      part.append(fault);
      // `axe` was put there by the line above; the page's own types do not know it.
      const { axe } = globalThis as unknown as { axe: { run(node: Node, options: object): Promise<AxeResults> } };
      try {
        const target = { include: { fromShadowDom: [host, within] } } as unknown as Node;
        const { violations } = await axe.run(target, { resultTypes: ['violations'], preload: false });
        return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.flat().join(' ')}`));
      } finally {
        fault.remove();
      }
    },
    [host, within],
  );
  const isPlanted = (fault: Fault): boolean => fault.includes('planted-fault');
  if (!found.some((fault) => isPlanted(fault) && fault.startsWith('button-name')))
    throw new Error(`axe does not see into ${host}`);
  return found.filter((fault) => !isPlanted(fault));
}

/**
 * What is cut off, sticks out or lies over other text inside the open root of `host`. Scrolling parts may scroll
 * downwards, nothing sideways.
 */
export function spoiltInRoot(page: Page, host: string): Promise<string[]> {
  return page.evaluate((host) => {
    const root = document.querySelector(host)?.shadowRoot;
    const frame = root?.querySelector('.madoguchi');
    if (!root || !frame) throw new Error(`${host} has no open root`);
    const nameOf = (element: Element): string =>
      `${element.localName}.${element.className} "${(element.textContent ?? '').slice(0, 20)}"`;
    // For screen readers alone: one pixel, on purpose.
    const unseen = new Map<Element, boolean>();
    const isUnseen = (element: Element): boolean => {
      const known = unseen.get(element);
      if (known !== undefined) return known;
      const is =
        getComputedStyle(element).clipPath === 'inset(50%)' ||
        (element.parentElement !== null && isUnseen(element.parentElement)) ||
        !element.checkVisibility({ visibilityProperty: true });
      unseen.set(element, is);
      return is;
    };
    const spoilt: string[] = [];
    const shown = [...frame.querySelectorAll<HTMLElement>('*')].filter((element) => !isUnseen(element));
    for (const element of shown) {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline' || element.localName === 'select') continue;
      const wide = element.scrollWidth > element.clientWidth + 1;
      const tall = element.scrollHeight > element.clientHeight + 1;
      if ((wide && overflowX !== 'visible') || (tall && /hidden|clip/.test(overflowY)))
        spoilt.push(`cut off in ${nameOf(element)}`);
    }
    const outer = (frame.querySelector('.card, .edge, .word') ?? frame).getBoundingClientRect();
    if (outer.left < -1 || outer.right > document.documentElement.clientWidth + 1) spoilt.push('outside the window');
    const blockOf = (element: Element): Element =>
      /inline|ruby|contents/.test(getComputedStyle(element).display) ? blockOf(element.parentElement!) : element;
    const boxes: { of: Element; text: string; rect: DOMRect }[] = [];
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.nodeValue?.trim() || !node.parentElement || isUnseen(node.parentElement)) continue;
      if (node.parentElement.closest('select, textarea')) continue;
      range.selectNodeContents(node);
      const of = blockOf(node.parentElement);
      for (const rect of range.getClientRects()) boxes.push({ of, text: node.nodeValue, rect });
    }
    for (const { text, rect } of boxes)
      if (rect.right > outer.right + 1 || rect.left < outer.left - 1) spoilt.push(`sticks out: ${text.slice(0, 20)}`);
    // Boxes of text are taller than what is drawn in them, so lines may touch; within a block the browser sees to it.
    boxes.sort((a, b) => a.rect.top - b.rect.top);
    for (const [i, one] of boxes.entries())
      for (let j = i + 1; j < boxes.length && boxes[j]!.rect.top < one.rect.bottom; j += 1) {
        const other = boxes[j]!;
        if (one.of === other.of) continue;
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const down = Math.min(one.rect.bottom, other.rect.bottom) - other.rect.top;
        if (across > 2 && down > 0.5 * Math.min(one.rect.height, other.rect.height))
          spoilt.push(`"${one.text.slice(0, 20)}" over "${other.text.slice(0, 20)}"`);
      }
    return spoilt;
  }, host);
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

/** A part of ours as assistive technology is given it, with the language in which it is to be spoken. */
export type SpokenPart = { role: string; name: string; lang: string };

/** The accessibility tree inside the root of `host`, open or closed, in reading order. */
export async function spokenParts(page: Page, host: string): Promise<SpokenPart[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const languages = new Map<number, string>();
    const walk = (node: typeof root, lang: string, ours: boolean): void => {
      const { attributes = [], children = [], shadowRoots = [], localName, backendNodeId } = node;
      const at = attributes.findIndex((name, i) => i % 2 === 0 && name === 'lang');
      const spoken = at < 0 ? lang : (attributes[at + 1] ?? '');
      const inside = ours || localName === host;
      if (inside) languages.set(backendNodeId, spoken);
      for (const child of [...shadowRoots, ...children]) walk(child, spoken, inside);
    };
    walk(root, '', false);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes.flatMap(({ ignored, role, name, backendDOMNodeId = -1 }) => {
      const lang = languages.get(backendDOMNodeId);
      if (ignored || lang === undefined) return [];
      return [{ role: String(role?.value ?? ''), name: String(name?.value ?? ''), lang }];
    });
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
