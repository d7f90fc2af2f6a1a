import type { Tx } from '#lib/db/base/in-tenant';
import { scheduleOf } from '#lib/domain/dispenses/countersign';
import { type Row, text } from '#lib/domain/ledger/fold';
import type { TableName } from '#lib/domain/ledger/tables';
import { stockItemOf } from '#lib/domain/stock/stock-balance';

type Changed = ReadonlyMap<TableName, ReadonlyMap<string, Row>>;

function entriesIn(changed: Changed): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const table of ['stockMovement', 'stockCount'] as const)
    for (const [id, row] of changed.get(table) ?? []) {
      const stockItemId = stockItemOf(row) ?? '';
      // A dispense that names no stock item is an entry by itself, below.
      if (stockItemId !== '' || text(row, 'kind') !== 'dispense') entries.set(id, stockItemId);
    }
  for (const [id, row] of changed.get('dispense') ?? []) {
    const stockItemId = text(row, 'stockItemId') ?? '';
    if (stockItemId !== '' || scheduleOf(row) !== null) entries.set(`dispense:${id}`, stockItemId);
  }
  return entries;
}

/** Returns of these dispenses belong to the register as soon as the dispenses do. */
const unplaced = (changed: Changed) =>
  [...(changed.get('dispense') ?? [])].flatMap(([id, row]) =>
    scheduleOf(row) !== null && text(row, 'stockItemId') === null ? [id] : [],
  );

/** Names the entries of the register that were written, for the worker to seal: those of stock items that have a chain, or of none at all. */
export async function enqueueRegister(tx: Tx, tenantId: string, changed: Changed): Promise<void> {
  const entries = entriesIn(changed);
  if (entries.size === 0) return;
  await tx.$executeRaw`
    insert into "RegisterUnsealed" ("tenantId", "entryId")
    select ${tenantId}, e.id from unnest(${[...entries.keys()]}::text[], ${[...entries.values()]}::text[]) with ordinality as e(id, item, nth)
    where e.item = '' or exists (select from "RegisterSeal" s where s."tenantId" = ${tenantId} and s."stockItemId" = e.item)
    order by e.nth`;
  const dispenses = unplaced(changed);
  if (dispenses.length === 0) return;
  await tx.$executeRaw`
    insert into "RegisterUnsealed" ("tenantId", "entryId")
    select ${tenantId}, m.id from "StockMovement" m
    where m."tenantId" = ${tenantId} and m."dispenseId" = any(${dispenses}::text[]) order by m.id`;
}
