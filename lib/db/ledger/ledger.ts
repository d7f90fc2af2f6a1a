import { prisma } from '#lib/db/base/prisma';
import { retryDeadlock } from '#lib/db/base/retry-deadlock';
import { Gathering } from './gather.ts';
import { insertEvents } from './ledger-insert.ts';
import type { Appended, NewEvent } from './new-event.ts';

const rowsPerStatement = 256;
/** A sender stops waiting after 5 to 15 s: before that it should get the answer to try again later. */
const patienceMs = 8_500;

const place = (e: Pick<NewEvent, 'tenantId' | 'sourceId' | 'dedupeKey'>) =>
  `${e.tenantId} ${e.sourceId} ${e.dedupeKey}`;

/** Counts duplicates of stored events, by key and content; returns the positions that were the same. */
async function countRepeats(events: readonly NewEvent[]): Promise<ReadonlySet<string>> {
  const tally = new Map<string, { event: NewEvent; count: number }>();
  for (const event of events) {
    const key = `${place(event)} ${event.digest}`;
    tally.set(key, { event, count: (tally.get(key)?.count ?? 0) + 1 });
  }
  const rows = [...tally.values()].sort((a, b) => (place(a.event) < place(b.event) ? -1 : 1));
  const same = await prisma('ingest').$queryRawUnsafe<
    { tenantId: string; sourceId: string; dedupeKey: string; digest: string }[]
  >(
    `update "LedgerEvent" e set duplicates = e.duplicates + r.count
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[]) as r("tenantId", "sourceId", "dedupeKey", digest, count)
     where e."tenantId" = r."tenantId" and e."sourceId" = r."sourceId" and e."dedupeKey" = r."dedupeKey" and e.digest = r.digest
     returning e."tenantId", e."sourceId", e."dedupeKey", e.digest`,
    rows.map(({ event }) => event.tenantId),
    rows.map(({ event }) => event.sourceId),
    rows.map(({ event }) => event.dedupeKey),
    rows.map(({ event }) => event.digest),
    rows.map(({ count }) => count),
  );
  return new Set(same.map((row) => `${place(row)} ${row.digest}`));
}

/** Same key, other content: kept under key and digest, and quarantined; its own repeat is then a duplicate (model.md). */
function asConflict(event: NewEvent): NewEvent {
  const dedupeKey = `${event.dedupeKey}#${event.digest}`;
  return { ...event, dedupeKey, rejection: { cause: 'conflict', paths: ['id'] } };
}

type Insertion = { readonly outcome: readonly (Appended | null)[]; readonly left: readonly number[] };

async function insertNew(events: readonly NewEvent[]): Promise<Insertion> {
  const added = new Map((await insertEvents(prisma('ingest'), events)).map((row) => [place(row), row.digest]));
  const outcome = events.map((event): Appended | null => {
    if (added.get(place(event)) !== event.digest) return null;
    added.delete(place(event));
    return event.rejection ? 'quarantined' : 'accepted';
  });
  return { outcome, left: outcome.flatMap((known, index) => (known === null ? [index] : [])) };
}

function pick<T>(from: readonly T[], indexes: readonly number[]): T[] {
  return indexes.flatMap((index) => from.slice(index, index + 1));
}

/** Writes a group: the new events in one statement; only those that were there before cost more. */
async function write(events: readonly NewEvent[]): Promise<readonly Appended[]> {
  const { outcome, left } = await retryDeadlock(() => insertNew(events));
  if (left.length === 0) return outcome.map((known) => known ?? 'duplicate');
  const repeated = pick(events, left);
  const same = await retryDeadlock(() => countRepeats(repeated));
  const settled = [...outcome];
  const conflicts: { index: number; event: NewEvent }[] = [];
  left.forEach((index, nth) => {
    const event = repeated[nth];
    if (event === undefined) return;
    if (same.has(`${place(event)} ${event.digest}`)) settled[index] = 'duplicate';
    else conflicts.push({ index, event: asConflict(event) });
  });
  if (conflicts.length > 0) {
    const stored = await retryDeadlock(() => insertNew(conflicts.map(({ event }) => event)));
    const again = pick(conflicts, stored.left).map(({ event }) => event);
    if (again.length > 0) await retryDeadlock(() => countRepeats(again));
    conflicts.forEach(({ index }, nth) => {
      settled[index] = stored.outcome[nth] ?? 'duplicate';
    });
  }
  return settled.map((known) => known ?? 'duplicate');
}

declare global {
  var scriptlineLedger: Gathering<NewEvent, Appended> | undefined;
}

function ledger(): Gathering<NewEvent, Appended> {
  globalThis.scriptlineLedger ??= new Gathering(write, rowsPerStatement, patienceMs);
  return globalThis.scriptlineLedger;
}

/**
 * Stores events and returns the outcome of each, after the commit. Concurrent callers share a statement. Throws when the database did not
 * commit, or not in time: the sender then gets 503 and sends again, and an event that was stored after all is recognised as a duplicate.
 */
export function appendToLedger(events: readonly NewEvent[]): Promise<readonly Appended[]> {
  return events.length === 0 ? Promise.resolve([]) : ledger().add(events);
}

/** The milliseconds for which the ledger's present write has run; 0 when there is none. */
export function ledgerWritingForMs(): number {
  return globalThis.scriptlineLedger?.writingForMs() ?? 0;
}

export function ledgerDrained(): Promise<void> {
  return ledger().drained();
}
