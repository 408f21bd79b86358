/**
 * Hosts switched off in a private window. Kept in session storage, which is memory, and forgotten when the last
 * private window closes: nothing about such a visit is written down. Windows that are not private do not look here.
 */
import type { ItemPort } from './browser.ts';

export const PRIVATE_OFF = 'private-sites-off';

/** What is stored under `PRIVATE_OFF`, as hosts; anything else is no host. */
export const privateHosts = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((host) => typeof host === 'string') : [];

/** Switches a host off, or on again, in private windows. */
export async function switchPrivateSite(session: ItemPort, host: string, off: boolean): Promise<void> {
  const others = privateHosts(await session.get(PRIVATE_OFF)).filter((each) => each !== host);
  await session.set(PRIVATE_OFF, off ? [...others, host] : others);
}
