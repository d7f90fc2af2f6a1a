import type { Tx } from '#lib/db/base/in-tenant';
import type { Subject } from '#lib/domain/ledger/timeline';

/** More events of one subject are not asked: its newest have its latest clocks. */
const most = 2_000;

/**
 * The time until which anything of a subject is kept, per event that names the subject: the latest clock among the other events about it
 * that still have their content; for a person of the directory also those about the patients linked with them. An event that is missing in
 * the result is alone.
 */
export async function subjectClocks(
  tx: Tx,
  tenantId: string,
  events: readonly { readonly seq: bigint; readonly subjects: readonly Subject[] }[],
): Promise<ReadonlyMap<bigint, Date>> {
  const about = events.flatMap(({ seq, subjects }) => subjects.map((subject) => ({ ...subject, seq })));
  if (about.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<{ seq: bigint; until: Date }[]>(
    `with named as (select * from unnest($2::bigint[], $3::text[], $4::text[]) as n(seq, kind, id)),
     wider as (
       select seq, kind, id from named
       union
       select n.seq, 'patient', l.id from named n join "PatientLink" l on l."tenantId" = $1 and l."recordId" = n.id where n.kind = 'patient'
     )
     select w.seq, max(e."retainUntil") as until from wider w
     cross join lateral (
       select x.seq from "EventSubject" x where x."tenantId" = $1 and x.kind = w.kind and x.id = w.id
       order by x."occurredAt" desc, x.seq desc limit ${most}
     ) about
     join "LedgerEvent" e on e."tenantId" = $1 and e.seq = about.seq and e.seq <> w.seq and e."purgedAt" is null and e."retainUntil" is not null
     group by w.seq`,
    tenantId,
    about.map(({ seq }) => seq),
    about.map(({ kind }) => kind),
    about.map(({ id }) => id),
  );
  return new Map(rows.map(({ seq, until }) => [seq, until]));
}
