/** The order of ids and days: by code units, the same in every locale. For `toSorted`. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
