import type { DispenseRow } from '#lib/contract/dispenses/dispense';
import type { Account } from '#lib/domain/access/account';
import { figure } from '#lib/domain/base/csv-text';
import { medicines, person, product } from '#lib/views/base/csv-cells';
import { csvFile } from '#lib/views/base/csv-file';
import type { Cells } from '#lib/views/base/list-file';
import { listQueue } from './queue.ts';
import { listSafety, type Asking as SafetyAsking } from './safety.ts';

const limit = 200;

export const dispenseCells: Cells<DispenseRow> = [
  ['id', (row) => row.id],
  ['at', (row) => row.at],
  ['prescription', (row) => row.prescriptionCode ?? row.prescriptionId],
  ['patient', (row) => person(row.patient)],
  ['medicine', (row) => product(row.product)],
  ['quantity', (row) => figure(row.quantity)],
  ['unit', (row) => row.unit],
  ['partial', (row) => (row.partial ? 'yes' : 'no')],
  ['returned', (row) => (row.returned ? 'yes' : 'no')],
  ['schedule', (row) => row.schedule],
  ['countersign', (row) => row.countersign],
  ['lot', (row) => row.lot],
  ['lotExpiry', (row) => row.lotExpiry],
  ['pharmacist', (row) => row.pharmacist],
  ['review', (row) => row.review],
  ['flagReason', (row) => row.flagReason],
];

export function queueCsv(account: Account, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: 'queue',
      columns: ['id', 'code', 'queuedAt', 'patient', 'medicine', 'left', 'controlled', 'asWritten', 'notes', 'usable'],
      page: (cursor) => listQueue(account, { cursor, limit }, requestId),
      line: (row) => [
        ...[row.id, row.code, row.queuedAt, person(row.patient)],
        ...[medicines(row.medications), figure(row.left)],
        ...[row.controlled ? 'yes' : 'no', row.asWritten ? 'yes' : 'no', row.notes, row.usable],
      ],
    },
    requestId,
  );
}

export function safetyCsv(account: Account, asking: SafetyAsking, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: 'safety-checks',
      columns: ['id', 'kind', 'prescription', 'patient', 'at', 'about', 'reason', 'reconciledAt', 'acknowledgedBy'],
      page: (cursor) => listSafety(account, { ...asking, cursor, limit }, requestId),
      line: (row) => [
        ...[row.id, row.kind, row.code ?? row.prescriptionId, person(row.patient), row.at, row.about, row.reason],
        ...[row.reconciledAt, row.acknowledgedBy],
      ],
    },
    requestId,
  );
}
