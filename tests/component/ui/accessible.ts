import axe from 'axe-core';
import { expect } from 'vitest';

const violations = async (container: Element): Promise<string[]> =>
  (await axe.run(container)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

/** Three faults that a page can have: a picture and a button without a name, and pale text. */
const PLANTED = '<img src="data:,"><button type="button"></button><p style="color:#bbb;background:#fff">pale</p>';

/** axe finds nothing in the container; before that it finds the faults planted in the same container. */
export async function expectAccessible(container: Element): Promise<void> {
  const fault = document.createElement('div');
  fault.innerHTML = PLANTED;
  container.append(fault);
  const found = await violations(container);
  fault.remove();
  for (const rule of ['image-alt', 'button-name', 'color-contrast']) expect(found.join('\n')).toContain(`${rule}: `);
  expect(await violations(container)).toEqual([]);
}

/** Whether anything sticks out to the side of the window. */
export const overflows = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;
