/** Package → where it was found. */
export type Found = Readonly<Record<string, string | undefined>>;
export declare const installPackages: () => void;
export declare const runScript: (name: string, args?: readonly string[]) => number;
export declare const missingPackages: (found: Found) => string[];
export declare const installDebian: (packages: readonly string[]) => boolean;
export declare const installCommand: (packages: readonly string[]) => string;
