import type { Tx } from '#lib/db/base/in-tenant';
import { rowKeyset } from '#lib/db/base/row-keyset';
import { Prisma } from '#lib/db/generated/client';
import type { Row } from '#lib/domain/ledger/fold';

export type FoundProduct = { readonly id: string; readonly registers: Row; readonly codes: readonly string[] };

const byId = [{ column: Prisma.sql`p.id`, type: 'text' }] as const;

type ProductQuery = {
  /** The id that the page goes on after. */
  readonly after: readonly string[] | null;
  readonly limit: number;
};

/** A page of the product directory in the order of its ids. */
export function findProducts(tx: Tx, tenantId: string, { after, limit }: ProductQuery): Promise<FoundProduct[]> {
  const page = rowKeyset(byId, false, after);
  return tx.$queryRaw<FoundProduct[]>`
    select p.id, p.registers, array(select c.id from "ProductCode" c where c."tenantId" = ${tenantId} and c."productId" = p.id order by c.id) as codes
    from "Product" p where p."tenantId" = ${tenantId} and ${page.after} order by ${page.order} limit ${limit}`;
}

/** The codes that a product goes by now; null where there is no such product. */
export async function codesOfProduct(tx: Tx, tenantId: string, id: string): Promise<readonly string[] | null> {
  const [row] = await tx.$queryRaw<{ codes: string[] }[]>`
    select array(select c.id from "ProductCode" c where c."tenantId" = ${tenantId} and c."productId" = p.id order by c.id) as codes
    from "Product" p where p."tenantId" = ${tenantId} and p.id = ${id}`;
  return row?.codes ?? null;
}

/** The number of different codes or patients that one request reads at most. */
const mostLookedAt = 5_000;

/** Codes of medicines that came without a name and that the directory does not know, in their order: each code is one step in an index. */
export async function namelessCodes(tx: Tx, tenantId: string, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ code: string }[]>`
    with recursive step as (
      (select (split_part(id, ':', 1) || ':' || (registers->'productCode'->>'v')) collate "C" as code, 1 as nth from "PrescriptionItem"
        where "tenantId" = ${tenantId} and (registers->'display') is null and (registers->'productCode') is not null order by 1 limit 1)
      union all
      select (select (split_part(i.id, ':', 1) || ':' || (i.registers->'productCode'->>'v')) collate "C" from "PrescriptionItem" i
        where i."tenantId" = ${tenantId} and (i.registers->'display') is null and (i.registers->'productCode') is not null
          and (split_part(i.id, ':', 1) || ':' || (i.registers->'productCode'->>'v')) collate "C" > step.code order by 1 limit 1), step.nth + 1
      from step where step.code is not null and step.nth < ${mostLookedAt}
    )
    select code from step where code is not null and not exists (
      select from "ProductCode" c where c."tenantId" = ${tenantId} and c.id = step.code and c."productId" <> '') limit ${limit}`;
  return rows.map(({ code }) => code);
}

/** Patients of prescriptions whom neither a source nor the directory names, in the order of their ids. */
export async function namelessPatients(tx: Tx, tenantId: string, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive step as (
      (select "patientId" as id, 1 as nth from "Prescription" where "tenantId" = ${tenantId} and "patientId" is not null order by 1 limit 1)
      union all
      select (select p."patientId" from "Prescription" p where p."tenantId" = ${tenantId} and p."patientId" > step.id order by 1 limit 1), step.nth + 1
      from step where step.id is not null and step.nth < ${mostLookedAt}
    )
    select id from step where id is not null
      and not exists (select from "Patient" p where p."tenantId" = ${tenantId} and p.id = step.id and (p.registers ? 'firstName' or p.registers ? 'lastName'))
      and not exists (select from "PatientLink" l join "PatientRecord" r on r."tenantId" = l."tenantId" and r.id = l."recordId"
        where l."tenantId" = ${tenantId} and l.id = step.id and coalesce(r.registers->'name'->>'v', '') <> '')
    limit ${limit}`;
  return rows.map(({ id }) => id);
}
