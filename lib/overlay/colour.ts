/** What of a colour matters here: how light it is (0 black … 1 white, relative luminance) and how opaque. */
export type Lightness = { luminance: number; alpha: number };

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

/**
 * Reads a computed colour: `rgb()`, `rgba()` and `color(srgb …)` exactly, `lab`, `lch`, `oklab` and `oklch` by
 * their lightness. `undefined` for what it does not know.
 */
export function readColour(computed: string): Lightness | undefined {
  const [, name, body] = /^([a-z]+)\((.*)\)$/u.exec(computed.trim()) ?? [];
  if (!name || body === undefined) return undefined;
  const numbers = (body.match(/-?[\d.]+(?:e-?\d+)?%?/gu) ?? []).map((n) =>
    n.endsWith('%') ? parseFloat(n) / 100 : Number(n),
  );
  const [a = 0, b = 0, c = 0, alpha = 1] = numbers;
  if (name === 'rgb' || name === 'rgba') return { luminance: luminance(a / 255, b / 255, c / 255), alpha };
  if (name === 'color' && body.startsWith('srgb ')) return { luminance: luminance(a, b, c), alpha };
  if (name === 'oklab' || name === 'oklch') return { luminance: a ** 3, alpha };
  if (name === 'lab' || name === 'lch') return { luminance: ((a + 16) / 116) ** 3, alpha };
  return undefined;
}

const luminance = (r: number, g: number, b: number): number =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
