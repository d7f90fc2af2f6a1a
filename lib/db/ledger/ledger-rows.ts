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
