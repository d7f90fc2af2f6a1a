import { z } from 'zod';
import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import type { Subject } from '#lib/domain/ledger/timeline';
import { id, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { aboutPhoton, photonKey } from './keys.ts';
import { patientChange, patientOf, patientShape } from './patient.ts';

/** The subject of every later event of a prescription: its id, and its patient. */
export const prescriptionState = z.object({
  id: id.required,
  externalId: id.optional,
  reason: textScalar.optional,
  ...patientShape,
});
type Said = z.output<typeof prescriptionState>;

export function stateSubjects(data: Said): readonly (Subject | undefined)[] {
  return [aboutPhoton('prescription', data.id), aboutPhoton('patient', patientOf(data))];
}

export function stateChanges(data: Said, at: string, set: FieldsOf<'prescription'>): readonly Change[] {
  const prescription = change('prescription', photonKey(data.id), at, {
    patientId: photonKey(patientOf(data)),
    externalId: data.externalId,
    ...set,
  });
  return changes(prescription, patientChange(data, at));
}
