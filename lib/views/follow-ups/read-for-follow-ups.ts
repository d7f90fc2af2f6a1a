import type { PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import type { Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { loadPrescriptionParts } from '#lib/db/prescriptions/load-parts';
import type { Account } from '#lib/domain/access/account';
import { dayIn } from '#lib/domain/base/time/day-in';
import { type Row, text } from '#lib/domain/ledger/fold';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import { summarise } from '#lib/domain/prescriptions/prescription-summary';
import { medicinesOf } from '#lib/views/prescriptions/prescription-medicines';
import { peopleOf } from '#lib/views/prescriptions/prescription-people';
import { prescriptionRowOf } from '#lib/views/prescriptions/prescription-row';

export type Reader = {
  readonly rowOf: (id: string) => { readonly parts: PrescriptionParts; readonly shown: PrescriptionRow } | null;
};

/** Reads the prescriptions of some tasks as lists show them. */
export async function readPrescriptions(tx: Tx, { scope, timeZone }: Account, ids: readonly string[]): Promise<Reader> {
  const { tenantId } = scope;
  const rowsById = new Map<string, Row>();
  await loadRows(tx, tenantId, 'prescription', 'id', ids, rowsById);
  const partsOf = await loadPrescriptionParts(
    tx,
    tenantId,
    [...rowsById].map(([id, registers]) => ({ id, registers })),
  );
  const all = [...rowsById.keys()].flatMap((id) => partsOf(id) ?? []);
  const patients = all.flatMap(({ row }) => text(row, 'patientId') ?? []);
  const people = await peopleOf(tx, tenantId, patients, [], false);
  const medicines = await medicinesOf(tx, tenantId, all);
  // A task shows that an email is on its way; only the drawer shows whether it leaves at this very moment.
  const reading = { people, medicines, today: dayIn(timeZone, new Date()), veiled: false, sending: new Set<string>() };
  const rows = new Map(
    all.map((parts) => [parts.id, { parts, shown: prescriptionRowOf(parts, summarise(parts), reading) }]),
  );
  return { rowOf: (id) => rows.get(id) ?? null };
}
