import type { Page } from '#lib/contract/base/page';
import type { PrescriptionFilter, PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import { inTenant } from '#lib/db/base/in-tenant';
import { beingSent } from '#lib/db/mail/resend';
import { findPrescriptions, type PrescriptionQuery } from '#lib/db/prescriptions/find-prescriptions';
import { loadPrescriptionParts } from '#lib/db/prescriptions/load-parts';
import type { Account } from '#lib/domain/access/account';
import { extentOf } from '#lib/domain/access/permission';
import { dayIn } from '#lib/domain/base/time/day-in';
import { summarise } from '#lib/domain/prescriptions/prescription-summary';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { medicinesOf } from './prescription-medicines.ts';
import { peopleOf } from './prescription-people.ts';
import { asListed, prescriptionRowOf } from './prescription-row.ts';

export type Asking = PrescriptionFilter & { readonly cursor?: string | undefined; readonly limit: number };

/**
 * A page of the prescriptions that the account may see, newest change first. Doctors see their own; an admin's carry no person and are not
 * found by their medicines.
 */
export async function listPrescriptions(
  account: Account,
  asking: Asking,
  requestId: string,
): Promise<Page<PrescriptionRow>> {
  const { scope, timeZone } = account;
  const { tenantId } = scope;
  const extent = extentOf(scope, 'prescriptions.read');
  const veiled = extent === 'veiled';
  const today = dayIn(timeZone, new Date());
  const [updatedAt, id] = decodeCursor(asking.cursor, ['instant', 'text']) ?? [];
  const after = updatedAt !== undefined && id !== undefined ? { updatedAt, id } : null;
  const { q, state, email, system } = asking;
  const query: PrescriptionQuery = {
    ...{ tenantId, q, state, email, system, today, after },
    prescriberIds: extent === 'own' ? scope.prescriberIds : null,
    byMedicine: !veiled,
    limit: asking.limit + 1,
  };
  const looks = logRecordAccess(account, 'record.listed', requestId);
  const page = await inTenant(scope, async (tx) => {
    const found = await findPrescriptions(tx, query);
    const shown = found.slice(0, asking.limit);
    const partsOf = await loadPrescriptionParts(tx, tenantId, shown);
    const patientIds = shown.flatMap((row) => row.patientId ?? []);
    const people = await peopleOf(
      tx,
      tenantId,
      patientIds,
      shown.map((row) => row.prescriberId),
      veiled,
    );
    const read = shown.flatMap((row) => partsOf(row.id) ?? []);
    const medicines = await medicinesOf(tx, tenantId, read);
    const queued = shown.flatMap((row) => (row.emailState === 'queued' ? [row.id] : []));
    const sending = await beingSent(tx, tenantId, queued);
    const reading = { people, medicines, today, veiled, sending };
    const items = read.map((parts) => asListed(prescriptionRowOf(parts, summarise(parts), reading)));
    await looks.write(
      tx,
      items.flatMap((item) => (item.patient?.name ? [item.id] : [])),
    );
    const last = shown.at(-1);
    const more = found.length > shown.length && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null };
  });
  looks.remember();
  return page;
}
