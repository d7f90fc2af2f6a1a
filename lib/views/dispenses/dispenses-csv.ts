import type { DispenseRow } from '#lib/contract/dispenses/dispense';
import type { QueueRow, SafetyRow } from '#lib/contract/overview/pharmacy';
import { figure } from '#lib/domain/base/csv-text';
import { medicinesCell, personCell, product } from '#lib/views/base/csv-cells';
import type { Cells } from '#lib/views/base/list-file';

export const dispenseCells: Cells<DispenseRow> = [
  ['id', (row) => row.id],
  ['at', (row) => row.at],
  ['prescription', (row) => row.prescriptionCode ?? row.prescriptionId],
  ['patient', (row) => personCell(row.patient)],
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

export const queueCells: Cells<QueueRow> = [
  ['id', (row) => row.id],
  ['code', (row) => row.code],
  ['queuedAt', (row) => row.queuedAt],
  ['patient', (row) => personCell(row.patient)],
  ['medicine', (row) => medicinesCell(row.medications)],
  ['left', (row) => figure(row.left)],
  ['controlled', (row) => (row.controlled ? 'yes' : 'no')],
  ['asWritten', (row) => (row.asWritten ? 'yes' : 'no')],
  ['notes', (row) => row.notes],
  ['usable', (row) => row.usable],
];

export const safetyCells: Cells<SafetyRow> = [
  ['id', (row) => row.id],
  ['kind', (row) => row.kind],
  ['prescription', (row) => row.code ?? row.prescriptionId],
  ['patient', (row) => personCell(row.patient)],
  ['at', (row) => row.at],
  ['about', (row) => row.about],
  ['reason', (row) => row.reason],
  ['reconciledAt', (row) => row.reconciledAt],
  ['acknowledgedBy', (row) => row.acknowledgedBy],
];
