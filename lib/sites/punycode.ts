/**
 * A label of a host name as it is read: `xn--ity-fmc` is `сity` with a Cyrillic letter. Browsers have no function for
 * it. RFC 3492; a label that is not valid Punycode comes back as it is. Never throws.
 */
export function readableLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const code = label.slice('xn--'.length);
  const basic = code.lastIndexOf('-');
  const output = Array.from(code.slice(0, Math.max(basic, 0)));
  let [n, i, bias] = [128, 0, 72];
  let at = basic > 0 ? basic + 1 : 0;
  while (at < code.length) {
    const before = i;
    for (let [weight, k] = [1, 36]; ; k += 36) {
      const digit = digitOf(code.charCodeAt(at));
      if (digit === undefined) return label;
      at += 1;
      i += digit * weight;
      const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const length = output.length + 1;
    bias = adapted(i - before, length, before === 0);
    n += Math.floor(i / length);
    if (n > 0x10ffff) return label;
    i %= length;
    output.splice(i, 0, String.fromCodePoint(n));
    i += 1;
  }
  return output.join('');
}

const digitOf = (code: number): number | undefined =>
  code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 48 + 26 : undefined;

function adapted(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
