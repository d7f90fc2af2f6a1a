import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import type { Row } from '#lib/domain/ledger/fold';
import type { alertKinds, alertStates } from '#lib/domain/stock/stock-filter';
import { alertIsOpen } from './lot-in-stock.ts';
import { liesAt } from './own-stock.ts';

export type FoundAlert = {
  readonly id: string;
  readonly registers: Row;
  readonly kind: (typeof alertKinds)[number];
  readonly stockItemId: string | null;
  readonly lotNumber: string | null;
  readonly dispenseId: string | null;
  readonly raisedAt: Date;
  readonly state: (typeof alertStates)[number];
};

export type AlertQuery = {
  readonly tenantId: string;
  readonly today: string;
  readonly kind?: (typeof alertKinds)[number] | undefined;
  readonly state?: (typeof alertStates)[number] | undefined;
  readonly stockItemId?: string | undefined;
  readonly lotNumber?: string | undefined;
  readonly location?: string | undefined;
  /** Only of these locations; left out: everywhere. */
  readonly places?: readonly string[] | undefined;
  /** The closed recall cases that are open again. */
  readonly reopenedRecalls: readonly string[];
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
};

/** The stock item of the alert `a`: a missing countersignature's is its dispense's. */
const about = (tenantId: string) => Prisma.sql`coalesce(a."stockItemId",
  (select d."stockItemId" from "Dispense" d where d."tenantId" = ${tenantId} and d.id = a."dispenseId"))`;

/** A page of alerts, newest first. Its subject decides whether one is open: nobody closes it, it is resolved automatically. */
export function findAlerts(tx: Tx, query: AlertQuery): Promise<FoundAlert[]> {
  const { tenantId, today, kind, state, stockItemId, lotNumber, location, places, after, limit } = query;
  const where = [
    Prisma.sql`a."tenantId" = ${tenantId}`,
    Prisma.sql`a.kind is not null`,
    Prisma.sql`a."raisedAt" is not null`,
  ];
  if (kind) where.push(Prisma.sql`a.kind = ${kind}`);
  if (stockItemId) where.push(Prisma.sql`a."stockItemId" = ${stockItemId}`);
  if (lotNumber) where.push(Prisma.sql`a."lotNumber" = ${lotNumber}`);
  for (const locations of [places, location && [location]])
    if (locations) where.push(liesAt(tenantId, about(tenantId), locations));
  if (state) where.push(Prisma.sql`z.state = ${state}`);
  if (after)
    where.push(
      Prisma.sql`(a."raisedAt" < ${after.at}::timestamptz or (a."raisedAt" = ${after.at}::timestamptz and a.id > ${after.id}))`,
    );
  const stands = alertIsOpen(tenantId, today, query.reopenedRecalls);
  return tx.$queryRaw<FoundAlert[]>`
    select a.id, a.registers, a.kind, a."stockItemId", a."lotNumber", a."dispenseId", a."raisedAt", z.state
    from "Alert" a cross join lateral (${stands}) z
    where ${Prisma.join(where, ' and ')} order by a."raisedAt" desc, a.id limit ${limit}`;
}
