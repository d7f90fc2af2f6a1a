import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';

/** A person by their newest prescription that the account may see. */
export type FoundPerson = {
  readonly recordId: string | null;
  readonly patientId: string;
  readonly prescriptionId: string;
  readonly emailState: string;
  readonly emailAddress: string | null;
  readonly updatedAt: Date;
};

export type PeopleQuery = {
  readonly tenantId: string;
  /** Null: the whole tenant. A list: people of these prescribers' prescriptions only. */
  readonly prescriberIds: readonly string[] | null;
  readonly after: { readonly updatedAt: string; readonly id: string } | null;
  readonly limit: number;
};

/** All of a person's patient ids: their own, and those linked to the same entry of the directory. */
const everyIdOf = (tenantId: string) => Prisma.sql`array(
  select p."patientId" union select s.id from "PatientLink" s where s."tenantId" = ${tenantId} and s."recordId" = nullif(l."recordId", ''))`;

/**
 * A page of people, the latest event first. Read along the prescriptions' own order: each person is at their newest one, so that the cost
 * is the page's.
 */
export function findPeople(tx: Tx, { tenantId, prescriberIds, after, limit }: PeopleQuery): Promise<FoundPerson[]> {
  const own = prescriberIds === null ? null : [...prescriberIds];
  const isOwn = own === null ? Prisma.sql`true` : Prisma.sql`n."prescriberId" = any(${own}::text[])`;
  const where = [Prisma.sql`p."tenantId" = ${tenantId} and p."patientId" is not null`];
  if (after)
    where.push(
      Prisma.sql`p."updatedAt" <= ${after.updatedAt}::timestamptz and (p."updatedAt" < ${after.updatedAt}::timestamptz or p.id > ${after.id})`,
    );
  const newest = Prisma.sql`not exists (select from "Prescription" n where n."tenantId" = ${tenantId}
    and n."patientId" = any(${everyIdOf(tenantId)}) and ${isOwn}
    and (n."updatedAt" > p."updatedAt" or (n."updatedAt" = p."updatedAt" and n.id < p.id)))`;
  const people = (also: Prisma.Sql) => Prisma.sql`
    select nullif(l."recordId", '') as "recordId", p."patientId", p.id as "prescriptionId", p."emailState", p."emailAddress", p."updatedAt"
    from "Prescription" p left join "PatientLink" l on l."tenantId" = ${tenantId} and l.id = p."patientId"
    where ${Prisma.join(where, ' and ')} and ${also} and ${newest} order by p."updatedAt" desc, p.id limit ${limit}`;
  if (own === null) return tx.$queryRaw<FoundPerson[]>(people(Prisma.sql`true`));
  return tx.$queryRaw<FoundPerson[]>`
    select found.* from unnest(${own}::text[]) as mine(id)
    cross join lateral (${people(Prisma.sql`p."prescriberId" = mine.id`)}) found
    order by found."updatedAt" desc, found."prescriptionId" limit ${limit}`;
}

/** The number of prescriptions of each patient that the account may see. */
export async function countPrescriptions(
  tx: Tx,
  tenantId: string,
  patientIds: readonly string[],
  prescriberIds: readonly string[] | null,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    select "patientId" as id, count(*)::int as count from "Prescription"
    where "tenantId" = ${tenantId} and "patientId" = any(${[...patientIds]}::text[])
      and (${prescriberIds === null} or "prescriberId" = any(${[...(prescriberIds ?? [])]}::text[])) group by 1`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
