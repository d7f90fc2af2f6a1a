import { z } from 'zod';
import { negate } from '#lib/domain/base/decimal';
import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import type { Fact, Subject } from '#lib/domain/ledger/timeline';
import { quantityText } from '../measure.ts';
import { day, id, quantity, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts } from '../words.ts';
import { aboutLot, aboutMedication, lotOf, medicationKey } from './keys.ts';
import { lotChange, movementChange, stockItemChange } from './stock.ts';

/** The optional fields of every event about a dispense; only the id is required. */
export const dispenseShape = {
  dispenseId: id.required,
  prescriptionId: id.optional,
  patientId: id.optional,
  medicationCode: id.optional,
  medicationDisplay: textScalar.optional,
  dispensedQuantity: quantity.optional,
  quantityUnit: textScalar.optional,
  stockItemId: id.optional,
  lotNumber: id.optional,
  expiryDate: day.optional,
  pharmacistId: id.optional,
  counterSignId: id.optional,
};
const dispense = z.object(dispenseShape);
export type DispenseSaid = z.output<typeof dispense>;

export function dispenseSubjects(data: DispenseSaid): readonly (Subject | undefined)[] {
  return [
    aboutMedication('dispense', data.dispenseId),
    aboutMedication('prescription', data.prescriptionId),
    aboutMedication('patient', data.patientId),
    aboutMedication('stock_item', data.stockItemId),
    aboutLot(data.stockItemId, data.lotNumber),
  ];
}

export function dispenseFacts(data: DispenseSaid): readonly Fact[] {
  return facts(
    ['medicine', data.medicationDisplay],
    ['quantity', quantityText(data.dispensedQuantity, data.quantityUnit)],
    ['lot', data.lotNumber, 'mono'],
    ['expires', data.expiryDate, 'date'],
    ['pharmacist', data.pharmacistId, 'mono'],
    ['countersignedBy', data.counterSignId, 'mono'],
    ['stockItem', data.stockItemId, 'mono'],
    ['dispense', data.dispenseId, 'mono'],
  );
}

/** One dispense per id, whichever event names it (model.md, "Members"): the dispense, its movement off the shelf, and its placeholders. */
export function dispenseChanges(data: DispenseSaid, at: string, set: FieldsOf<'dispense'>): readonly Change[] {
  const { dispensedQuantity, quantityUnit } = data;
  return changes(
    change('dispense', medicationKey(data.dispenseId), at, {
      prescriptionId: medicationKey(data.prescriptionId),
      patientId: medicationKey(data.patientId),
      productCode: data.medicationCode,
      display: data.medicationDisplay,
      quantity: dispensedQuantity,
      unit: quantityUnit,
      stockItemId: medicationKey(data.stockItemId),
      lotNumber: lotOf(data.lotNumber),
      expiryDate: data.expiryDate,
      pharmacistId: medicationKey(data.pharmacistId),
      counterSignId: medicationKey(data.counterSignId),
      dispensedAt: at,
      ...set,
    }),
    data.prescriptionId === undefined ? undefined : change('prescription', medicationKey(data.prescriptionId), at, {}),
    stockItemChange(data.stockItemId, at),
    lotChange(data, at, { expiryDate: data.expiryDate }),
    movementChange(
      'dispense',
      medicationKey(data.dispenseId),
      data,
      dispensedQuantity && negate(dispensedQuantity),
      at,
      {
        unit: quantityUnit,
      },
    ),
  );
}
