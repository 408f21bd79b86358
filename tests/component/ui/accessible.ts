import axe from 'axe-core';
import { expect } from 'vitest';

const violations = async (container: Element): Promise<string[]> =>
  (await axe.run(container)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

/** Three faults that a page can have: a picture and a button without a name, and pale text. */
const PLANTED = '<img src="data:,"><button type="button"></button><p style="color:#bbb;background:#fff">pale</p>';

/**
 * What axe takes for a fault where readings stand over the words: it reads the ruby as a part of the visible text, and no
 * name has the readings in it.
 */
export const WITH_READINGS = ['label-content-name-mismatch'] as const;

/** axe finds nothing in the container, but for the rules named in `except`; before that it finds the faults planted in the same container. */
export async function expectAccessible(container: Element, except: readonly string[] = []): Promise<void> {
  const fault = document.createElement('div');
  fault.innerHTML = PLANTED;
  container.append(fault);
  const found = await violations(container);
  fault.remove();
  for (const rule of ['image-alt', 'button-name', 'color-contrast']) expect(found.join('\n')).toContain(`${rule}: `);
  const left = (await violations(container)).filter((found) => !except.some((rule) => found.startsWith(`${rule}: `)));
  expect(left).toEqual([]);
}

/** Whether anything sticks out to the side of the window. */
export const overflows = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;
