import type { Tx } from '#lib/db/base/in-tenant';
import type { Claimed } from '#lib/db/ledger/claim-work';
import { amendmentJoin, effectiveColumns } from '#lib/db/ledger/effective-event';
import { acceptedIds } from '#lib/db/prescriptions/accepted-ids';
import type { WireFormatName } from '#lib/domain/base/system';
import type { DeadLetterCause } from '#lib/domain/dead-letters/dead-letter';

/** An event of a run as it is now: its content, its outcome, and for one refused at receipt the bytes and the bounds to judge them by again. */
export type ReplayEvent = Claimed & {
  readonly status: string;
  readonly letterState: string | null;
  readonly cause: DeadLetterCause | null;
  readonly paths: readonly string[] | null;
  readonly replayRunId: string | null;
  readonly purged: boolean;
  /** An approved amendment replaces the sent content. */
  readonly amended: boolean;
  /** Null where it passed its receipt, was amended, or its source is gone. */
  readonly refusedAtReceipt: {
    readonly raw: Uint8Array;
    readonly index: number | null;
    readonly contentType: string | null;
    readonly headers: Readonly<Record<string, string>>;
    readonly format: WireFormatName;
    readonly environment: string | null;
    readonly wireIds: readonly string[];
  } | null;
};

type Found = Omit<ReplayEvent, 'refusedAtReceipt'> & {
  readonly raw: Uint8Array | null;
  readonly index: number | null;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly format: WireFormatName | null;
  readonly environment: string | null;
  readonly wireIds: readonly string[];
};

const statement = (lock: string) => `
select ${effectiveColumns}, e.status, l.state as "letterState", l.cause, l.paths, l."replayRunId",
  e."purgedAt" is not null as purged, a.id is not null as amended,
  case when l.cause <> 'retries-exhausted' and a.id is null then coalesce(e.raw, d.raw) end as raw, e."deliveryIndex" as index, e."contentType",
  e.headers, s.format, s.environment, ${acceptedIds}
from "LedgerEvent" e ${amendmentJoin}
  left join "DeadLetter" l on l."tenantId" = $1 and l.seq = e.seq
  left join "Delivery" d on d."tenantId" = $1 and d.id = e."deliveryId"
  left join "Source" s on s."tenantId" = $1 and s.id = e."sourceId"
  join "Tenant" t on t."tenantId" = $1
where e."tenantId" = $1 and e.seq = any($2::bigint[]) order by e.seq ${lock}`;

function told({ raw, index, contentType, headers, format, environment, wireIds, ...event }: Found): ReplayEvent {
  const refused = raw && format ? { raw, index, contentType, headers, format, environment, wireIds } : null;
  return { ...event, refusedAtReceipt: refused };
}

/** Events by their ledger numbers, in that order; `for: 'run'` holds them until the transaction ends. */
export async function replayEvents(
  tx: Tx,
  tenantId: string,
  seqs: readonly bigint[],
  purpose: 'preview' | 'run',
): Promise<readonly ReplayEvent[]> {
  if (seqs.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<Found[]>(
    statement(purpose === 'run' ? 'for update of e' : ''),
    tenantId,
    seqs.map(String),
  );
  return rows.map(told);
}
