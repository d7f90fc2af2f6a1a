import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import type { prescriptionsList } from '#lib/contract/prescriptions/prescriptions-list';
import { inTenant } from '#lib/db/base/in-tenant';
import { beingSent } from '#lib/db/mail/resend';
import { findPrescriptions, type PrescriptionQuery } from '#lib/db/prescriptions/find-prescriptions';
import { loadPrescriptionParts } from '#lib/db/prescriptions/load-parts';
import type { Account } from '#lib/domain/access/account';
import { extentOf } from '#lib/domain/access/permission';
import { dayIn } from '#lib/domain/base/time/day-in';
import { summarise } from '#lib/domain/prescriptions/prescription-summary';
import { decodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { medicinesOf } from './prescription-medicines.ts';
import { peopleOf } from './prescription-people.ts';
import { asListed, prescriptionRowOf } from './prescription-row.ts';

/** A page of the prescriptions that the account may see, newest change first unless requested otherwise. A doctor's are their own; an admin's carry no person and are not found by what they prescribe. */
export async function listPrescriptions(
  account: Account,
  asking: PageAsked<typeof prescriptionsList>,
  requestId: string,
): Promise<Page<PrescriptionRow>> {
  const { scope, timeZone } = account;
  const { tenantId } = scope;
  const extent = extentOf(scope, 'prescriptions.read');
  const veiled = extent === 'veiled';
  const today = dayIn(timeZone, new Date());
  const { cursor, limit, sort = '-updated', ...filter } = asking;
  const [key, id] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const after = key !== undefined && id !== undefined ? { key, id } : null;
  const query: PrescriptionQuery = {
    ...{ tenantId, filter, sort, today, after },
    prescriberIds: extent === 'own' ? scope.prescriberIds : null,
    byMedicine: !veiled,
    limit: oneMore(limit),
  };
  const looks = logRecordAccess(account, 'record.listed', requestId);
  const page = await inTenant(scope, async (tx) => {
    const found = await findPrescriptions(tx, query);
    const { rows: shown, nextCursor } = pageOf(found, limit, (last) => [last.updatedAt.toISOString(), last.id]);
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
    return { items, nextCursor };
  });
  looks.remember();
  return page;
}
