import { scheduleOf } from '#lib/domain/countersign';
import { type Row, text } from '#lib/domain/fold';
import type { TableName } from '#lib/domain/tables';
import type { Tx } from './in-tenant.ts';

type Changed = ReadonlyMap<TableName, ReadonlyMap<string, Row>>;

function entriesIn(changed: Changed): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const table of ['stockMovement', 'stockCount'] as const)
    for (const [id, row] of changed.get(table) ?? []) entries.set(id, text(row, 'stockItemId') ?? '');
  for (const [id, row] of changed.get('dispense') ?? []) {
    const stockItemId = text(row, 'stockItemId') ?? '';
    if (stockItemId !== '' || scheduleOf(row) !== null) entries.set(`dispense:${id}`, stockItemId);
  }
  return entries;
}

/** Names the entries of the register that were written, for the worker to seal: those of stock items that have a chain, or of none at all. */
export async function enqueueRegister(tx: Tx, tenantId: string, changed: Changed): Promise<void> {
  const entries = entriesIn(changed);
  if (entries.size === 0) return;
  await tx.$executeRaw`
    insert into "RegisterUnsealed" ("tenantId", "entryId")
    select ${tenantId}, e.id from unnest(${[...entries.keys()]}::text[], ${[...entries.values()]}::text[]) with ordinality as e(id, item, nth)
    where e.item = '' or exists (select from "RegisterSeal" s where s."tenantId" = ${tenantId} and s."stockItemId" = e.item)
    order by e.nth`;
}
