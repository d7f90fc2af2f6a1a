import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { alertsList } from '#lib/contract/stock/alerts-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { type After, keyset } from '#lib/db/base/keyset';
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

/** The filter of the list, and what only the product itself asks. */
export type AlertFilter = FilterOf<typeof alertsList> & {
  readonly lotNumber?: string | undefined;
  /** Only of these places; left out: everywhere. */
  readonly places?: readonly string[] | undefined;
};

export type AlertQuery = {
  readonly tenantId: string;
  readonly today: string;
  readonly filter: AlertFilter;
  readonly sort: OrderOf<typeof alertsList>;
  /** The closed recall cases that are open again. */
  readonly reopenedRecalls: readonly string[];
  readonly after: After | null;
  readonly limit: number;
};

/** The stock item of the alert `a`: a missing countersignature's is its dispense's. */
const about = (tenantId: string) => Prisma.sql`coalesce(a."stockItemId",
  (select d."stockItemId" from "Dispense" d where d."tenantId" = ${tenantId} and d.id = a."dispenseId"))`;

const atPlaces = (places: readonly string[], tenantId: string) => liesAt(tenantId, about(tenantId), places);

const byField: Conditions<AlertFilter, string> = {
  kind: (kind) => Prisma.sql`a.kind = ${kind}`,
  state: (state) => Prisma.sql`z.state = ${state}`,
  location: (location, tenantId) => atPlaces([location], tenantId),
  places: atPlaces,
  stockItemId: (id) => Prisma.sql`a."stockItemId" = ${id}`,
  lotNumber: (number) => Prisma.sql`a."lotNumber" = ${number}`,
};

const byTime = { column: Prisma.sql`a."raisedAt"`, type: 'timestamptz', id: Prisma.sql`a.id` } as const;

/** A page of alerts by their time. Its state is read from its subject: nobody closes an alert, it ends when its cause does. */
export function findAlerts(tx: Tx, query: AlertQuery): Promise<FoundAlert[]> {
  const { tenantId, today, filter, sort, limit } = query;
  const page = keyset(byTime, sort === '-raisedAt', query.after);
  const where = allOf([
    Prisma.sql`a."tenantId" = ${tenantId}`,
    Prisma.sql`a.kind is not null`,
    Prisma.sql`a."raisedAt" is not null`,
    ...conditionsOf(filter, byField, tenantId),
    page.after,
  ]);
  const stands = alertIsOpen(tenantId, today, query.reopenedRecalls);
  return tx.$queryRaw<FoundAlert[]>`
    select a.id, a.registers, a.kind, a."stockItemId", a."lotNumber", a."dispenseId", a."raisedAt", z.state
    from "Alert" a cross join lateral (${stands}) z where ${where} order by ${page.order} limit ${limit}`;
}
