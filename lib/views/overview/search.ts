import type { SearchAnswer, SearchHit } from '#lib/contract/overview/search';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { findEvents } from '#lib/db/ledger/find-events';
import { findPatients } from '#lib/db/patients/find-patients';
import { findPrescriptions } from '#lib/db/prescriptions/find-prescriptions';
import { loadPrescriptionParts } from '#lib/db/prescriptions/load-parts';
import { prescriptionsOfLot } from '#lib/db/stock/lot-prescriptions';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { extentOf, may } from '#lib/domain/access/permission';
import type { Scope } from '#lib/domain/base/scope';
import { dayIn } from '#lib/domain/base/time/day-in';
import { type Row, text } from '#lib/domain/ledger/fold';
import { logRecordAccess, type RecordAccess } from '#lib/views/base/log-record-access';
import { personRows } from '#lib/views/patients/person-rows';
import { medicinesOf } from '#lib/views/prescriptions/prescription-medicines';

const most = 8;
const bareId = (id: string) => id.slice(id.indexOf(':') + 1);
const hrefOf = (id: string) => `/prescriptions/${encodeURIComponent(id)}`;

async function prescriptions(tx: Tx, { scope, timeZone }: Account, q: string): Promise<SearchHit[]> {
  const { tenantId, prescriberIds } = scope;
  const extent = extentOf(scope, 'prescriptions.read');
  const today = dayIn(timeZone, new Date());
  const found = await findPrescriptions(tx, {
    tenantId,
    prescriberIds: extent === 'own' ? prescriberIds : null,
    filter: { q },
    sort: '-updated',
    byMedicine: extent !== 'veiled',
    today,
    after: null,
    limit: most,
  });
  const partsOf = await loadPrescriptionParts(tx, tenantId, found);
  const parts = found.flatMap(({ id }) => partsOf(id) ?? []);
  const named = await medicinesOf(tx, tenantId, parts);
  const nameOf = (id: string) => (item: Row) => named(id, item).display ?? text(item, 'productCode') ?? [];
  return found.map(({ id, code }) => {
    const medicine = extent === 'veiled' ? [] : (partsOf(id)?.items ?? []).flatMap(nameOf(id));
    return {
      kind: 'prescription',
      id,
      title: code ?? bareId(id),
      detail: medicine.join(', ') || null,
      href: hrefOf(id),
    };
  });
}

/** People by any of their words, each once; of the directory also those without a prescription. Names found count as views. */
async function people(tx: Tx, { scope }: Account, q: string, looks: RecordAccess): Promise<SearchHit[]> {
  const { tenantId, prescriberIds } = scope;
  const own = extentOf(scope, 'directories.read') === 'own' ? prescriberIds : null;
  const found = await findPatients(tx, tenantId, q, own, most);
  const rows = await personRows(tx, tenantId, found, own);
  await looks.write(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, name, patientIds }, index) => ({
    kind: 'person',
    id,
    title: name?.value ?? bareId(patientIds[0] ?? id),
    detail: found[index]?.code ?? bareId(found[index]?.prescriptionId ?? patientIds[0] ?? id),
    href: `/patients/${encodeURIComponent(id)}`,
  }));
}

/** Prescriptions from which a lot was dispensed. Readers of the tenant's records also see the patients. */
async function lots(tx: Tx, scope: Scope, q: string): Promise<SearchHit[]> {
  const lot = q.trim();
  const found = await prescriptionsOfLot(tx, scope.tenantId, [lot, lot.toUpperCase()], ownLocations(scope), most);
  return found.map(({ prescriptionId, lotNumber }) => ({
    kind: 'lot',
    id: `${lotNumber} ${prescriptionId}`,
    title: lotNumber,
    detail: prescriptionId,
    href: hrefOf(prescriptionId),
  }));
}

async function events(tx: Tx, tenantId: string, q: string): Promise<SearchHit[]> {
  const found = await findEvents(tx, { tenantId, filter: { q: q.trim() }, after: null, limit: most });
  return found.map(({ seq, messageId, type, wireType }) => {
    return { kind: 'event', id: String(seq), title: messageId, detail: type ?? wireType, href: `/events?open=${seq}` };
  });
}

/**
 * The results of a search that the account may see: prescriptions by code, id or medicine; its patients by name; for admins the events.
 * Names found count as views.
 */
export async function search(account: Account, q: string, requestId: string): Promise<SearchAnswer> {
  const { scope } = account;
  const extent = extentOf(scope, 'prescriptions.read');
  const looks = logRecordAccess(account, 'record.listed', requestId, 'patient');
  const items = await inTenant(scope, async (tx) => {
    const persons = may(scope, 'directories.read') ? await people(tx, account, q, looks) : [];
    const found = extentOf(scope, 'events.read') === 'none' ? [] : await events(tx, scope.tenantId, q);
    const lotHits = extent === 'tenant' ? await lots(tx, scope, q) : [];
    return [...(await prescriptions(tx, account, q)), ...persons, ...lotHits, ...found];
  });
  looks.remember();
  return { items };
}
