/** Which host belongs to whom, where we may run, and what the person chose. */
export { siteAllowed } from './allowed.ts';
export { bodyOf, type Body } from './body-of.ts';
export { allPatterns, covers, installPatterns, patternsOf, prefecturePatterns } from './patterns.ts';
export { allPlace, missingAccess, patternsToDrop, placeById, placeOf, prefecturePlace, withheldAccess, type Place } from './places.ts';
export { romanName, searchMunicipalities } from './search.ts';
