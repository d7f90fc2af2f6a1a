import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import type { Row } from '#lib/domain/ledger/fold';

export type FoundSafety = {
  readonly id: string;
  readonly kind: 'allergy' | 'formulary' | 'administration';
  readonly prescriptionId: string;
  readonly patientId: string | null;
  readonly at: string;
  readonly about: string | null;
  readonly reason: string | null;
  readonly acknowledged: Row | null;
  readonly reconciledAt: Date | null;
};

export type SafetyQuery = {
  readonly tenantId: string;
  readonly state: 'open' | 'acknowledged';
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
};

const open = Prisma.sql`p.state in ('issued', 'queued', 'on_hold', 'in_progress', 'part_dispensed')`;

/** Allergies that came up after the prescription was written, until the patient is reconciled again. */
const allergies = (tenantId: string) => Prisma.sql`
  select 'allergy|' || p.id as id, 'allergy' as kind, p.id as "prescriptionId", p."patientId", n.registers->'noticedAt'->>'v' as at,
    n.registers->'substance'->>'v' as about, n.registers->'action'->>'v' as reason
  from "AllergyNotice" n join "Prescription" p on p."tenantId" = n."tenantId" and p."patientId" = n.id
  where n."tenantId" = ${tenantId} and p."tenantId" = ${tenantId} and ${open}
    and coalesce(p.registers->'written'->>'at', '') < n.registers->'noticedAt'->>'v'
    and not exists (select from "Reconciliation" c where c."tenantId" = ${tenantId} and c."patientId" = n.id and c."completedAt" > n."noticedAt")`;

/** Medicines that left the formulary; its codes are the Medication Service's. */
const formulary = (tenantId: string) => Prisma.sql`
  select 'formulary|' || i.id, 'formulary', p.id, p."patientId", f.registers->'noticedAt'->>'v', f.id, f.registers->'version'->>'v'
  from "FormularyNotice" f join "PrescriptionItem" i on i."tenantId" = f."tenantId" and i."productCode" = f.id and i.id like 'medication:%'
  join "Prescription" p on p."tenantId" = i."tenantId" and p.id = i."prescriptionId"
  where f."tenantId" = ${tenantId} and i."tenantId" = ${tenantId} and p."tenantId" = ${tenantId} and not f.listed and ${open}`;

/** Doses refused or missed, until one was given later. */
const administrations = (tenantId: string) => Prisma.sql`
  select 'administration|' || a.id, 'administration', p.id, p."patientId", a.registers->'administeredAt'->>'v', a.status, a.registers->'reason'->>'v'
  from "Administration" a join "Prescription" p on p."tenantId" = a."tenantId" and p.id = a."prescriptionId"
  where a."tenantId" = ${tenantId} and p."tenantId" = ${tenantId} and a.status in ('refused', 'missed') and ${open}
    and not exists (select from "Administration" g where g."tenantId" = ${tenantId} and g."prescriptionId" = a."prescriptionId"
      and g.status = 'given' and g."administeredAt" > a."administeredAt")`;

/** Checks that are due on open prescriptions, newest first, with the person who acknowledged each since. */
export function findSafety(tx: Tx, { tenantId, state, after, limit }: SafetyQuery): Promise<FoundSafety[]> {
  const seen = Prisma.sql`coalesce(k.registers->'acknowledgedAt'->>'v' >= s.at, false)`;
  const where = [state === 'open' ? Prisma.sql`not ${seen}` : seen];
  if (after) where.push(Prisma.sql`(s.at < ${after.at} or (s.at = ${after.at} and s.id > ${after.id}))`);
  return tx.$queryRaw<FoundSafety[]>`
    select s.*, case when ${seen} then k.registers end as acknowledged, r.at as "reconciledAt"
    from (${allergies(tenantId)} union all ${formulary(tenantId)} union all ${administrations(tenantId)}) s
    left join "Alert" k on k."tenantId" = ${tenantId} and k.id = s.id
    left join lateral (select max(c."completedAt") as at from "Reconciliation" c
      where c."tenantId" = ${tenantId} and c."patientId" = s."patientId") r on true
    where ${Prisma.join(where, ' and ')} order by s.at desc, s.id limit ${limit}`;
}
