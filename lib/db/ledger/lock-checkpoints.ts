import type { Tx } from '#lib/db/base/in-tenant';

/** The checkpoints that stand for some rows, oldest first, locked: what is put in their place is put there once. */
export function lockCheckpoints(
  tx: Tx,
  tenantId: string,
  homes: readonly string[],
): Promise<{ readonly seq: bigint; readonly data: unknown }[]> {
  return tx.$queryRaw<{ seq: bigint; data: unknown }[]>`
    select e.seq, e.data from "EventSubject" x join "LedgerEvent" e on e."tenantId" = ${tenantId} and e.seq = x.seq and e."purgedAt" is null
    where x."tenantId" = ${tenantId} and x.kind = 'checkpoint' and x.id = any(${[...homes]}::text[]) order by e.seq for update of e`;
}
