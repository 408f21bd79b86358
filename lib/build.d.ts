/** Set by `wxt.config.ts` for each build; see `scripts/flavour.ts`. */
declare const __DAY_OVERRIDE__: boolean;
declare const __ROOT_MODE__: 'closed' | 'open';
declare const __BUILD_DAY__: string;
