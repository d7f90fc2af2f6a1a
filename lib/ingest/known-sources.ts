import { findSource, type SourceRecord } from '#lib/db/source';

/** How long a source is remembered: what an admin changes counts for the next request but one at the latest. */
const freshMs = 2_000;
const mostRemembered = 2_000;
const keyShape = /^[a-z0-9][a-z0-9-]{0,63}$/;

type Remembered = { readonly source: Promise<SourceRecord | null>; readonly until: number };
const remembered = new Map<string, Remembered>();

/** The source of a URL's key, or null. Throws when it cannot be looked up: nothing is remembered then. */
export function knownSource(key: string, now: number): Promise<SourceRecord | null> {
  if (!keyShape.test(key)) return Promise.resolve(null);
  const kept = remembered.get(key);
  if (kept && kept.until > now) return kept.source;
  if (remembered.size >= mostRemembered) remembered.clear();
  const source = findSource(key, new Date(now));
  const entry = { source, until: now + freshMs };
  remembered.set(key, entry);
  source.catch(() => {
    if (remembered.get(key) === entry) remembered.delete(key);
  });
  return source;
}
