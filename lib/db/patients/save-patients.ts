import { saveRows } from '#lib/db/ledger/projections/projection-rows';
import type { ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { termsOf } from '#lib/domain/base/terms';
import { type Row, text } from '#lib/domain/ledger/fold';

const terms = (table: string) => `
with wanted as (
  select id, array(select jsonb_array_elements_text(t::jsonb)) as terms from unnest($2::text[], $3::text[]) as r(id, t)
), gone as (
  delete from ${table} t using wanted w where t."tenantId" = $1 and t."patientId" = w.id and t.term <> all(w.terms)
)
insert into ${table} ("tenantId", term, "patientId") select $1, unnest(terms), id from wanted on conflict do nothing`;

/** The fields whose words a person is found by: a source supplies a name, the directory also the contact details. */
const foundBy = { patient: ['firstName', 'lastName'], patientRecord: ['name', 'email', 'phone'] } as const;

/** Writes people, a source's or the directory's, and the words they are found by. */
export async function savePatients(
  ground: ProjectionStore,
  table: keyof typeof foundBy,
  rows: ReadonlyMap<string, Row>,
): Promise<void> {
  if (rows.size === 0) return;
  const { tx, tenantId, into, take } = ground;
  await saveRows(ground, table, rows);
  const people = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  const words = people.map(([, row]) => JSON.stringify(termsOf(foundBy[table].map((field) => text(row, field)))));
  const ids = people.map(([id]) => id);
  await take('PatientTerm', [ids]);
  await tx.$executeRawUnsafe(terms(into('PatientTerm')), tenantId, ids, words);
}
