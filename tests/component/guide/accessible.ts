import axe from 'axe-core';
import { expect } from 'vitest';

const violations = async (host: Element): Promise<string[]> =>
  (await axe.run({ include: { fromShadowDom: [host.localName, '.madoguchi'] } })).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );

/** axe finds nothing in our root; before that it finds faults planted in the same root: it says nothing where it cannot look. */
export async function expectAccessible(frame: HTMLElement): Promise<void> {
  const { host } = frame.getRootNode() as ShadowRoot;
  const fault = document.createElement('p');
  fault.style.cssText = 'color: #bbb; background: #fff';
  fault.append('pale', document.createElement('button'));
  frame.append(fault);
  const found = (await violations(host)).join('\n');
  fault.remove();
  expect(found).toContain('button-name: ');
  expect(found).toContain('color-contrast: ');
  expect(await violations(host)).toEqual([]);
}
