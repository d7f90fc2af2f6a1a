import type { Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { loadPrescriptionParts } from '#lib/db/prescriptions/load-parts';
import { dispensesOf, isOpenRecall, sameProduct } from '#lib/db/stock/stock-sql';
import { type TouchedByRecall, touchedByRecall } from '#lib/domain/follow-ups/recall';
import type { Row } from '#lib/domain/ledger/fold';
import { reopenedRecalls } from './reopened-recalls.ts';

/**
 * The prescriptions of some doctors from which something of a lot of these recalls was dispensed. Joined at reading, from the notices
 * through the lot's own index: a notice writes one row, whether it touches three patients or ten thousand, and a later dispense needs no
 * extra work.
 */
export async function recalledPrescriptions(
  tx: Tx,
  tenantId: string,
  prescriberIds: readonly string[],
  recallIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct p.id from "RecallLot" rl
    left join "StockItem" n on n."tenantId" = ${tenantId} and n.id = rl."stockItemId"
    join lateral (select rl."stockItemId", rl."lotNumber", rl."tenantId" union
      select s.id, rl."lotNumber", rl."tenantId" from "StockItem" s where s."tenantId" = ${tenantId} and rl."lotNumber" is not null and ${sameProduct('s', 'n')}) c on true
    join lateral ${dispensesOf(tenantId, 'c')} d on true
    join "Prescription" p on p."tenantId" = d."tenantId" and p.id = d."prescriptionId"
    where rl."tenantId" = ${tenantId} and rl."recallId" = any(${[...recallIds]}::text[]) and p."tenantId" = ${tenantId}
      and p."prescriberId" = any(${[...prescriberIds]}::text[])
    order by p.id`;
  return rows.map(({ id }) => id);
}

/** The lots of the tenant's open recalls, wherever they lie, each with what its case says: few, whatever the history's length. */
export async function recallNotices(tx: Tx, tenantId: string): Promise<readonly Row[]> {
  return (await noticesSince(tx, tenantId, 'infinity')).open;
}

export type Notices = { readonly open: readonly Row[]; readonly closed: readonly Row[] };

/** The same, with those of the cases that were closed since a moment. */
export async function noticesSince(tx: Tx, tenantId: string, closedSince: string): Promise<Notices> {
  const open = isOpenRecall(await reopenedRecalls(tx, tenantId));
  const rows = await tx.$queryRaw<{ registers: Row; isOpen: boolean; elsewhere: readonly string[] | null }[]>`
    select c.registers || l.registers as registers, ${open} as "isOpen", (select array_agg(s.id order by s.id) from "StockItem" s
        where s."tenantId" = ${tenantId} and l."lotNumber" is not null and s.id <> n.id and ${sameProduct('s', 'n')}) as elsewhere
      from "RecallLot" l join "RecallCase" c on c."tenantId" = l."tenantId" and c.id = l."recallId"
        left join "StockItem" n on n."tenantId" = ${tenantId} and n.id = l."stockItemId"
    where l."tenantId" = ${tenantId}
      and (${open} or (c.registers->'state'->>'at')::timestamptz >= ${closedSince}::timestamptz) order by l.id`;
  const of = (wanted: boolean) => rows.filter(({ isOpen }) => isOpen === wanted).flatMap(whereverItLies);
  return { open: of(true), closed: of(false) };
}

function whereverItLies({
  registers,
  elsewhere,
}: {
  registers: Row;
  elsewhere: readonly string[] | null;
}): readonly Row[] {
  const item = registers['stockItemId'];
  const others =
    item === undefined ? [] : (elsewhere ?? []).map((v) => ({ ...registers, stockItemId: { ...item, v } }));
  return [registers, ...others];
}

/** The recalls that affect the patient of one prescription; null: none. */
export async function recallTouching(tx: Tx, tenantId: string, id: string): Promise<TouchedByRecall | null> {
  const rowsById = new Map<string, Row>();
  await loadRows(tx, tenantId, 'prescription', 'id', [id], rowsById);
  const partsOf = await loadPrescriptionParts(
    tx,
    tenantId,
    [...rowsById].map(([one, registers]) => ({ id: one, registers })),
  );
  const parts = partsOf(id);
  return parts && touchedByRecall(parts, await recallNotices(tx, tenantId));
}
