import type { ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { type Row, text } from '#lib/domain/ledger/fold';
import { prescriberOf } from '#lib/domain/prescriptions/prescriber';
import type { PrescriptionSummary } from '#lib/domain/prescriptions/prescription-summary';

export type Summarised = { readonly id: string; readonly row: Row; readonly summary: PrescriptionSummary };

const upsert = (table: string) => `
insert into ${table} ("tenantId", id, registers, system, code, "patientId", "prescriberId", state, "emailState", "emailAddress",
  "emailCause", "fillItems", "expirationDate", "issuedAt", "updatedAt", terms, words)
select $1, id, registers::jsonb, split_part(id, ':', 1), code, patient, prescriber, state, email, address, cause, fills::jsonb, expires::date,
  issued::timestamptz, updated::timestamptz, found.terms, case when octet_length(array_to_string(found.terms, ' ')) <= 1500 then found.terms end
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
  $12::text[], $13::text[], $14::text[], $15::text[])
  as r(id, registers, code, patient, prescriber, state, email, address, cause, fills, expires, issued, updated, said)
  cross join lateral (select array(select jsonb_array_elements_text(said::jsonb)) as terms) found
on conflict ("tenantId", id) do update set registers = excluded.registers, code = excluded.code, "patientId" = excluded."patientId",
  "prescriberId" = excluded."prescriberId", state = excluded.state, "emailState" = excluded."emailState", "emailAddress" = excluded."emailAddress",
  "emailCause" = excluded."emailCause", "fillItems" = excluded."fillItems", "expirationDate" = excluded."expirationDate",
  "issuedAt" = excluded."issuedAt", "updatedAt" = excluded."updatedAt", terms = excluded.terms, words = excluded.words`;

/** The words a prescription is found by follow its terms: lost terms are deleted, new ones added. */
const terms = (table: string) => `
with wanted as (
  select id, array(select jsonb_array_elements_text(t::jsonb)) as terms from unnest($2::text[], $3::text[]) as r(id, t)
), gone as (
  delete from ${table} t using wanted w where t."tenantId" = $1 and t."prescriptionId" = w.id and t.term <> all(w.terms)
)
insert into ${table} ("tenantId", term, "prescriptionId") select $1, unnest(terms), id from wanted on conflict do nothing`;

/** Writes prescriptions with their summaries. `termsChanged` names those whose words differ from the stored ones. */
export async function savePrescriptions(
  { tx, tenantId, into, take }: ProjectionStore,
  rows: readonly Summarised[],
  termsChanged: ReadonlySet<string>,
): Promise<void> {
  if (rows.length === 0) return;
  const all = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const column = <V>(of: (row: Summarised) => V) => all.map(of);
  await take('Prescription', [column(({ id }) => id)]);
  await tx.$executeRawUnsafe(
    upsert(into('Prescription')),
    tenantId,
    column(({ id }) => id),
    column(({ row }) => JSON.stringify(row)),
    column(({ row }) => text(row, 'code')),
    column(({ row }) => text(row, 'patientId')),
    column(({ row }) => prescriberOf(row) ?? ''),
    column(({ summary }) => summary.state),
    column(({ summary }) => summary.emailState),
    column(({ summary }) => summary.emailAddress),
    column(({ summary }) => summary.emailCause),
    column(({ summary }) => JSON.stringify(summary.fillItems)),
    column(({ row }) => text(row, 'expirationDate')),
    column(({ row }) => text(row, 'issuedAt')),
    column(({ summary }) => summary.updatedAt),
    column(({ summary }) => JSON.stringify(summary.terms)),
  );
  const renamed = all.filter(({ id }) => termsChanged.has(id));
  if (renamed.length === 0) return;
  const ids = renamed.map(({ id }) => id);
  await take('PrescriptionTerm', [ids]);
  await tx.$executeRawUnsafe(
    terms(into('PrescriptionTerm')),
    tenantId,
    ids,
    renamed.map(({ summary }) => JSON.stringify(summary.terms)),
  );
}
