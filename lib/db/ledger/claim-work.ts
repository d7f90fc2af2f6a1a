import type { Tx } from '#lib/db/base/in-tenant';
import type { KeptRow } from '#lib/domain/ledger/meaning';
import { amendmentJoin, effectiveColumns } from './effective-event.ts';

/** A due row, locked by the transaction that claimed it: a killed worker's lock falls with its connection. */
export type Claimed = KeptRow;

/** Claims the oldest due rows, whatever their tenant, skipping those that another worker holds. Due by the database's clock. */
export function claimDue(tx: Tx, limit: number): Promise<Claimed[]> {
  return tx.$queryRawUnsafe<Claimed[]>(
    `select ${effectiveColumns} from "LedgerEvent" e ${amendmentJoin} where e.status = 'received' and e."nextAttemptAt" <= now()
     order by e.seq limit $1 for update of e skip locked`,
    limit,
  );
}

/** Claims one row by its number, if it is still pending and nobody else holds it. The database's clock measures how long it has been failing. */
export async function claimOne(
  tx: Tx,
  tenantId: string,
  seq: bigint,
): Promise<(Claimed & { readonly failingSeconds: number }) | null> {
  const [row] = await tx.$queryRawUnsafe<(Claimed & { readonly failingSeconds: number })[]>(
    `select ${effectiveColumns}, coalesce(extract(epoch from now() - e."firstFailedAt"), 0)::float8 as "failingSeconds"
     from "LedgerEvent" e ${amendmentJoin} where e."tenantId" = $1 and e.seq = $2 and e.status = 'received' for update of e skip locked`,
    tenantId,
    seq,
  );
  return row ?? null;
}

/** Rows waiting, and seconds since the oldest was due. */
export async function backlog(tx: Pick<Tx, '$queryRawUnsafe'>): Promise<{ waiting: number; oldestSeconds: number }> {
  const [row] = await tx.$queryRawUnsafe<{ waiting: number; oldest: number | null }[]>(
    `select count(*)::int as waiting, extract(epoch from now() - min("nextAttemptAt"))::float8 as oldest
     from "LedgerEvent" where status = 'received'`,
  );
  return { waiting: row?.waiting ?? 0, oldestSeconds: Math.max(0, row?.oldest ?? 0) };
}
