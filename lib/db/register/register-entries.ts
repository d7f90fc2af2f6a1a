import type { Tx } from '#lib/db/base/in-tenant';
import type { Row } from '#lib/domain/ledger/fold';
import { entryContent } from './register-chain.ts';

export type EntryNow = { readonly entryId: string; readonly stockItemId: string; readonly content: string };

type Found = {
  readonly entryId: string;
  readonly stockItemId: string | null;
  readonly registers: Row;
  readonly dispense: Row | null;
};

/** A dispense's countersignature belongs to its entry, though it is on another row. */
function told({ entryId, stockItemId, registers, dispense }: Found): EntryNow {
  const { countersignedBy, countersignedIds, counterSignId, pharmacistId, schedule } = dispense ?? {};
  const signed = Object.entries({ countersignedBy, countersignedIds, counterSignId, pharmacistId, schedule });
  const beside = signed.flatMap(([name, register]) => (register ? [[`dispense.${name}`, register] as const] : []));
  return {
    entryId,
    stockItemId: stockItemId ?? '',
    content: entryContent({ ...registers, ...Object.fromEntries(beside) }),
  };
}

const columns = `e."entryId", e."stockItemId", e.registers, d.registers as dispense from (
    select id as "entryId", "stockItemId", registers from "StockMovement" where "tenantId" = $1 and "stockItemId" is not null
      and registers ? 'quantity' and {movement}
    union all select id, null, registers from "StockMovement" m where "tenantId" = $1 and "stockItemId" is null and kind in ('return', 'disposal')
      and quantity is not null and "movedAt" is not null and {unplaced} and exists (select from "Dispense" d
        where d."tenantId" = $1 and d.id = m."dispenseId" and d.schedule is not null and d."stockItemId" is null)
    union all select id, "stockItemId", registers from "StockCount" where "tenantId" = $1 and {count}
    union all select 'dispense:' || id, "stockItemId", registers from "Dispense" where "tenantId" = $1 and schedule is not null
      and "dispensedAt" is not null and ("stockItemId" is null or not registers ? 'quantity') and {dispense}
  ) e left join "Dispense" d on d."tenantId" = $1 and e."entryId" like 'dispense:%' and d.id = substr(e."entryId", 10)`;

/** Present entries of the register, by their ids. */
export async function entriesNamed(tx: Tx, tenantId: string, ids: readonly string[]): Promise<readonly EntryNow[]> {
  const sql = columns
    .replace('{movement}', 'id = any($2::text[])')
    .replace('{unplaced}', 'id = any($2::text[])')
    .replace('{count}', 'id = any($2::text[])')
    .replace('{dispense}', 'id = any($3::text[])');
  const dispenses = ids.flatMap((id) => (id.startsWith('dispense:') ? [id.slice('dispense:'.length)] : []));
  const rows = await tx.$queryRawUnsafe<Found[]>(`select ${sql}`, tenantId, ids, dispenses);
  return rows.map(told);
}

/** Every present entry of a stock item; '' for those without one. */
export async function entriesOf(tx: Tx, tenantId: string, stockItemId: string): Promise<readonly EntryNow[]> {
  const sql = columns
    .replace('{movement}', '"stockItemId" = $2')
    .replace('{unplaced}', "$2 = ''")
    .replace('{count}', '"stockItemId" = $2')
    .replace('{dispense}', `coalesce("stockItemId", '') = $2`);
  const rows = await tx.$queryRawUnsafe<Found[]>(`select ${sql} order by e."entryId"`, tenantId, stockItemId);
  return rows.map(told);
}
