import { unmasked } from '../page/unmasked.ts';
import { readColour } from './colour.ts';

export type Theme = 'light' | 'dark';

/** Black and white text are equally readable on this background (WCAG contrast). */
const MIDDLE = 0.179;

/**
 * Whether the page is dark around `element`: the nearest opaque background decides. Many cities have a switch
 * that turns black on, so what the system prefers says little. Where only a picture lies behind, light text means dark.
 */
export function themeOf(element: Element): Theme {
  for (let at: Element | null = element; at; at = unmasked(at, 'parentElement')) {
    const style = getComputedStyle(at);
    const background = readColour(style.backgroundColor);
    if (background && background.alpha >= 0.5) return background.luminance < MIDDLE ? 'dark' : 'light';
    if (style.backgroundImage !== 'none') {
      const text = readColour(style.color);
      return text && text.luminance > 0.6 ? 'dark' : 'light';
    }
  }
  // No background at all: the browser's canvas, which is dark only where the page has asked for it.
  const schemes = getComputedStyle(unmasked(element, 'ownerDocument').documentElement).colorScheme;
  const darkCanvas =
    schemes.includes('dark') && (!schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return darkCanvas ? 'dark' : 'light';
}
