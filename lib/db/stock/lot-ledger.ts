import type { Tx } from '#lib/db/base/in-tenant';
import type { RegisterKind } from '#lib/domain/register/register-book';

export type FoundMovement = {
  readonly id: string;
  readonly kind: RegisterKind;
  readonly bucket: 'usable' | 'quarantine';
  readonly at: Date;
  readonly quantity: string;
  readonly unit: string;
  readonly after: string;
  readonly expected: string | null;
  readonly detail: string | null;
};

/**
 * The movements of a lot of a stock item, newest first, each with the balance after it in its bucket and unit: a count starts the sum anew.
 * Read from the lot's own movements, in the order of their facts, so that a late one is in its place.
 */
export function lotLedger(
  tx: Tx,
  tenantId: string,
  lot: { readonly stockItemId: string; readonly lotNumber: string },
  limit: number,
): Promise<FoundMovement[]> {
  const { stockItemId, lotNumber } = lot;
  return tx.$queryRaw<FoundMovement[]>`
    with entries as (
      select id, kind, bucket, unit, quantity, "movedAt" as at, null as expected, coalesce(registers->'supplier'->>'v', registers->'grnNumber'->>'v', registers->'reason'->>'v') as detail
      from "StockMovement" where "tenantId" = ${tenantId} and "stockItemId" = ${stockItemId} and coalesce("lotNumber", '') = ${lotNumber}
        and quantity is not null and "movedAt" is not null
      union all
      select id, 'count', bucket, unit, quantity, "countedAt", registers->'expected'->>'v', registers->'reason'->>'v'
      from "StockCount" where "tenantId" = ${tenantId} and "stockItemId" = ${stockItemId} and coalesce("lotNumber", '') = ${lotNumber}
        and quantity is not null and "countedAt" is not null
    ), since as (
      select *, count(*) filter (where kind = 'count') over (partition by bucket, unit order by at, kind = 'count', id) as counts from entries
    ), running as (
      select *, sum(quantity) over (partition by bucket, unit, counts order by at, kind = 'count', id) as after from since
    )
    select id, kind, bucket, at, trim_scale(quantity)::text as quantity, unit, trim_scale(after)::text as after, expected, detail
    from running order by at desc, kind = 'count' desc, id desc limit ${limit}`;
}
