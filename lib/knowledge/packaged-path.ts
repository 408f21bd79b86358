/**
 * Returns `path` if it can only mean a file inside the package: plain words, no `..`, no scheme, no query. Throws
 * otherwise.
 */
export function packagedPath(path: string): string {
  const inside = /^[a-zA-Z0-9_-][a-zA-Z0-9_.-]*(\/[a-zA-Z0-9_-][a-zA-Z0-9_.-]*)*$/.test(path) && !path.includes('..');
  if (!inside) throw new Error(`"${path}" is not a path inside the package`);
  return path;
}
