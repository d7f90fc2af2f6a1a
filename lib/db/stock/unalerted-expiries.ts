import type { Tx } from '#lib/db/base/in-tenant';
import { isRecorded } from './stock-sql.ts';

export type Unnoticed = {
  readonly stockItemId: string;
  readonly lotNumber: string;
  readonly expiryDate: string;
};

/** Lots in stock that expire within so many days (on the tenant's day), and of which no alert was ever raised for that date. */
export function expiringUnnoticed(tx: Tx, tenantId: string, days: number, limit: number): Promise<Unnoticed[]> {
  return tx.$queryRaw<Unnoticed[]>`
    select l."stockItemId", l."lotNumber", to_char(l."expiryDate", 'YYYY-MM-DD') as "expiryDate"
    from "Lot" l join "Tenant" t on t."tenantId" = l."tenantId"
    where l."tenantId" = ${tenantId} and t."tenantId" = ${tenantId} and l."stockItemId" is not null and l."lotNumber" is not null
      and l."expiryDate" <= (now() at time zone t."timeZone")::date + ${days}::int
      and ${isRecorded(tenantId)}
      and not exists (select from "Alert" a where a."tenantId" = ${tenantId} and a.kind = 'expiry' and a."stockItemId" = l."stockItemId"
        and a."lotNumber" = l."lotNumber" and (a.registers->'expiryDate'->>'v' = to_char(l."expiryDate", 'YYYY-MM-DD')
          or not a.registers ? 'expiryDate'))
    order by l."expiryDate", l.id limit ${limit}`;
}

export async function everyTenant(tx: Tx): Promise<readonly string[]> {
  const tenants = await tx.tenant.findMany({ select: { tenantId: true } });
  return tenants.map(({ tenantId }) => tenantId);
}
