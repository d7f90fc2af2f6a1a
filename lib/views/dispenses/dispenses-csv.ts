import type { Account } from '#lib/domain/access/account';
import { figure } from '#lib/domain/base/csv-text';
import { medicinesCell, personCell, product } from '#lib/views/base/csv-cells';
import { csvFile } from '#lib/views/base/csv-file';
import { type Asking as DispenseAsking, listDispenses } from './dispense-list.ts';
import { listQueue } from './queue.ts';
import { listSafety, type Asking as SafetyAsking } from './safety.ts';

const limit = 200;

export function dispensesCsv(account: Account, asking: DispenseAsking, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: 'dispenses',
      columns: [
        ...['id', 'at', 'prescription', 'patient', 'medicine', 'quantity', 'unit', 'partial', 'returned', 'schedule'],
        ...['countersign', 'lot', 'lotExpiry', 'pharmacist', 'review', 'flagReason'],
      ],
      page: (cursor) => listDispenses(account, { ...asking, cursor, limit }, requestId),
      line: (row) => [
        ...[row.id, row.at, row.prescriptionCode ?? row.prescriptionId, personCell(row.patient), product(row.product)],
        ...[figure(row.quantity), row.unit, row.partial ? 'yes' : 'no', row.returned ? 'yes' : 'no', row.schedule],
        ...[row.countersign, row.lot, row.lotExpiry, row.pharmacist, row.review, row.flagReason],
      ],
    },
    requestId,
  );
}

export function queueCsv(account: Account, requestId: string): Promise<Response> {
  return csvFile(
    account,
    {
      name: 'queue',
      columns: ['id', 'code', 'queuedAt', 'patient', 'medicine', 'left', 'controlled', 'asWritten', 'notes', 'usable'],
      page: (cursor) => listQueue(account, { cursor, limit }, requestId),
      line: (row) => [
        ...[row.id, row.code, row.queuedAt, personCell(row.patient)],
        ...[medicinesCell(row.medications), figure(row.left)],
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
        ...[row.id, row.kind, row.code ?? row.prescriptionId, personCell(row.patient), row.at, row.about, row.reason],
        ...[row.reconciledAt, row.acknowledgedBy],
      ],
    },
    requestId,
  );
}
