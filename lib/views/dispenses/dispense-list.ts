import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { DispenseRow, Override, ProductRef } from '#lib/contract/dispenses/dispense';
import type { dispensesList } from '#lib/contract/dispenses/dispenses-list';
import type { PersonRef } from '#lib/contract/prescriptions/prescription';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { namesOf } from '#lib/db/directories/directory';
import { type FoundDispense, findDispenses } from '#lib/db/dispenses/find-dispenses';
import { listedSchedules } from '#lib/db/dispenses/listed-schedules';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { registerItems } from '#lib/db/register/register-items';
import type { Account } from '#lib/domain/access/account';
import { ownLocations } from '#lib/domain/access/own-locations';
import { countersignOf, scheduleOf, underSchedule } from '#lib/domain/dispenses/countersign';
import { type Row, text } from '#lib/domain/ledger/fold';
import { lotIdOf } from '#lib/domain/stock/lot-id';
import { decodeCursor } from '#lib/views/base/cursor';
import { logRecordAccess } from '#lib/views/base/log-record-access';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { productsOf } from '#lib/views/directories/product-ref';
import { accountNames } from '#lib/views/ledger/account-names';
import { overridesOf } from '#lib/views/stock/overrides';

/** The requests that only the product itself makes: dispenses whose prescriber overrode an alert. */
type Asking = PageAsked<typeof dispensesList> & { readonly overridden?: true | undefined };

type Shown = {
  readonly product: (id: string) => ProductRef;
  readonly patient: (id: string | null) => PersonRef | null;
  readonly person: (id: string | null) => string | null;
  readonly overrides: (prescriptionId: string | null) => readonly Override[];
  readonly prescriptions: ReadonlyMap<string, Row>;
  readonly visits: ReadonlyMap<string, Row>;
  readonly lots: ReadonlyMap<string, Row>;
  /** The schedule that the product directory lists a stock item under. */
  readonly listed: (stockItemId: string | null) => string | null;
};

const disputable = ['quantity', 'unit', 'lotNumber', 'prescriptionId', 'stockItemId', 'expiryDate', 'pharmacistId'];

function rowOf(found: FoundDispense, shown: Shown): DispenseRow {
  const { id, registers: row, prescriptionId, stockItemId } = found;
  const lotId = lotIdOf(stockItemId, text(row, 'lotNumber'));
  const review = text(row, 'review');
  const controlled = underSchedule(row, shown.listed(stockItemId));
  return {
    id,
    prescriptionId,
    prescriptionCode: text(shown.prescriptions.get(prescriptionId ?? ''), 'code') ?? text(row, 'prescriptionCode'),
    at: found.dispensedAt.toISOString(),
    patient: shown.patient(found.patientId ?? text(shown.prescriptions.get(prescriptionId ?? ''), 'patientId')),
    product: shown.product(id),
    quantity: text(row, 'quantity'),
    unit: text(row, 'unit'),
    partial: row['partial']?.v === true,
    returned: found.returned,
    schedule: scheduleOf(controlled),
    countersign: countersignOf(controlled),
    stockItemId,
    lot: text(row, 'lotNumber'),
    lotId,
    lotExpiry: text(row, 'expiryDate') ?? text(shown.lots.get(lotId ?? ''), 'expiryDate'),
    pharmacist: shown.person(text(row, 'pharmacistId')),
    review: review === 'reviewed' || review === 'flagged' ? review : null,
    reviewedBy: review === null ? null : shown.person(text(row, 'reviewedBy')),
    flagReason: review === 'flagged' ? text(row, 'flagReason') : null,
    withdrawn: text(shown.visits.get(text(row, 'dispensationId') ?? ''), 'state') === 'cancelled',
    overrides: shown.overrides(prescriptionId),
    disputed: disputable.filter((field) => row[field]?.c !== undefined),
  };
}

async function load(tx: Tx, tenantId: string, found: readonly FoundDispense[]): Promise<Shown> {
  const rows = found.map(({ registers }) => registers);
  const prescriptionIds = found.flatMap(({ prescriptionId }) => prescriptionId ?? []);
  const prescriptions = new Map<string, Row>();
  await loadRows(tx, tenantId, 'prescription', 'id', prescriptionIds, prescriptions);
  const visits = new Map<string, Row>();
  await loadRows(
    tx,
    tenantId,
    'dispensation',
    'id',
    rows.flatMap((row) => text(row, 'dispensationId') ?? []),
    visits,
  );
  const lots = new Map<string, Row>();
  const lotIds = found.flatMap(
    ({ registers, stockItemId }) => lotIdOf(stockItemId, text(registers, 'lotNumber')) ?? [],
  );
  await loadRows(tx, tenantId, 'lot', 'id', lotIds, lots);
  const patientIds = [
    ...found.flatMap(({ patientId }) => patientId ?? []),
    ...[...prescriptions.values()].flatMap((row) => text(row, 'patientId') ?? []),
  ];
  const names = await namesOf(tx, tenantId, [...new Set(patientIds)]);
  const product = await productsOf(
    tx,
    tenantId,
    found.map(({ id, registers, stockItemId, prescriptionId }) => ({
      id,
      row: registers,
      stockItemId,
      prescriptionId,
    })),
  );
  const person = await accountNames(
    tx,
    tenantId,
    rows.flatMap((row) => [text(row, 'pharmacistId') ?? [], text(row, 'reviewedBy') ?? []].flat()),
  );
  return {
    ...{ product, person, prescriptions, visits, lots },
    listed: await listedSchedules(
      tx,
      tenantId,
      found.flatMap(({ stockItemId }) => stockItemId ?? []),
    ),
    patient: (id) => (id === null ? null : { id, name: names.get(id)?.name ?? null, hidden: false }),
    overrides: await overridesOf(tx, tenantId, prescriptionIds),
  };
}

/** A page of the tenant's dispenses, newest first unless asked otherwise, with what was overridden when each was prescribed. Names shown count as views. */
export async function listDispenses(account: Account, asking: Asking, requestId: string): Promise<Page<DispenseRow>> {
  const { tenantId } = account.scope;
  const { cursor, limit, substance, sort = '-at', ...filter } = asking;
  const [key, id] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const after = key !== undefined && id !== undefined ? { key, id } : null;
  const looks = logRecordAccess(account, 'record.listed', requestId);
  const page = await inTenant(account.scope, async (tx) => {
    const items = substance === undefined ? [] : await registerItems(tx, tenantId, { substance });
    const ofSubstance = substance === undefined ? undefined : { substance, items: items.map((one) => one.id) };
    const found = await findDispenses(tx, {
      tenantId,
      filter: { ...filter, places: ownLocations(account.scope), ofSubstance },
      ...{ sort, after, limit: oneMore(limit) },
    });
    const { rows, nextCursor } = pageOf(found, limit, (last) => [last.dispensedAt.toISOString(), last.id]);
    const shown = await load(tx, tenantId, rows);
    const listed = rows.map((one) => rowOf(one, shown));
    await looks.write(tx, [
      ...new Set(listed.flatMap((item) => (item.patient?.name ? (item.prescriptionId ?? item.id) : []))),
    ]);
    return { items: listed, nextCursor };
  });
  looks.remember();
  return page;
}
