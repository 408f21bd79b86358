import type { SitesRecord } from '../../lib/knowledge/compiled.ts';
import { copiesPlace, type CopiesPlace } from '../../lib/sites/places.ts';

/** What the installed extension may do, read from its manifest and from what the browser has granted. Pure. */
export type Access = {
  version: string;
  permissions: readonly string[];
  /** the content security policy of our own pages, as the manifest says it */
  policy: string;
  /** hosts covered at install */
  installed: readonly string[];
  /** hosts that the person granted later */
  chosen: readonly string[];
  /** all patterns that are granted, as the browser reports them */
  granted: readonly string[];
  /** the services that can be chosen as one */
  copies: CopiesPlace;
};

type Manifest = {
  version: string;
  host_permissions?: readonly string[] | undefined;
  content_security_policy?: unknown;
};

/** `*://www.example.lg.jp/*` → `www.example.lg.jp`; a pattern over many hosts stays as it is written. */
const hostOf = (pattern: string): string => /^[^:]+:\/\/([^/*]+)\/\*$/.exec(pattern)?.[1] ?? pattern;

/** `granted` is the answer of `permissions.getAll()`. */
export function readAccess(
  manifest: Manifest,
  granted: { permissions?: readonly string[] | undefined; origins?: readonly string[] | undefined },
  sites: Pick<SitesRecord, 'copies'>,
): Access {
  const { content_security_policy: csp, host_permissions: hosts = [] } = manifest;
  const pages = csp !== null && typeof csp === 'object' && 'extension_pages' in csp ? csp.extension_pages : csp;
  const installed = new Set(hosts.map(hostOf));
  const origins = granted.origins ?? [];
  return {
    version: manifest.version,
    permissions: (granted.permissions ?? []).toSorted(),
    policy: typeof pages === 'string' ? pages : '',
    installed: [...installed].toSorted(),
    chosen: [...new Set(origins.map(hostOf))].filter((host) => !installed.has(host)).toSorted(),
    granted: origins,
    copies: copiesPlace(sites),
  };
}

const closed = (sources: readonly string[]) => sources.every((source) => source === "'self'" || source === "'none'");

/** Whether a policy lets our pages reach nothing but the package: no source of any kind other than 'self' or 'none'. */
export function reachesNothing(policy: string): boolean {
  const directives = new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().toLowerCase().split(/\s+/))
      .flatMap(([name, ...sources]) => (name ? [[name, sources] as const] : [])),
  );
  const fallback = directives.get('default-src');
  return fallback !== undefined && fallback.length > 0 && [...directives.values()].every(closed);
}
