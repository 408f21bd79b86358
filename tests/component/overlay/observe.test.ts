import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { observePage } from '../../../lib/overlay/observe.ts';

let visit: AbortController;
let content: HTMLElement;
let host: HTMLElement;
const changes = { onChange: vi.fn(), onRemoved: vi.fn(), onGiveUp: vi.fn() };
beforeEach(() => {
  vi.useFakeTimers();
  Object.values(changes).forEach((each) => each.mockReset());
  visit = new AbortController();
  content = document.createElement('main');
  host = document.createElement('madoguchi-guide');
  content.append(document.createElement('h1'), host);
  document.body.append(content);
  changes.onRemoved.mockImplementation(() => content.append(host));
  observePage(document.documentElement, () => host, changes, visit.signal);
});
afterEach(() => {
  visit.abort();
  content.remove();
  vi.useRealTimers();
});
/** Mutation records come with the microtasks. */
const pass = async (ms: number): Promise<void> => {
  await Promise.resolve();
  await vi.advanceTimersByTimeAsync(ms);
};
const change = (): void => content.append(document.createElement('p'));

describe('what the page does to itself', () => {
  it('is told once for a flood', async () => {
    for (let i = 0; i < 50; i++) change();
    await pass(200);
    expect(changes.onChange).not.toHaveBeenCalled();
    await pass(60);
    expect(changes.onChange).toHaveBeenCalledOnce();
  });

  it('is told less and less often while it never rests, and soon again after a rest', async () => {
    for (let ms = 0; ms < 30_000; ms += 50) {
      change();
      await pass(50);
    }
    expect(changes.onChange.mock.calls.length).toBeLessThan(12);
    await pass(20_000);
    changes.onChange.mockClear();
    change();
    await pass(260);
    expect(changes.onChange).toHaveBeenCalledOnce();
  });

  it('is no change when it is ours', async () => {
    const word = document.createElement('madoguchi-word');
    document.documentElement.append(word);
    content.prepend(host);
    word.remove();
    await pass(1000);
    expect(changes.onChange).not.toHaveBeenCalled();
  });

  it('brings the guide back three times, then gives up', async () => {
    for (let i = 0; i < 4; i++) {
      content.replaceChildren(document.createElement('h1'));
      await pass(20_000);
    }
    expect(changes.onRemoved).toHaveBeenCalledTimes(3);
    expect(changes.onGiveUp).toHaveBeenCalledOnce();
  });

  it('is not looked at after the visit', async () => {
    change();
    await pass(0);
    visit.abort();
    change();
    await pass(1000);
    expect(changes.onChange).not.toHaveBeenCalled();
  });
});
