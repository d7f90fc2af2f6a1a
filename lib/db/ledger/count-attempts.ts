import type { Tx } from '#lib/db/base/in-tenant';

const mailed = [
  ...['prescription.email_failed', 'prescription.email_delivered'],
  ...['scriptline.email.accepted', 'scriptline.email.failed', 'scriptline.email.uncertain'],
];

/** The number of tries to email each prescription, as far as they were reported to us. */
export async function countAttempts(
  tx: Tx,
  tenantId: string,
  prescriptionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (prescriptionIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    select s.id, count(*)::int as count from "EventSubject" s join "LedgerEvent" e on e."tenantId" = s."tenantId" and e.seq = s.seq
    where s."tenantId" = ${tenantId} and e."tenantId" = ${tenantId} and s.kind = 'prescription' and s.id = any(${[...prescriptionIds]}::text[])
      and e.type = any(${mailed}::text[]) group by 1`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
