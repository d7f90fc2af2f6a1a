import type { Row } from '#lib/domain/fold';
import { type TouchedByRecall, touchedByRecall } from '#lib/domain/follow-ups/recall';
import type { Tx } from './in-tenant.ts';
import { loadPrescriptionParts } from './load-parts.ts';
import { loadRows } from './projection-rows.ts';

/**
 * The prescriptions of some doctors from which something of a recalled lot was dispensed. Joined at reading, from the notices through the lot's own
 * index: a notice writes one row, whether it touches three patients or ten thousand, and a dispense that comes later needs no second thought.
 */
export function recalledPrescriptions(tx: Tx, tenantId: string, prescriberIds: readonly string[], limit: number) {
  return tx.$queryRaw<{ id: string; registers: Row }[]>`
    select distinct on (p.id) p.id, p.registers from "RecallLot" c
    join "Dispense" d on d."tenantId" = c."tenantId" and d."stockItemId" = c."stockItemId"
      and (c."lotNumber" is null or d."lotNumber" = c."lotNumber")
    join "Prescription" p on p."tenantId" = d."tenantId" and p.id = d."prescriptionId"
    where c."tenantId" = ${tenantId} and d."tenantId" = ${tenantId} and p."tenantId" = ${tenantId}
      and p."prescriberId" = any(${[...prescriberIds]}::text[])
    order by p.id limit ${limit}`;
}

/** The lots of the tenant's open recalls, each with what its case says: few, whatever the history's length. */
export async function recallNotices(tx: Tx, tenantId: string): Promise<readonly Row[]> {
  const rows = await tx.$queryRaw<{ registers: Row }[]>`
    select c.registers || l.registers as registers from "RecallLot" l
      join "RecallCase" c on c."tenantId" = l."tenantId" and c.id = l."recallId"
    where l."tenantId" = ${tenantId} and coalesce(c.registers->'state'->>'v', 'open') = 'open' order by l.id`;
  return rows.map(({ registers }) => registers);
}

/** How recalls reach the patient of one prescription; null: they do not. */
export async function recallTouching(tx: Tx, tenantId: string, id: string): Promise<TouchedByRecall | null> {
  const kept = new Map<string, Row>();
  await loadRows(tx, tenantId, 'prescription', 'id', [id], kept);
  const partsOf = await loadPrescriptionParts(
    tx,
    tenantId,
    [...kept].map(([one, registers]) => ({ id: one, registers })),
  );
  const parts = partsOf(id);
  return parts && touchedByRecall(parts, await recallNotices(tx, tenantId));
}
