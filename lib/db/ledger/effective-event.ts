/**
 * A kept row as the catalogue reads it: `e` is the ledger's, and an approved amendment's columns replace those of the sent one. All readers
 * of an event's meaning (worker, replay, rebuild, timeline) use these two.
 */
export const effectiveColumns = `e."tenantId", e.seq, e."sourceId", e."receivedAt", e.attempts, e."firstFailedAt",
  case when a.id is null then e."messageId" else a."messageId" end as "messageId", case when a.id is null then e.digest else a.digest end as digest,
  case when a.id is null then coalesce(e."wireType", '') else a."wireType" end as "wireType",
  case when a.id is null then e."occurredAt" else a."occurredAt" end as "occurredAt",
  case when a.id is null then e."actorId" else a."actorId" end as "actorId", case when a.id is null then e.data else a.data end as data`;

/** Without an amendment the join looks nothing up. */
export const amendmentJoin = `left join "Amendment" a on a."tenantId" = e."tenantId" and a.id = e."amendmentId"`;
