import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import { liesAt } from './own-stock.ts';

/** Prescriptions from which something of a lot was dispensed, whichever stock item held it; `places`: only from stock at these locations. */
export function prescriptionsOfLot(
  tx: Tx,
  tenantId: string,
  lotNumbers: readonly string[],
  places: readonly string[] | undefined,
  limit: number,
): Promise<{ readonly prescriptionId: string; readonly lotNumber: string }[]> {
  return tx.$queryRaw`
    select distinct on (d."prescriptionId") d."prescriptionId", d."lotNumber" from "Dispense" d
    where d."tenantId" = ${tenantId} and d."lotNumber" = any(${[...lotNumbers]}::text[]) and d."prescriptionId" is not null
      and ${liesAt(tenantId, Prisma.sql`d."stockItemId"`, places)}
    order by d."prescriptionId" limit ${limit}`;
}
