import type { TableName } from '#lib/domain/ledger/tables';
import { type DerivedColumn, derivedColumns } from './derived-columns.ts';

/** The storage of a projection row: `registers` holds everything; `columns` are the field values that queries use. */
export type StoredTable = {
  readonly model: string;
  readonly columns: readonly string[];
  /** Columns of other types, or made of several registers. */
  readonly derived?: Readonly<Record<string, DerivedColumn>>;
};

/**
 * The projections that a screen shows. What is not here is still computed by the catalogue and folded in memory: its table comes with its
 * screen, and a rebuild fills it. `prescription` is written with its summary, see `save-prescriptions.ts`.
 */
export const storedTables = {
  prescriptionItem: { model: 'PrescriptionItem', columns: ['prescriptionId', 'productCode'] },
  emailDelivery: { model: 'EmailDelivery', columns: ['prescriptionId'] },
  patient: { model: 'Patient', columns: ['externalId'] },
  patientRecord: { model: 'PatientRecord', columns: ['externalId'] },
  patientLink: { model: 'PatientLink', columns: ['recordId'] },
  product: { model: 'Product', columns: [], derived: derivedColumns.product },
  productCode: { model: 'ProductCode', columns: ['productId'] },
  dispense: {
    model: 'Dispense',
    columns: [
      ...[
        'prescriptionId',
        'prescriptionCode',
        'dispensationId',
        'stockItemId',
        'lotNumber',
        'patientId',
        'productCode',
      ],
      'review',
    ],
    derived: derivedColumns.dispense,
  },
  dispensation: { model: 'Dispensation', columns: ['prescriptionId', 'prescriptionCode'] },
  return: {
    model: 'StockReturn',
    columns: ['dispenseId', 'prescriptionId', 'stockItemId', 'lotNumber', 'disposition'],
    derived: derivedColumns.return,
  },
  stockItem: {
    model: 'StockItem',
    columns: ['productCode', 'locationId'],
    derived: derivedColumns.stockItem,
  },
  lot: { model: 'Lot', columns: ['stockItemId', 'lotNumber'], derived: derivedColumns.lot },
  stockMovement: {
    model: 'StockMovement',
    columns: ['kind', 'dispenseId'],
    derived: derivedColumns.stockMovement,
  },
  stockCount: { model: 'StockCount', columns: ['stockItemId', 'lotNumber'], derived: derivedColumns.stockCount },
  alert: {
    model: 'Alert',
    columns: ['kind', 'stockItemId', 'lotNumber', 'dispenseId'],
    derived: derivedColumns.alert,
  },
  allergyNotice: { model: 'AllergyNotice', columns: ['patientId'], derived: derivedColumns.allergyNotice },
  formularyNotice: { model: 'FormularyNotice', columns: [], derived: derivedColumns.formularyNotice },
  administration: {
    model: 'Administration',
    columns: ['prescriptionId', 'status'],
    derived: derivedColumns.administration,
  },
  reconciliation: { model: 'Reconciliation', columns: ['patientId'], derived: derivedColumns.reconciliation },
  alertOverride: { model: 'AlertOverride', columns: ['prescriptionId'] },
  medicationRequest: { model: 'MedicationRequest', columns: ['prescriptionId', 'prescriptionBusinessId'] },
  pharmacyOrder: { model: 'PharmacyOrder', columns: [] },
  recallCase: { model: 'RecallCase', columns: ['stockItemId', 'lotNumber'] },
  recallLot: { model: 'RecallLot', columns: ['recallId', 'stockItemId', 'lotNumber'] },
  recallPerson: { model: 'RecallPerson', columns: ['recallId', 'personId', 'outcome', 'assignedTo', 'letter'] },
  recallContact: { model: 'RecallContact', columns: ['recallId', 'personId'] },
  orderFill: { model: 'OrderFill', columns: ['orderId', 'prescriptionId'] },
} as const satisfies Partial<Record<TableName, StoredTable>>;

export type StoredTableName = keyof typeof storedTables;

export function isStored(table: TableName): table is StoredTableName {
  return table in storedTables;
}
