export type DemoOptions = { language: string; today?: string; page?: string; pictures?: string; help: boolean };
export declare const HELP: string;
export declare function readOptions(args: readonly string[]): DemoOptions;
