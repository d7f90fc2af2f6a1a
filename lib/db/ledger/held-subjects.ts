import type { Tx } from '#lib/db/base/in-tenant';
import type { Subject } from '#lib/domain/ledger/timeline';

/**
 * The subjects that a legal hold covers: the subject itself; of a patient also everybody linked with them in the directory, their
 * prescriptions and the records of those; of a lot and of a recall's lots also its dispenses and returns. Costs by the subjects asked for,
 * not by the hold's extent.
 */
const query = `
with named as (select * from unnest($2::text[], $3::text[]) as n(kind, id)),
hold as (select kind, "subjectId" as id from "LegalHold" where "tenantId" = $1 and "releasedAt" is null and "subjectId" is not null),
dispensed as (
  select n.kind, n.id, n.id as dispense from named n where n.kind = 'dispense'
  union all
  select n.kind, n.id, r."dispenseId" from named n join "StockReturn" r on r."tenantId" = $1 and r.id = n.id where n.kind = 'return'
),
given as (
  select d.kind, d.id, x."prescriptionId", x."prescriptionCode", x."patientId", x."stockItemId", x."lotNumber", x.id as dispense
  from dispensed d join "Dispense" x on x."tenantId" = $1 and x.id = d.dispense
),
coded as (
  select kind, id, "prescriptionCode" as code from given
  union all
  select n.kind, n.id, x."prescriptionCode" from named n join "Dispensation" x on x."tenantId" = $1 and x.id = n.id where n.kind = 'dispensation'
  union all
  select kind, id, split_part(id, ':', 2) from named where kind = 'prescription_code'
),
prescribed as (
  select kind, id, id as rx from named where kind = 'prescription'
  union
  select kind, id, "prescriptionId" from given
  union
  select n.kind, n.id, x."prescriptionId" from named n join "StockReturn" x on x."tenantId" = $1 and x.id = n.id where n.kind = 'return'
  union
  select n.kind, n.id, x."prescriptionId" from named n join "Dispensation" x on x."tenantId" = $1 and x.id = n.id where n.kind = 'dispensation'
  union
  select n.kind, n.id, x."prescriptionId" from named n join "OrderFill" x on x."tenantId" = $1 and x."orderId" = n.id where n.kind = 'order'
  union
  select n.kind, n.id, x."prescriptionId" from named n join "MedicationRequest" x on x."tenantId" = $1 and x.id = n.id where n.kind = 'medication_request'
  union
  select c.kind, c.id, p.id from coded c join "Prescription" p on p."tenantId" = $1 and p.code = c.code
),
person as (
  select kind, id, id as patient from named where kind = 'patient'
  union
  select kind, id, "patientId" from given
  union
  select x.kind, x.id, p."patientId" from prescribed x join "Prescription" p on p."tenantId" = $1 and p.id = x.rx
),
known as (
  select kind, id, patient from person
  union
  select p.kind, p.id, l."recordId" from person p join "PatientLink" l on l."tenantId" = $1 and l.id = p.patient
),
heldPerson as (
  select h.id as patient from hold h where h.kind = 'patient'
  union
  select l."recordId" from hold h join "PatientLink" l on l."tenantId" = $1 and l.id = h.id where h.kind = 'patient'
),
shelf as (
  select n.kind, n.id, l."stockItemId", l."lotNumber" from named n join "Lot" l on l."tenantId" = $1 and l.id = n.id where n.kind = 'lot'
  union all
  select kind, id, "stockItemId", "lotNumber" from given
),
heldShelf as (
  select l."stockItemId", l."lotNumber" from hold h join "Lot" l on l."tenantId" = $1 and l.id = h.id where h.kind = 'lot'
  union
  select l."stockItemId", l."lotNumber" from hold h join "RecallLot" l on l."tenantId" = $1 and l."recallId" = h.id where h.kind = 'recall'
)
select n.kind, n.id from named n join hold h on h.kind = n.kind and h.id = n.id
union
select x.kind, x.id from prescribed x join hold h on h.kind = 'prescription' and h.id = x.rx
union
select k.kind, k.id from known k join heldPerson h on h.patient = k.patient where k.patient <> ''
union
select s.kind, s.id from shelf s join heldShelf h on h."stockItemId" = s."stockItemId" and (h."lotNumber" is null or h."lotNumber" = s."lotNumber")`;

export const subjectKey = ({ kind, id }: Subject): string => `${kind} ${id}`;

/** The keys (`subjectKey`) of those subjects that are under a legal hold. */
export async function heldSubjects(
  tx: Tx,
  tenantId: string,
  subjects: readonly Subject[],
): Promise<ReadonlySet<string>> {
  const named = new Map(subjects.map((subject) => [subjectKey(subject), subject]));
  if (named.size === 0) return new Set();
  const all = [...named.values()];
  const rows = await tx.$queryRawUnsafe<Subject[]>(
    query,
    tenantId,
    all.map(({ kind }) => kind),
    all.map(({ id }) => id),
  );
  return new Set(rows.map(subjectKey));
}

/** The ids that active legal holds name, as sources write them: an event that could not be read may still be about them. */
export async function heldIds(tx: Tx, tenantId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `select "subjectId" as id from "LegalHold" where "tenantId" = $1 and "releasedAt" is null and kind <> 'source' and "subjectId" is not null
     union
     select l.id from "LegalHold" h join "PatientLink" l on l."tenantId" = $1 and l."recordId" = h."subjectId"
     where h."tenantId" = $1 and h."releasedAt" is null and h.kind = 'patient'`,
    tenantId,
  );
  return new Set(rows.map(({ id }) => (id.startsWith('dir:') ? id : id.slice(id.indexOf(':') + 1))));
}
