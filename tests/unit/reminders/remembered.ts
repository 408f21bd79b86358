/** What was asked longer ago is forgotten, or memory would be all that a long run is busy with. */
const MOST = 3000;

/**
 * The functions of a module, each answering the same question only once. They must be pure; `keyOf` says in a text or a
 * number what is asked besides the first argument, which is compared as it is.
 */
export function remembered<M extends object>(
  module: M,
  keyOf: (first: unknown, ...others: readonly unknown[]) => readonly [unknown, unknown],
): M {
  const wrap = (work: (...args: unknown[]) => unknown) => {
    const answers = new Map<unknown, Map<unknown, unknown>>();
    return (first: unknown, ...others: unknown[]): unknown => {
      const [key, more] = keyOf(first, ...others);
      if (answers.size > MOST) answers.clear();
      let known = answers.get(key);
      if (!known) answers.set(key, (known = new Map()));
      if (!known.has(more)) known.set(more, work(first, ...others));
      return known.get(more);
    };
  };
  return Object.fromEntries(
    Object.entries(module).map(([name, value]) => [name, typeof value === 'function' ? wrap(value) : value]),
  ) as M;
}
