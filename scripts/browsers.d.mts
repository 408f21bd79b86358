export declare const findChromium: () => string | undefined;
export declare const findFirefox: () => string | undefined;
export declare const runsAsRoot: () => boolean;
