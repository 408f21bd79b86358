import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHost, type Host } from '../../../lib/overlay/host.ts';

let visit = new AbortController();
afterEach(() => {
  visit.abort();
  visit = new AbortController();
  document.head.querySelectorAll('style[data-test]').forEach((style) => style.remove());
});
function mount(css = ''): Host {
  const host = createHost(
    document,
    'madoguchi-guide',
    css,
    { locale: 'ja', direction: 'ltr', theme: 'dark', scale: 1.5 },
    visit.signal,
  );
  document.body.append(host.element);
  return host;
}
function pageStyle(css: string): void {
  const style = document.createElement('style');
  style.dataset['test'] = '';
  style.textContent = css;
  document.head.append(style);
}

describe('our host', () => {
  it('tells translators in both ways to leave it alone, outside and inside', () => {
    const { element, frame } = mount();
    for (const each of [element, frame]) {
      expect(each.getAttribute('translate')).toBe('no');
      expect(each.classList.contains('notranslate')).toBe(true);
    }
  });

  it('leaves with the signal, and the document has none of our sheets', () => {
    const before = document.documentElement.outerHTML;
    mount('p { color: red }');
    expect(document.documentElement.outerHTML).not.toBe(before);
    expect(document.adoptedStyleSheets).toHaveLength(0);
    visit.abort();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('does not let the strongest rules of the page in', () => {
    pageStyle(
      '*{color:#f00!important;font-size:40px!important;display:none!important;letter-spacing:9px!important} :root{--key:red}',
    );
    const host = mount('.madoguchi { font-size: 16px; --key: #123456 } p { color: var(--key) }');
    const line = host.frame.appendChild(document.createElement('p'));
    expect(getComputedStyle(host.element).display).toBe('block');
    const { color, fontSize, letterSpacing } = getComputedStyle(line);
    expect([color, fontSize, letterSpacing]).toEqual(['rgb(18, 52, 86)', '16px', 'normal']);
  });

  it('says its language, is not translated, and follows the size of the page', () => {
    const { element, frame } = mount();
    expect([element.lang, element.getAttribute('translate'), frame.dataset['theme']]).toEqual(['ja', 'no', 'dark']);
    expect(getComputedStyle(frame).zoom).toBe('1.5');
  });

  it.each(['click', 'keydown', 'pointerdown', 'focusin', 'input'])('keeps %s to itself', (type) => {
    const { frame } = mount();
    const page = vi.fn();
    document.addEventListener(type, page);
    const ours = vi.fn();
    frame.addEventListener(type, ours);
    frame.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    document.body.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    document.removeEventListener(type, page);
    expect(ours).toHaveBeenCalledOnce();
    expect(page).toHaveBeenCalledOnce(); // the page's own event, which shows that it would have heard ours
  });
});
