import { withoutFurigana } from '../../lib/knowledge/furigana.ts';

const bare = (text: string): string => withoutFurigana(text).replace(/\s/gu, '');

/** Whether the office's own word still says something beside this line: in Japanese the line often is that word. */
export const saysMore = (ja: string, line: string): boolean => !bare(line).includes(bare(ja));
