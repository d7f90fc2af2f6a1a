import type {
  DirectoryFields,
  EnteredValue,
  GivenName,
  PatientDetail,
  PatientJoin,
  SenderPatient,
} from '#lib/contract/patients/patient';
import type { PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import { userNames } from '#lib/db/access/user-names';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { namesOf, recordsOf } from '#lib/db/directories/directory';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { beingSent } from '#lib/db/mail/resend';
import { type OwnedPerson, seenPerson } from '#lib/db/patients/owned-person';
import { loadPrescriptionParts } from '#lib/db/prescriptions/load-parts';
import { type PersonPrescription, personPrescriptions } from '#lib/db/prescriptions/person-prescriptions';
import type { Account } from '#lib/domain/access/account';
import { extentOf } from '#lib/domain/access/permission';
import { systems } from '#lib/domain/base/system';
import { dayIn } from '#lib/domain/base/time/day-in';
import { entered, linkBases, senderName } from '#lib/domain/directories/directory';
import { type Row, text } from '#lib/domain/ledger/fold';
import { summarise } from '#lib/domain/prescriptions/prescription-summary';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { medicinesOf } from '#lib/views/prescriptions/prescription-medicines';
import { peopleOf } from '#lib/views/prescriptions/prescription-people';
import { prescriptionRowOf } from '#lib/views/prescriptions/prescription-row';
import { addressHistory } from './address-history.ts';
import { addressOnFile } from './address-on-file.ts';

const mostListed = 50;

function enteredValue(row: Row, field: string): EnteredValue | null {
  const value = entered(row, field);
  const register = row[field];
  return value === null || !register ? null : { value, at: register.at, decidedBy: register.by };
}

function fieldsOf(row: Row | undefined): DirectoryFields | null {
  if (!row) return null;
  const of = (field: keyof DirectoryFields) => enteredValue(row, field);
  const [name, phone, email] = [of('name'), of('phone'), of('email')];
  return { name, phone, email, language: of('language'), externalId: of('externalId') };
}

async function sendersOf(tx: Tx, tenantId: string, person: OwnedPerson): Promise<readonly SenderPatient[]> {
  const patients = new Map<string, Row>();
  const links = new Map<string, Row>();
  await loadRows(tx, tenantId, 'patient', 'id', person.patientIds, patients);
  await loadRows(tx, tenantId, 'patientLink', 'id', person.patientIds, links);
  const names = await userNames(
    tx,
    tenantId,
    [...links.values()].flatMap((row) => text(row, 'linkedBy') ?? []),
  );
  const joined = (row: Row | undefined): PatientJoin | null => {
    const register = row?.['recordId'];
    if (!row || !register) return null;
    const by = entered(row, 'linkedBy');
    return {
      basis: linkBases.find((word) => word === text(row, 'basis')) ?? 'person',
      note: entered(row, 'note'),
      by: by === null ? null : (names.get(by) ?? by),
      ...{ at: register.at, decidedBy: register.by },
    };
  };
  return person.patientIds.map((id) => ({
    id,
    system: systems.find((name) => id.startsWith(`${name}:`)) ?? 'medication',
    name: senderName(patients.get(id)),
    externalId: text(patients.get(id), 'externalId'),
    link: person.recordId === null ? null : joined(links.get(id)),
    apart: person.recordId === null ? joined(links.get(id)) : null,
  }));
}

async function nameOf(
  tx: Tx,
  tenantId: string,
  patientIds: readonly string[],
  entry: DirectoryFields | null,
): Promise<GivenName | null> {
  const names = [...(await namesOf(tx, tenantId, patientIds)).values()];
  const best = names.find(({ from }) => from === 'sender') ?? names[0];
  if (best) return { value: best.name, from: best.from };
  return entry?.name ? { value: entry.name.value, from: 'directory' } : null;
}

async function rowsOf(
  tx: Tx,
  { scope, timeZone }: Account,
  shown: readonly PersonPrescription[],
  patientIds: readonly string[],
): Promise<readonly PrescriptionRow[]> {
  const { tenantId } = scope;
  const partsOf = await loadPrescriptionParts(tx, tenantId, shown);
  const parts = shown.flatMap(({ id }) => partsOf(id) ?? []);
  const prescribers = shown.map(({ prescriberId }) => prescriberId);
  const people = await peopleOf(tx, tenantId, patientIds, prescribers, false);
  const medicines = await medicinesOf(tx, tenantId, parts);
  const queued = shown.flatMap(({ id, emailState }) => (emailState === 'queued' ? [id] : []));
  const sending = await beingSent(tx, tenantId, queued);
  const reading = { people, medicines, sending, today: dayIn(timeZone, new Date()), veiled: false };
  return parts.map((one) => prescriptionRowOf(one, summarise(one), reading));
}

/** One person, opened: their ids and links, their address with its history, their prescriptions. The view is in the audit. */
export async function getPatient(account: Account, id: string, requestId: string): Promise<PatientDetail> {
  const { scope } = account;
  const { tenantId } = scope;
  const looks = logRecordAccess(account, 'record.viewed', requestId, 'patient');
  const detail = await inTenant(scope, async (tx): Promise<PatientDetail> => {
    const person = await seenPerson(tx, scope, id);
    const { recordId, patientIds, glass } = person;
    const own = extentOf(scope, 'directories.read') === 'own' && glass === null ? scope.prescriberIds : null;
    const found = await personPrescriptions(tx, tenantId, patientIds, own, mostListed + 1);
    const shown = found.slice(0, mostListed);
    const records = await recordsOf(tx, tenantId, recordId === null ? [] : [recordId]);
    const entry = fieldsOf(recordId === null ? undefined : records.get(recordId));
    const subjects = [...patientIds, ...(recordId === null ? [] : [recordId])];
    const read: PatientDetail = {
      ...{ id: person.id, recordId, entry, older: found.length > shown.length, underGlass: glass !== null },
      name: await nameOf(tx, tenantId, patientIds, entry),
      senders: await sendersOf(tx, tenantId, person),
      address: addressOnFile(
        recordId === null ? undefined : records.get(recordId),
        shown.map(({ registers }) => registers),
      ),
      history: await addressHistory(
        tx,
        account,
        subjects,
        shown.map((one) => one.id),
      ),
      prescriptions: await rowsOf(tx, account, shown, patientIds),
    };
    await looks.write(tx, [person.id], glass);
    return read;
  });
  looks.remember();
  return detail;
}
