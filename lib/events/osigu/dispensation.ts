import { z } from 'zod';
import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import type { Subject } from '#lib/domain/ledger/timeline';
import { id, quantity, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { aboutOsigu, osiguKey } from './keys.ts';
import { pharmacy } from './pharmacy.ts';

/** The optional fields of every `dispensing.*`; a prescription is joined by its id, else by the printed code. */
export const dispensationShape = {
  dispensation_id: id.required,
  prescription_id: id.optional,
  code: id.optional,
  code_type: id.optional,
  pharmacy: pharmacy.optional,
  products: z
    .array(z.object({ product_code: id.optional, quantity: quantity.optional, name: textScalar.optional }))
    .max(200)
    .nullish(),
};
const dispensation = z.object(dispensationShape);
export type Dispensation = z.output<typeof dispensation>;

/** Osigu dispenses on authorizations too: only `code_type: PRESCRIPTION` is ours, and one without a type where it names a prescription. */
export function concernsPrescription(data: Dispensation): boolean {
  return data.code_type === undefined
    ? data.prescription_id !== undefined
    : data.code_type.toUpperCase() === 'PRESCRIPTION';
}

export function dispensationSubjects(data: Dispensation): readonly (Subject | undefined)[] {
  return [
    aboutOsigu('dispensation', data.dispensation_id),
    aboutOsigu('prescription', data.prescription_id),
    aboutOsigu('prescription_code', data.code),
  ];
}

export function dispensationChanges(data: Dispensation, at: string, set: FieldsOf<'dispensation'>): readonly Change[] {
  return changes(
    change('dispensation', osiguKey(data.dispensation_id), at, {
      prescriptionId: osiguKey(data.prescription_id),
      prescriptionCode: data.code,
      pharmacy: data.pharmacy,
      ...set,
    }),
    data.prescription_id === undefined
      ? undefined
      : change('prescription', osiguKey(data.prescription_id), at, { code: data.code }),
  );
}
