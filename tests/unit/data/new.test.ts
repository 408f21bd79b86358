import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as schema from '../../../lib/knowledge/schema.ts';
import { newFile } from '../../../scripts/new.ts';

const SCHEMAS = {
  fact: schema.Fact,
  term: schema.Term,
  benefit: schema.Benefit,
  concern: schema.Concern,
  claim: schema.Claim,
  figure: schema.Figure,
  procedure: schema.Procedure,
  language: schema.Language,
};
const KINDS = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];

/** Puts something where the template leaves a place empty. */
const filled = (text: string): unknown =>
  parse(
    text
      .replace(/^(\s*(?:- )?url: )''/gm, "$1'https://www.example.lg.jp/'")
      .replace("kana: ''", 'kana: ことば')
      .replace(/(topic|group|category): ''/g, '$1: word')
      .replace("as_of: ''", "as_of: '2026'")
      .replaceAll("''", "'words'"),
  );

describe('a new record', () => {
  it.each(KINDS)('%s: has every field, and is right once its empty places are filled', (kind) => {
    const { path, text } = newFile(kind, kind === 'language' ? 'vi' : 'a-new-one', '2026-11-26');
    expect(path).toBe(kind === 'language' ? 'languages/vi/language.yaml' : `${kind}s/a-new-one.yaml`);
    expect(SCHEMAS[kind].safeParse(parse(text)).success).toBe(false);
    expect(SCHEMAS[kind].safeParse(filled(text)).error?.issues ?? []).toEqual([]);
    const optional = new Set(['exceptions', 'disagreement', 'context', 'ended', 'statuses', 'note']);
    for (const field of Object.keys(SCHEMAS[kind].shape))
      if (!optional.has(field)) expect(text).toMatch(new RegExp(`^${field}:`, 'm'));
  });

  it.each([
    ['word', 'a', /"word" is none of fact, term/],
    ['term', 'My Word', /"My Word" is no id/],
    ['fact', '../evil', /is no id/],
    ['language', 'Vietnamese', /is no language: write vi/],
  ])('%s %s is refused', (kind, id, said) => {
    expect(() => newFile(kind, id, '2026-11-26')).toThrow(said);
  });
});
