import type { Tx } from '#lib/db/base/in-tenant';
import { amendmentJoin, effectiveColumns } from '#lib/db/ledger/effective-event';
import type { KeptRow } from '#lib/domain/ledger/meaning';

/** The progress of a run: all of a type up to a clock and a ledger number was examined. */
export type PurgePosition = { readonly type: string; readonly until: Date | null; readonly seq: bigint };

/**
 * An event whose clock has run out. `unsettled`: waiting, a dead letter that is open or replayed, one with an amendment to decide, or
 * waiting in a replay. `held`: by a legal hold of its source, or of everything.
 */
export type DueEvent = KeptRow & {
  readonly type: string;
  /** Of the sent content, whatever replaces it. */
  readonly ownDigest: string;
  readonly status: string;
  readonly retainUntil: Date;
  readonly deliveryId: string | null;
  readonly unsettled: boolean;
  readonly held: boolean;
};

/** The type that an event is counted under; the same expression as in the index of clocks. */
export const clockType = (event: string) => `coalesce(${event}.type, ${event}."wireType", '')`;
/** The events that still have content and a clock. */
export const ticking = (event: string) => `${event}."purgedAt" is null and ${event}."retainUntil" is not null`;

const standing = (event: string) => `(${event}.status = 'received' or exists (
  select from "DeadLetter" d where d."tenantId" = $1 and d.seq = ${event}.seq and d.state in ('open', 'replaying')) or exists (
  select from "Amendment" m where m."tenantId" = $1 and m.seq = ${event}.seq and m.state = 'proposed') or exists (
  select from "ReplayItem" i join "ReplayRun" r on r."tenantId" = $1 and r.id = i."runId" and r.state in ('running', 'paused')
  where i."tenantId" = $1 and i.seq = ${event}.seq and i.outcome is null))`;

const heldAtSource = (event: string) => `exists (
  select from "LegalHold" h where h."tenantId" = $1 and h."releasedAt" is null and (h.kind = 'everything' or (h.kind = 'source'
    and h."subjectId" = ${event}."sourceId" and ${event}."receivedAt" >= coalesce(h."from", '-infinity') and ${event}."receivedAt" < coalesce(h."to", 'infinity'))))`;

/**
 * The next events of the run's type that are due, in the order of their clocks. `lock`: until the transaction's end, skipping those that
 * another one holds.
 */
export function dueAfter(
  tx: Tx,
  tenantId: string,
  place: PurgePosition,
  { asOf, receivedBefore }: { readonly asOf: Date; readonly receivedBefore: Date | null },
  { limit, lock }: { readonly limit: number; readonly lock: boolean },
): Promise<DueEvent[]> {
  return tx.$queryRawUnsafe<DueEvent[]>(
    `select ${effectiveColumns}, e.digest as "ownDigest", ${clockType('e')} as type, e.status, e."retainUntil", e."deliveryId",
       ${standing('e')} as unsettled, ${heldAtSource('e')} as held
     from "LedgerEvent" e ${amendmentJoin}
     where e."tenantId" = $1 and ${ticking('e')} and ${clockType('e')} = $2
       and (e."retainUntil", e.seq) > (coalesce($3::timestamptz, '-infinity'), $4::bigint) and e."retainUntil" <= $5
       and ($6::timestamptz is null or e."receivedAt" < $6)
     order by e."retainUntil", e.seq limit $7 ${lock ? 'for update of e skip locked' : ''}`,
    tenantId,
    place.type,
    place.until,
    place.seq,
    asOf,
    receivedBefore,
    limit,
  );
}

/** The next type after one, in the index's order, of which anything still has its content. */
export async function typeAfter(tx: Tx, tenantId: string, type: string): Promise<string | null> {
  const [row] = await tx.$queryRawUnsafe<{ type: string }[]>(
    `select ${clockType('e')} as type from "LedgerEvent" e where e."tenantId" = $1 and ${ticking('e')} and ${clockType('e')} > $2
     order by ${clockType('e')} limit 1`,
    tenantId,
    type,
  );
  return row?.type ?? null;
}

/** Sets clocks anew, where today's knowledge gives a later one. */
export async function setClocks(
  tx: Tx,
  tenantId: string,
  clocks: readonly { readonly seq: bigint; readonly until: string }[],
): Promise<void> {
  if (clocks.length === 0) return;
  await tx.$executeRawUnsafe(
    `update "LedgerEvent" e set "retainUntil" = c.until::timestamptz from unnest($2::bigint[], $3::text[]) as c(seq, until)
     where e."tenantId" = $1 and e.seq = c.seq`,
    tenantId,
    clocks.map(({ seq }) => seq),
    clocks.map(({ until }) => until),
  );
}

export type Tombstone = { readonly seq: bigint; readonly lane: string | null; readonly deliveryId: string | null };

/** Deletes the content of events; key, digest, type, status and times stay. Bytes of a batch go with the last of its events. */
export async function removeContent(
  tx: Tx,
  tenantId: string,
  runId: bigint,
  stones: readonly Tombstone[],
): Promise<void> {
  if (stones.length === 0) return;
  await tx.$executeRawUnsafe(
    `update "LedgerEvent" e set raw = null, data = null, headers = '{}', "contentType" = null, "correlationId" = null, "actorId" = null,
       "deliveryId" = null, "deliveryIndex" = null, lane = s.lane, "purgedAt" = clock_timestamp(), "purgeRun" = $4
     from unnest($2::bigint[], $3::text[]) as s(seq, lane) where e."tenantId" = $1 and e.seq = s.seq and e."purgedAt" is null`,
    tenantId,
    stones.map(({ seq }) => seq),
    stones.map(({ lane }) => lane),
    runId,
  );
  await tx.$executeRaw`
    update "Amendment" set text = null, data = null where "tenantId" = ${tenantId} and seq = any(${stones.map(({ seq }) => seq)}::bigint[])
      and (text is not null or data is not null)`;
  const batches = [...new Set(stones.flatMap(({ deliveryId }) => deliveryId ?? []))];
  if (batches.length === 0) return;
  await tx.$executeRawUnsafe(
    `delete from "Delivery" d where d."tenantId" = $1 and d.id = any($2::text[])
       and not exists (select from "LedgerEvent" e where e."tenantId" = $1 and e."deliveryId" = d.id)`,
    tenantId,
    batches,
  );
}
