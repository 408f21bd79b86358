/** An address without its fragment: what a visit belongs to. */
export const pageAddress = (url: string): string => url.split('#', 1)[0]!;
