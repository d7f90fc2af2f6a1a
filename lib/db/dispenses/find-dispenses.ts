import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import { liesAt } from '#lib/db/stock/own-stock';
import type { Row } from '#lib/domain/ledger/fold';
import { unknownSubstance } from '#lib/domain/register/register-book';
import type { countersignFilters, dispenseKinds, reviewStates } from '#lib/domain/stock/stock-filter';
import { countersignWanted } from './countersign-wanted.ts';

export type DispenseConditions = {
  readonly reviewed?: (typeof reviewStates)[number] | undefined;
  readonly kind?: (typeof dispenseKinds)[number] | undefined;
  readonly controlled?: 'yes' | 'no' | undefined;
  readonly countersign?: (typeof countersignFilters)[number] | undefined;
  /** A lot number, as it is stored. */
  readonly lot?: string | undefined;
  readonly stockItem?: string | undefined;
  /** Instants, the second exclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly location?: string | undefined;
  /** Only of these locations; left out: everywhere. */
  readonly places?: readonly string[] | undefined;
  /** Dispenses under a substance of the controlled register: its stock items, and the code itself without one. */
  readonly ofSubstance?: { readonly items: readonly string[]; readonly substance: string } | undefined;
  /** Only where an alert was overridden when it was prescribed. */
  readonly overridden?: true | undefined;
  /** An id of a dispense or a prescription, whole. */
  readonly q?: string | undefined;
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

export type DispenseQuery = DispenseConditions & {
  readonly tenantId: string;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
  /** The longest waiting first, in place of the newest; of no use with `after`. */
  readonly oldestFirst?: true | undefined;
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

function conditions(query: DispenseConditions & { readonly tenantId: string }): Prisma.Sql[] {
  const { tenantId, lot, stockItem, from, to, location, ofSubstance, q } = query;
  const where = [Prisma.sql`d."tenantId" = ${tenantId}`, Prisma.sql`d."dispensedAt" is not null`];
  if (query.reviewed) where.push(reviewed[query.reviewed]);
  if (query.kind) where.push(kinds[query.kind]);
  if (query.controlled)
    where.push(Prisma.sql`d.schedule is ${query.controlled === 'yes' ? Prisma.sql`not null` : Prisma.sql`null`}`);
  if (query.countersign) where.push(countersign[query.countersign](tenantId));
  if (lot) where.push(Prisma.sql`d."lotNumber" = ${lot}`);
  if (stockItem) where.push(Prisma.sql`d."stockItemId" = ${stockItem}`);
  if (from) where.push(Prisma.sql`d."dispensedAt" >= ${from}::timestamptz`);
  if (to) where.push(Prisma.sql`d."dispensedAt" < ${to}::timestamptz`);
  for (const places of [query.places, location && [location]])
    if (places) where.push(liesAt(tenantId, Prisma.sql`d."stockItemId"`, places));
  if (ofSubstance)
    where.push(Prisma.sql`(case when d."stockItemId" is null then coalesce(d."productCode", ${unknownSubstance}) = ${ofSubstance.substance}
      else d."stockItemId" = any(${[...ofSubstance.items]}::text[]) end)`);
  if (query.overridden)
    where.push(
      Prisma.sql`exists (select from "AlertOverride" o where o."tenantId" = ${tenantId} and o."prescriptionId" = d."prescriptionId")`,
    );
  if (q) where.push(Prisma.sql`(d.id = any(${idsLike(q)}::text[]) or d."prescriptionId" = any(${idsLike(q)}::text[]))`);
  return where;
}

/** An id with its system, or without: then any of them may be meant. */
function idsLike(q: string): string[] {
  return [q, ...['medication', 'osigu', 'photon'].map((system) => `${system}:${q}`)];
}

/** A page of dispenses, newest first unless asked otherwise. Its cost is the page's: what is seldom has an index of its own, read from either end. */
export function findDispenses(tx: Tx, query: DispenseQuery): Promise<FoundDispense[]> {
  const { after, limit, oldestFirst } = query;
  const order = oldestFirst ? Prisma.sql`d."dispensedAt", d.id desc` : Prisma.sql`d."dispensedAt" desc, d.id`;
  const where = conditions(query);
  if (after) {
    where.push(
      Prisma.sql`(d."dispensedAt" < ${after.at}::timestamptz or (d."dispensedAt" = ${after.at}::timestamptz and d.id > ${after.id}))`,
      Prisma.sql`d."dispensedAt" <= ${after.at}::timestamptz`,
    );
  }
  return tx.$queryRaw<FoundDispense[]>`
    select d.id, d.registers, d."prescriptionId", d."patientId", d."stockItemId", d."dispensedAt", d.returned
    from "Dispense" d where ${Prisma.join(where, ' and ')} order by ${order} limit ${limit}`;
}

/** The number of dispenses that a filter finds, and the time of the oldest. */
export async function countDispenses(
  tx: Tx,
  tenantId: string,
  filter: DispenseConditions,
): Promise<{ readonly count: number; readonly oldest: Date | null }> {
  const where = Prisma.join(conditions({ ...filter, tenantId }), ' and ');
  const [row] = await tx.$queryRaw<{ count: number; oldest: Date | null }[]>`
    select count(*)::int as count, min(d."dispensedAt") as oldest from "Dispense" d where ${where}`;
  return row ?? { count: 0, oldest: null };
}
