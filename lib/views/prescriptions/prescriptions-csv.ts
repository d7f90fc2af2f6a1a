import type { PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import { medicinesCell, personCell } from '#lib/views/base/csv-cells';
import type { Cells } from '#lib/views/base/list-file';

export const prescriptionCells: Cells<PrescriptionRow> = [
  ['id', (row) => row.id],
  ['code', (row) => row.code],
  ['patient', (row) => personCell(row.patient)],
  ['prescriber', (row) => personCell(row.prescriber)],
  ['medicine', (row) => medicinesCell(row.medications)],
  ['state', (row) => row.state],
  ['email', (row) => row.email.state],
  ['prescribed', ({ fill }) => fill?.prescribed ?? null],
  ['dispensed', ({ fill }) => fill?.dispensed ?? null],
  ['returned', ({ fill }) => fill?.returned ?? null],
  ['unit', ({ fill }) => fill?.unit ?? null],
  ['issuedAt', (row) => row.issuedAt],
  ['updatedAt', (row) => row.updatedAt],
];
