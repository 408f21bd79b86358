import type { Data } from '../load.ts';
import type { Problem } from '../problem.ts';

/** What the browsers allow (Chrome: 75 and 132 characters; Firefox cuts at 45). */
const LONGEST = { name: 45, description: 132 } as const;

/** Name and description exist and are as short as the stores want them. */
export function* manifest(data: Data): Generator<Problem> {
  const entry = data.interface.get('manifest');
  for (const [key, longest] of Object.entries(LONGEST)) {
    const text = entry?.value[key]?.en;
    const at = entry?.at([key]) ?? { file: 'data/interface/manifest.yaml', line: 1 };
    if (text === undefined) yield { ...at, what: `no "${key}"`, remedy: 'Add it: the browser shows it.' };
    for (const shown of [text, data.languages.get('ja')?.translations.interface.get(`manifest.${key}`)?.text]) {
      if (shown !== undefined && [...shown].length > longest) {
        yield { ...at, what: `"${key}" has ${[...shown].length} characters`, remedy: `Keep it to ${longest}.` };
      }
    }
  }
}
