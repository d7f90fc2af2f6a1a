import { findSource, type SourceRecord } from '#lib/db/connections/source';

/** The time for which a source is cached: an admin's change counts everywhere after a second at the latest; a new secret at once (`freshSource`). */
const freshMs = 1_000;
const mostRemembered = 2_000;
const keyShape = /^[a-z0-9][a-z0-9-]{0,63}$/;

type Remembered = { readonly source: Promise<SourceRecord | null>; readonly until: number };
const remembered = new Map<string, Remembered>();

/** The source of a URL's key, or null. Throws when it cannot be read: nothing is cached then. */
export function knownSource(key: string, now: number): Promise<SourceRecord | null> {
  if (!keyShape.test(key)) return Promise.resolve(null);
  const cached = remembered.get(key);
  return cached && cached.until > now ? cached.source : lookUp(key, now);
}

function lookUp(key: string, now: number): Promise<SourceRecord | null> {
  if (remembered.size >= mostRemembered) remembered.clear();
  const source = findSource(key, new Date(now));
  const entry = { source, until: now + freshMs };
  remembered.set(key, entry);
  source.catch(() => {
    if (remembered.get(key) === entry) remembered.delete(key);
  });
  return source;
}

type Asking = { running: Promise<unknown>; next: Promise<SourceRecord | null> | undefined };
const asking = new Map<string, Asking>();

/**
 * The source as it is now, whatever is cached. One query at a time for each key: a caller during a running query shares the next one, so
 * that a flood of bad signatures costs one query after another and not one each.
 */
export function freshSource(key: string, now: number): Promise<SourceRecord | null> {
  const under = asking.get(key);
  if (!under) {
    const first = lookUp(key, now);
    const begun: Asking = { running: first, next: undefined };
    asking.set(key, begun);
    void settle(key, begun);
    return first;
  }
  under.next ??= under.running.catch(() => undefined).then(() => lookUp(key, now));
  return under.next;
}

async function settle(key: string, under: Asking): Promise<void> {
  for (;;) {
    await under.running.catch(() => undefined);
    if (under.next === undefined) break;
    under.running = under.next;
    under.next = undefined;
  }
  asking.delete(key);
}
