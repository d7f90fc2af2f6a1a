import { z } from 'zod';
import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import type { Subject } from '#lib/domain/ledger/timeline';
import { id, text } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { about, key } from './keys.ts';
import { patientChange, patientOf, patientShape } from './patient.ts';

/** What every later event of a prescription says: which one, and whose. */
export const prescriptionState = z.object({
  id: id.required,
  externalId: id.optional,
  reason: text.optional,
  ...patientShape,
});
type Said = z.output<typeof prescriptionState>;

export function stateSubjects(data: Said): readonly (Subject | undefined)[] {
  return [about('prescription', data.id), about('patient', patientOf(data))];
}

export function stateChanges(data: Said, at: string, set: FieldsOf<'prescription'>): readonly Change[] {
  const prescription = change('prescription', key(data.id), at, {
    patientId: key(patientOf(data)),
    externalId: data.externalId,
    ...set,
  });
  return changes(prescription, patientChange(data, at));
}
