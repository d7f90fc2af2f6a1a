import type { PrescriptionFilter, PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import type { Account } from '#lib/domain/access/account';
import { medicinesCell, personCell } from '#lib/views/base/csv-cells';
import { csvFile } from '#lib/views/base/csv-file';
import { listPrescriptions } from './prescription-list.ts';

const columns = [
  ...['id', 'code', 'patient', 'prescriber', 'medicine', 'state', 'email', 'prescribed', 'dispensed', 'returned'],
  ...['unit', 'issuedAt', 'updatedAt'],
];

function line({ fill, ...row }: PrescriptionRow): readonly (string | null)[] {
  return [
    ...[
      row.id,
      row.code,
      personCell(row.patient),
      personCell(row.prescriber),
      medicinesCell(row.medications),
      row.state,
    ],
    ...[row.email.state, fill?.prescribed ?? null, fill?.dispensed ?? null, fill?.returned ?? null],
    ...[fill?.unit ?? null, row.issuedAt, row.updatedAt],
  ];
}

/** The list as a file: the same rows, filter and order; every record in it with a name is in the audit. */
export function prescriptionsCsv(account: Account, filter: PrescriptionFilter, requestId: string): Promise<Response> {
  const page = (cursor: string | undefined) => listPrescriptions(account, { ...filter, cursor, limit: 200 }, requestId);
  return csvFile(account, { name: 'prescriptions', columns, page, line }, requestId);
}
