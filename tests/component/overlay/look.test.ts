import { afterEach, describe, expect, it } from 'vitest';
import { readColour } from '../../../lib/overlay/colour.ts';
import { scaleOf } from '../../../lib/overlay/scale.ts';
import { themeOf } from '../../../lib/overlay/theme.ts';

const outer = document.createElement('div');
const inner = outer.appendChild(document.createElement('div'));
afterEach(() => {
  outer.remove();
  outer.style.cssText = inner.style.cssText = '';
});

describe('the look follows the page', () => {
  it.each([
    ['light', '', '', 'no background: the white canvas'],
    ['dark', 'background:#333', '', 'the black theme of a city'],
    ['light', 'background:#333', 'background:#fff', 'the nearest counts'],
    ['dark', 'background:#000', 'background:rgb(255 255 255 / 0.1)', 'a thin veil does not'],
    ['light', 'background:#ffd43d', '', 'yellow'],
    ['dark', 'background:oklch(0.3 0.1 280)', '', 'a modern colour'],
    ['dark', 'background:url(data:,);color:#fff', '', 'a picture under white text'],
    ['light', 'background:linear-gradient(#fff,#eee);color:#222', '', 'a gradient under dark text'],
  ])('%s on "%s" / "%s" (%s)', (theme, around, near) => {
    outer.style.cssText = around;
    inner.style.cssText = near;
    document.body.append(outer);
    expect(themeOf(inner)).toBe(theme);
  });

  it.each([
    ['16px', 1],
    ['140%', 1.4],
    ['8px', 0.8],
    ['60px', 2],
    ['15px', 0.95],
  ])('text of %s is scale %d', (fontSize, scale) => {
    outer.style.fontSize = fontSize;
    document.body.append(outer);
    expect(scaleOf(outer)).toBe(scale);
  });

  it('reads colours as browsers compute them', () => {
    expect(readColour('rgb(255, 255, 255)')).toEqual({ luminance: 1, alpha: 1 });
    expect(readColour('rgba(0, 0, 0, 0)')).toEqual({ luminance: 0, alpha: 0 });
    expect(readColour('color(srgb 1 1 1 / 0.5)')).toEqual({ luminance: 1, alpha: 0.5 });
    expect(readColour('none')).toBeUndefined();
  });
});
