import type { Tx } from '#lib/db/base/in-tenant';
import { wordsOf } from '#lib/domain/base/terms';

/** A person found by name, with the newest prescription that the account may see; one of the directory may have none. */
export type FoundPatient = {
  readonly recordId: string | null;
  /** Null for a person of the directory with whom no source's patient is linked. */
  readonly patientId: string | null;
  readonly prescriptionId: string | null;
  readonly code: string | null;
  readonly emailState: string | null;
  readonly emailAddress: string | null;
  readonly updatedAt: Date | null;
};

/** The number of people of one word that are examined: a common name is found by adding a second word. */
const mostPerWord = 2_000;

async function idsWith(tx: Tx, tenantId: string, word: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select "patientId" as id from "PatientTerm"
    where "tenantId" = ${tenantId} and term >= ${word} and term < ${`${word}\u{10ffff}`} limit ${mostPerWord}`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * People whose name (of the directory's also email and phone) has every word of `q`, each may be a beginning: through prescriptions of the
 * given prescribers, or of the whole tenant (null), where the directory's people without a prescription are found too. One person is found
 * once, whichever of their ids has the words.
 */
export async function findPatients(
  tx: Tx,
  tenantId: string,
  q: string,
  prescriberIds: readonly string[] | null,
  limit: number,
): Promise<FoundPatient[]> {
  const words = wordsOf(q).slice(0, 4);
  let ids: Set<string> | undefined;
  for (const word of words) {
    const found = await idsWith(tx, tenantId, word);
    ids = ids ? ids.intersection(found) : found;
  }
  if (!ids || ids.size === 0) return [];
  return tx.$queryRaw<FoundPatient[]>`
    with found as (
      select distinct case when f.id like 'dir:%' then f.id else coalesce(nullif(l."recordId", ''), f.id) end as person
      from unnest(${[...ids]}::text[]) as f(id) left join "PatientLink" l on l."tenantId" = ${tenantId} and l.id = f.id
    ), person as (
      select person, case when person like 'dir:%'
        then array(select s.id from "PatientLink" s where s."tenantId" = ${tenantId} and s."recordId" = person) else array[person] end as patients
      from found
    )
    select case when person like 'dir:%' then person end as "recordId", coalesce(newest."patientId", patients[1]) as "patientId",
      newest.id as "prescriptionId", newest.code, newest."emailState", newest."emailAddress", newest."updatedAt"
    from person left join lateral (
      select r.id, r.code, r."patientId", r."emailState", r."emailAddress", r."updatedAt" from "Prescription" r
      where r."tenantId" = ${tenantId} and r."patientId" = any(person.patients)
        and (${prescriberIds === null} or r."prescriberId" = any(${[...(prescriberIds ?? [])]}::text[]))
      order by r."updatedAt" desc limit 1) newest on true
    where newest.id is not null or (${prescriberIds === null} and person like 'dir:%')
    order by newest."updatedAt" desc nulls last, person limit ${limit}`;
}
