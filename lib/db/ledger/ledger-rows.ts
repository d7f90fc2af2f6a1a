import type { Tx } from '#lib/db/base/in-tenant';
import type { KeptRow } from '#lib/domain/ledger/meaning';
import { amendedBy, saidColumns } from './effective-event.ts';

/** Rows of the ledger by their numbers, oldest first, whatever became of them. */
export function keptRows(tx: Tx, tenantId: string, seqs: readonly bigint[]): Promise<KeptRow[]> {
  return tx.$queryRawUnsafe<KeptRow[]>(
    `select ${saidColumns} from "LedgerEvent" e ${amendedBy} where e."tenantId" = $1 and e.seq = any($2::bigint[]) order by e.seq`,
    tenantId,
    seqs,
  );
}
