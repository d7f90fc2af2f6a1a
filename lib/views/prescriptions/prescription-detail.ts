import type {
  Facet,
  LinkedRecord,
  Medication,
  PrescriptionDetail,
  PrescriptionItem,
  PrescriptionRow,
} from '#lib/contract/prescriptions/prescription';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { beingSent } from '#lib/db/mail/resend';
import type { Account } from '#lib/domain/access/account';
import type { BreakGlassGrant } from '#lib/domain/access/break-glass';
import { extentOf } from '#lib/domain/access/permission';
import { NotFound } from '#lib/domain/base/refusal';
import { dayIn } from '#lib/domain/base/time/day-in';
import { entered } from '#lib/domain/directories/directory';
import { flag, number, type Row, type Rows, text } from '#lib/domain/ledger/fold';
import { acceptedAtOtherAddresses } from '#lib/domain/mail/accepted-at-other-address';
import type { ItemFill } from '#lib/domain/prescriptions/fill';
import { prescriberOf } from '#lib/domain/prescriptions/prescriber';
import { type PrescriptionParts, partsIn } from '#lib/domain/prescriptions/prescription-parts';
import { summarise } from '#lib/domain/prescriptions/prescription-summary';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { rowsKnownAt } from '#lib/views/ledger/rows-at';
import { whyOf } from '#lib/views/ledger/why';
import { seenPrescription } from './owned-prescription.ts';
import { medicinesOf } from './prescription-medicines.ts';
import { peopleOf } from './prescription-people.ts';
import { fillOfItem, prescriptionRowOf } from './prescription-row.ts';
import { subjectsOf } from './prescription-subjects.ts';

const shownFacets = [
  'written',
  'writtenReason',
  'hold',
  'holdReason',
  'heldUntil',
  'fills',
  'queue',
  'queuedAt',
  'priority',
  'version',
  'code',
];

function facetsOf(row: Row, veiled: boolean): Record<string, Facet> {
  const names = veiled ? shownFacets.filter((name) => !name.endsWith('Reason')) : shownFacets;
  return Object.fromEntries(
    names.flatMap((name) => {
      const register = row[name];
      return register ? [[name, { value: String(register.v), at: register.at, decidedBy: register.by }]] : [];
    }),
  );
}

function itemOf(item: Row, fill: ItemFill, shown: Medication, veiled: boolean): PrescriptionItem {
  return {
    ...shown,
    line: fill.line,
    dose: veiled ? null : text(item, 'dose'),
    route: veiled ? null : text(item, 'route'),
    frequency: veiled ? null : text(item, 'frequency'),
    durationDays: number(item, 'durationDays'),
    refills: number(item, 'refills'),
    fill: fillOfItem(fill),
    disputed: Object.entries(item).flatMap(([field, register]) => (register.c ? [field] : [])),
  };
}

function linksOf(rows: Rows, id: string): readonly LinkedRecord[] {
  const fills = [...rows.orderFill.values()].filter((row) => text(row, 'prescriptionId') === id);
  const orders = fills.flatMap((row): LinkedRecord[] => {
    const orderId = text(row, 'orderId');
    const order = rows.pharmacyOrder.get(orderId ?? '');
    return orderId === null
      ? []
      : [{ kind: 'order', id: orderId, label: text(order, 'state') ?? '', basis: 'fills[].prescription' }];
  });
  const requests = [...rows.medicationRequest].map(([requestId, row]): LinkedRecord => {
    return {
      kind: 'medication_request',
      id: requestId,
      label: text(row, 'origin') ?? '',
      basis: text(row, 'prescriptionId') === id ? 'prescriptionId' : 'prescriptionBusinessId',
    };
  });
  return [...orders, ...requests];
}

/** The pharmacy of its latest open order, by name; a name that is older than the order's routing is another pharmacy's. */
function orderedFrom({ orders }: PrescriptionParts): string | null {
  const [latest] = orders
    .filter((order) => !['canceled', 'error'].includes(text(order, 'state') ?? 'error'))
    .sort((a, b) => ((a['state']?.at ?? '') < (b['state']?.at ?? '') ? 1 : -1));
  const [name, routed] = [latest?.['pharmacyName'], latest?.['pharmacyId']];
  if (name === undefined || (routed !== undefined && routed.at > name.at)) return null;
  return text(latest, 'pharmacyName');
}

function detailOf(parts: PrescriptionParts, rows: Rows, row: PrescriptionRow, veiled: boolean): PrescriptionDetail {
  const summary = summarise(parts);
  const diagnoses = parts.row['diagnoses']?.v;
  return {
    ...row,
    items: parts.items.flatMap((item, index) => {
      const fill = summary.fillItems[index];
      const shown = row.medications[index];
      return fill && shown ? [itemOf(item, fill, shown, veiled)] : [];
    }),
    facets: facetsOf(parts.row, veiled),
    why: whyOf(parts),
    links: linksOf(rows, parts.id),
    orderedFrom: orderedFrom(parts),
    diagnoses: veiled || !Array.isArray(diagnoses) ? [] : diagnoses.map(String),
    notes: veiled ? null : text(parts.row, 'notes'),
    dispenseAsWritten: flag(parts.row, 'dispenseAsWritten'),
    effectiveDate: text(parts.row, 'effectiveDate'),
    expirationDate: text(parts.row, 'expirationDate'),
    holdReason: veiled ? null : text(parts.row, 'holdReason'),
    overrides: parts.overrides.length,
    strays: veiled ? [] : acceptedAtOtherAddresses(parts).map(({ address, at }) => ({ address, at })),
    encounterId: entered(parts.row, 'encounterId'),
    knownAt: null,
    underGlass: false,
    incomplete: false,
  };
}

export type DetailRequest = { readonly id: string; readonly knownAt: string | null; readonly revealed: boolean };

/** Reads one prescription for an account, in the caller's transaction: now, or as it was known at an earlier moment. */
export async function readPrescription(
  tx: Tx,
  account: Account,
  { id, knownAt, revealed }: DetailRequest,
): Promise<{ readonly detail: PrescriptionDetail; readonly glass: BreakGlassGrant | null }> {
  const { scope, timeZone } = account;
  const { rows: now, glass } = await seenPrescription(tx, scope, id);
  const { rows, incomplete } =
    knownAt === null
      ? { rows: now, incomplete: false }
      : await rowsKnownAt(tx, scope.tenantId, subjectsOf(id, now), knownAt);
  const parts = partsIn(rows)(id);
  if (!parts) throw new NotFound();
  const veiled = extentOf(scope, 'prescriptions.read') === 'veiled' && !revealed;
  const ids = (id: string | null) => (id === null ? [] : [id]);
  const { row: own } = parts;
  const people = await peopleOf(tx, scope.tenantId, ids(text(own, 'patientId')), ids(prescriberOf(own)), veiled);
  const medicines = await medicinesOf(tx, scope.tenantId, [parts]);
  const today = dayIn(timeZone, knownAt === null ? new Date() : new Date(knownAt));
  const sending = await beingSent(tx, scope.tenantId, knownAt === null ? [id] : []);
  const row = prescriptionRowOf(parts, summarise(parts), { people, medicines, today, veiled, sending });
  const detail = detailOf(parts, rows, row, veiled);
  return { detail: { ...detail, knownAt, incomplete, underGlass: glass !== null }, glass };
}

/** One prescription, opened. The view is in the audit before the answer. */
export async function getPrescription(
  account: Account,
  id: string,
  knownAt: string | null,
  requestId: string,
): Promise<PrescriptionDetail> {
  const looks = logRecordAccess(account, 'record.viewed', requestId);
  const detail = await inTenant(account.scope, async (tx) => {
    const read = await readPrescription(tx, account, { id, knownAt, revealed: false });
    await looks.write(tx, [id], read.glass);
    return read.detail;
  });
  looks.remember();
  return detail;
}
