import type { Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { emptyRows, type Row, type Rows, text } from '#lib/domain/ledger/fold';
import { type PrescriptionParts, partsIn } from '#lib/domain/prescriptions/prescription-parts';

const parts = [
  'prescriptionItem',
  'emailDelivery',
  'dispense',
  'dispensation',
  'return',
  'alertOverride',
  'orderFill',
] as const;

/** Reads every row that the given prescriptions are shown from: one statement a table, whatever their number. */
export async function loadPrescriptionRows(
  tx: Tx,
  tenantId: string,
  found: readonly { id: string; registers: Row }[],
): Promise<Rows> {
  const rows = emptyRows();
  for (const { id, registers } of found) rows.prescription.set(id, registers);
  const ids = [...rows.prescription.keys()];
  const codes = [...rows.prescription.values()].flatMap((row) => text(row, 'code') ?? []);
  for (const table of parts) await loadRows(tx, tenantId, table, 'prescriptionId', ids, rows[table]);
  await loadRows(tx, tenantId, 'dispense', 'prescriptionCode', codes, rows.dispense);
  await loadRows(tx, tenantId, 'dispensation', 'prescriptionCode', codes, rows.dispensation);
  await loadRows(tx, tenantId, 'return', 'dispenseId', rows.dispense.keys(), rows.return);
  const orders = [...rows.orderFill.values()].flatMap((row) => text(row, 'orderId') ?? []);
  await loadRows(tx, tenantId, 'pharmacyOrder', 'id', orders, rows.pharmacyOrder);
  return rows;
}

export async function loadPrescriptionParts(
  tx: Tx,
  tenantId: string,
  found: readonly { id: string; registers: Row }[],
): Promise<(id: string) => PrescriptionParts | null> {
  return partsIn(await loadPrescriptionRows(tx, tenantId, found));
}
