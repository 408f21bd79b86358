/**
 * What is known of sites that are no public body's own: `data/sites.yaml`. Read at build, checked like the register.
 */
import * as z from 'zod';
import type { SitesRecord } from '../../lib/knowledge/compiled.ts';
import { Source } from '../../lib/knowledge/schema.ts';
import { Host, readList, RegisterProblems, textOf } from './register.ts';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Label = z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 'is not one label of a host name');
const Labels = z.array(Label);

const kept = {
  sources: z.array(Source),
  /** what is known where no page can be linked */
  note: z.string().min(1).optional(),
  confidence: z.enum(['high', 'medium']),
  checked: z.iso.date(),
};
const Original = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('host'), skip: z.int().min(0) }),
  z.strictObject({ in: z.literal('path') }),
  z.strictObject({ in: z.literal('query'), name: z.string().min(1) }),
  z.strictObject({ in: z.literal('tenant'), skip: z.int().min(0), hosts: z.record(Label, Host) }),
]);

const Site = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('service'),
      id: Id,
      domains: z.array(Host).min(1),
      says: z.string().min(1),
      ...kept,
    }),
    z.strictObject({
      kind: z.literal('copy'),
      id: Id,
      name: z.string().min(1).optional(),
      domains: z.array(Host).min(1),
      made: z.enum(['translated', 'stored', 'adapted']),
      customers: z.literal(true).optional(),
      original: z.array(Original).min(1),
      ...kept,
    }),
    z.strictObject({ kind: z.literal('imitation'), id: Id, labels: Host, says: z.string().min(1), ...kept }),
    z.strictObject({
      kind: z.literal('letters'),
      taken_for: z.record(z.string().regex(/^[a-z]$/, 'is not a letter'), z.string().min(1)),
      ...kept,
    }),
    z.strictObject({ kind: z.literal('cities'), names: Labels, ...kept }),
    z.strictObject({ kind: z.literal('older'), names: z.record(Label, Labels), ...kept }),
  ])
  .refine(
    (site) => site.sources.length > 0 || (site.note && site.confidence !== 'high'),
    'without a source has a note and no high confidence',
  );

/** The sites of a text with the shape of `data/sites.yaml`. Throws `RegisterProblems`. */
export function readSites(text: string, file: string): SitesRecord {
  const problems: string[] = [];
  const { items, line } = readList(text, file, Site, problems);
  const seen = new Map<string, number>();
  for (const [index, site] of items.entries()) {
    const named = 'id' in site ? [`id ${site.id}`] : [`kind ${site.kind}`];
    const domains = 'domains' in site ? site.domains : [];
    for (const key of [...named, ...domains]) {
      const before = seen.get(key);
      if (before) problems.push(`${file}:${line(index)}: ${key} stands in line ${before} too. Keep one of them`);
      seen.set(key, line(index));
    }
  }
  if (problems.length > 0) throw new RegisterProblems(problems);
  const of = <K extends z.infer<typeof Site>['kind']>(kind: K) =>
    items.filter((site): site is Extract<typeof site, { kind: K }> => site.kind === kind);
  return {
    services: of('service').flatMap(({ domains }) => domains),
    copies: of('copy').map(({ name, domains, made, customers, original }) => ({
      name: name ?? null,
      domains,
      made,
      customers: customers === true,
      original,
    })),
    imitations: of('imitation').map(({ labels }) => labels),
    letters: Object.fromEntries(
      of('letters').flatMap(({ taken_for }) =>
        Object.entries(taken_for).flatMap(([letter, others]) => others.split(' ').map((other) => [other, letter])),
      ),
    ),
    cities: of('cities').flatMap(({ names }) => names),
    older: Object.assign({}, ...of('older').map(({ names }) => names)),
  };
}

/** What the project knows. Throws `RegisterProblems`. */
export function siteRecords(): SitesRecord {
  return readSites(textOf('data/sites.yaml'), 'data/sites.yaml');
}
