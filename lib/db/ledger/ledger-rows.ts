import type { Tx } from '#lib/db/base/in-tenant';
import type { KeptRow } from '#lib/domain/ledger/meaning';
import { amendmentJoin, effectiveColumns } from './effective-event.ts';

/** Rows of the ledger by their numbers, oldest first, whatever became of them. */
export function ledgerRowsBySeq(tx: Tx, tenantId: string, seqs: readonly bigint[]): Promise<KeptRow[]> {
  return tx.$queryRawUnsafe<KeptRow[]>(
    `select ${effectiveColumns} from "LedgerEvent" e ${amendmentJoin} where e."tenantId" = $1 and e.seq = any($2::bigint[]) order by e.seq`,
    tenantId,
    seqs,
  );
}

/** The ledger number of the last processed event of a tenant; 1 where there is none. */
export async function lastProcessedSeq(tx: Tx, tenantId: string): Promise<bigint> {
  const [end] = await tx.$queryRaw<{ last: bigint }[]>`
    select coalesce(max(seq), 1) as last from "LedgerEvent" where "tenantId" = ${tenantId} and status = 'processed'`;
  return end?.last ?? 1n;
}
