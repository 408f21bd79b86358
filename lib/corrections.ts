/** The project's public page on which anybody can say that something is wrong; null while there is none. */
export const CORRECTIONS_PAGE: string | null = null;
