import type { FilterOf, OrderOf } from '#lib/contract/base/list';
import type { dispensesList } from '#lib/contract/dispenses/dispenses-list';
import { allOf, type Conditions, conditionsOf } from '#lib/db/base/conditions';
import type { Tx } from '#lib/db/base/in-tenant';
import { type After, keyset } from '#lib/db/base/keyset';
import { Prisma } from '#lib/db/generated/client';
import { liesAt } from '#lib/db/stock/own-stock';
import type { Row } from '#lib/domain/ledger/fold';
import { unknownSubstance } from '#lib/domain/register/register-book';
import { normaliseLot } from '#lib/domain/stock/lot-number';
import { countersignWanted } from './countersign-wanted.ts';

/** The filter of the list, and what only the product itself asks. */
export type DispenseFilter = Omit<FilterOf<typeof dispensesList>, 'substance'> & {
  /** Only of these places; left out: everywhere. */
  readonly places?: readonly string[] | undefined;
  /** Dispenses under a substance of the controlled register: its stock items, and the code itself without one. */
  readonly ofSubstance?: { readonly items: readonly string[]; readonly substance: string } | undefined;
  /** Only where an alert was overridden when it was prescribed. */
  readonly overridden?: true | undefined;
};

export type FoundDispense = {
  readonly id: string;
  readonly registers: Row;
  readonly prescriptionId: string | null;
  readonly patientId: string | null;
  readonly stockItemId: string | null;
  readonly dispensedAt: Date;
  readonly returned: boolean;
};

export type DispenseQuery = {
  readonly tenantId: string;
  readonly filter: DispenseFilter;
  readonly sort: OrderOf<typeof dispensesList>;
  readonly after: After | null;
  readonly limit: number;
};

const reviewed = {
  no: Prisma.sql`d.review is null`,
  yes: Prisma.sql`d.review = 'reviewed'`,
  flagged: Prisma.sql`d.review = 'flagged'`,
} as const;
const kinds = {
  full: Prisma.sql`not d.partial and d.schedule is null`,
  partial: Prisma.sql`d.partial`,
  return: Prisma.sql`d.returned`,
  controlled: Prisma.sql`d.schedule is not null`,
} as const;
const wanted = (tenantId: string) => Prisma.sql`d.id in (select w.id from (${countersignWanted(tenantId)}) w)`;
const countersign = {
  lacking: wanted,
  missing: (tenantId: string) =>
    Prisma.sql`d.id in (select w.id from (${countersignWanted(tenantId)}) w where w.state = 'missing')`,
  self: (tenantId: string) =>
    Prisma.sql`d.id in (select w.id from (${countersignWanted(tenantId)}) w where w.state = 'self')`,
  late: (tenantId: string) => Prisma.sql`${wanted(tenantId)}
    and d."dispensedAt" < now() - (select t."countersignHours" from "Tenant" t where t."tenantId" = d."tenantId") * interval '1 hour'`,
  done: () => Prisma.sql`d.countersign = 'done' and d.schedule is not null`,
} as const;

const atPlaces = (places: readonly string[], tenantId: string) => liesAt(tenantId, Prisma.sql`d."stockItemId"`, places);

const byField: Conditions<DispenseFilter, string> = {
  q: (id) => Prisma.sql`(d.id = any(${idsLike(id)}::text[]) or d."prescriptionId" = any(${idsLike(id)}::text[]))`,
  lot: (lot) => Prisma.sql`d."lotNumber" = ${normaliseLot(lot)}`,
  location: (location, tenantId) => atPlaces([location], tenantId),
  places: atPlaces,
  reviewed: (state) => reviewed[state],
  kind: (kind) => kinds[kind],
  countersign: (state, tenantId) => countersign[state](tenantId),
  stockItem: (id) => Prisma.sql`d."stockItemId" = ${id}`,
  controlled: (yes) => (yes === 'yes' ? Prisma.sql`d.schedule is not null` : Prisma.sql`d.schedule is null`),
  from: (at) => Prisma.sql`d."dispensedAt" >= ${at}::timestamptz`,
  to: (at) => Prisma.sql`d."dispensedAt" < ${at}::timestamptz`,
  ofSubstance: ({ substance, items }) =>
    Prisma.sql`(case when d."stockItemId" is null then coalesce(d."productCode", ${unknownSubstance}) = ${substance}
      else d."stockItemId" = any(${[...items]}::text[]) end)`,
  overridden: () =>
    Prisma.sql`exists (select from "AlertOverride" o where o."tenantId" = d."tenantId" and o."prescriptionId" = d."prescriptionId")`,
};

const conditions = (tenantId: string, filter: DispenseFilter): Prisma.Sql[] => [
  Prisma.sql`d."tenantId" = ${tenantId}`,
  Prisma.sql`d."dispensedAt" is not null`,
  ...conditionsOf(filter, byField, tenantId),
];

/** An id with its system, or without: then any of them may be meant. */
function idsLike(q: string): string[] {
  return [q, ...['medication', 'osigu', 'photon'].map((system) => `${system}:${q}`)];
}

const byTime = { column: Prisma.sql`d."dispensedAt"`, type: 'timestamptz', id: Prisma.sql`d.id` } as const;

/** A page of dispenses by their time. Its cost is the page's: what is seldom has an index of its own, read from either end. */
export function findDispenses(
  tx: Tx,
  { tenantId, filter, sort, after, limit }: DispenseQuery,
): Promise<FoundDispense[]> {
  const page = keyset(byTime, sort === '-at', after);
  return tx.$queryRaw<FoundDispense[]>`
    select d.id, d.registers, d."prescriptionId", d."patientId", d."stockItemId", d."dispensedAt", d.returned
    from "Dispense" d where ${allOf([...conditions(tenantId, filter), page.after])} order by ${page.order} limit ${limit}`;
}

/** The number of dispenses that a filter finds, and the time of the oldest. */
export async function countDispenses(
  tx: Tx,
  tenantId: string,
  filter: DispenseFilter,
): Promise<{ readonly count: number; readonly oldest: Date | null }> {
  const where = allOf(conditions(tenantId, filter));
  const [row] = await tx.$queryRaw<{ count: number; oldest: Date | null }[]>`
    select count(*)::int as count, min(d."dispensedAt") as oldest from "Dispense" d where ${where}`;
  return row ?? { count: 0, oldest: null };
}
