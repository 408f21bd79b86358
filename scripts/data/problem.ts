/** What a check found, where it stands, and what to do. */
export type Where = { file: string; line: number };
export type Problem = Where & {
  what: string;
  remedy: string;
  /** worth knowing, and no reason to fail */
  warning?: true;
};

/** `file:line: what is wrong. Remedy` */
export const describe = ({ file, line, what, remedy, warning }: Problem): string =>
  `${file}:${line}: ${warning ? '(warning) ' : ''}${what}. ${remedy}`;

/** By file, then line. */
export const inOrder = (problems: Iterable<Problem>): Problem[] =>
  [...problems].toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
