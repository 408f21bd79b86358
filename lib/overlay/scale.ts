/**
 * How much larger or smaller than 16 px the page sets its text. The text-size tools of city sites change the size
 * of `body` in percent, and `rem` cannot be trusted, so our pixel sizes are scaled by this: 0.8 to 2, in steps of 0.05.
 */
export function scaleOf(body: Element): number {
  const size = parseFloat(getComputedStyle(body).fontSize) / 16;
  if (!Number.isFinite(size)) return 1;
  return Math.round(Math.min(2, Math.max(0.8, size)) * 20) / 20;
}
