import type { Tx } from '#lib/db/base/in-tenant';
import { amendmentJoin } from '#lib/db/ledger/effective-event';
import { type SubjectEvent, subjectColumns } from '#lib/db/ledger/subject-events';
import type { Subject } from '#lib/domain/ledger/timeline';

export type AddressEvent = SubjectEvent & { readonly prescriptionId: string | null };

/** Every type that reports on an address. */
const types = [
  'prescription.email_delivered',
  'prescription.email_failed',
  'scriptline.resend.requested',
  'scriptline.email.accepted',
  'scriptline.email.failed',
  'scriptline.email.uncertain',
  'scriptline.address.changed',
  'scriptline.patient.recorded',
];

/** The reports on addresses about any of the subjects, newest first. */
export function addressEvents(
  tx: Tx,
  tenantId: string,
  subjects: readonly Subject[],
  limit: number,
): Promise<AddressEvent[]> {
  return tx.$queryRawUnsafe<AddressEvent[]>(
    `select ${subjectColumns}, e."sourceId" as "sourceKey", hit."occurredAt" as "subjectAt",
       hit.prescription as "prescriptionId"
     from (
       select x.seq, x."occurredAt", min(x.id) filter (where x.kind = 'prescription') as prescription
       from unnest($2::text[], $3::text[]) as wanted(kind, id)
       join "EventSubject" x on x."tenantId" = $1 and x.kind = wanted.kind and x.id = wanted.id
       group by x.seq, x."occurredAt"
     ) hit join "LedgerEvent" e on e."tenantId" = $1 and e.seq = hit.seq ${amendmentJoin}
     where e.type = any($4::text[]) order by hit."occurredAt" desc, e.seq desc limit $5`,
    tenantId,
    subjects.map(({ kind }) => kind),
    subjects.map(({ id }) => id),
    types,
    limit,
  );
}
