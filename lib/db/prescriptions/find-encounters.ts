import type { Tx } from '#lib/db/base/in-tenant';

export type FoundEncounter = {
  readonly seq: bigint;
  readonly at: Date;
  readonly prescriptionId: string;
  readonly code: string | null;
  readonly encounterId: string | null;
  readonly by: string | null;
};

/** The actions on an encounter before a position in the ledger, newest first. */
export function findEncounters(
  tx: Tx,
  tenantId: string,
  before: string | null,
  limit: number,
): Promise<FoundEncounter[]> {
  return tx.$queryRaw<FoundEncounter[]>`
    select e.seq, e."receivedAt" as at, e.data->>'prescriptionId' as "prescriptionId", e.data->>'encounterId' as "encounterId", u.name as by, p.code
    from "LedgerEvent" e
    left join "User" u on u."tenantId" = ${tenantId} and u.id = e."actorId"
    left join "Prescription" p on p."tenantId" = ${tenantId} and p.id = e.data->>'prescriptionId'
    where e."tenantId" = ${tenantId} and e.type = 'scriptline.encounter.linked' and e.data is not null
      and (${before}::bigint is null or e.seq < ${before}::bigint)
    order by e.seq desc limit ${limit}`;
}
