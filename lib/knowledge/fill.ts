const PLACEHOLDER = /\{([a-z0-9-]+(?:\.[a-z0-9-]+)?)\}/gu;

/** Names of the placeholders in a text, in order, each once. */
export const placeholders = (text: string): string[] => [...new Set([...text.matchAll(PLACEHOLDER)].map((m) => m[1]!))];

/**
 * Puts values into `{placeholders}`. A placeholder without a value gives `undefined`: the caller then says the
 * `otherwise` sentence, and never a sentence with a hole.
 */
export function fill(text: string, values: Readonly<Record<string, string | undefined>>): string | undefined {
  let whole = true;
  const filled = text.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) whole = false;
    return value ?? '';
  });
  return whole ? filled : undefined;
}
