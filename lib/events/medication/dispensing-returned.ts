import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { measure, quantityText } from '../measure.ts';
import { id, quantity, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { aboutLot, aboutMedication, lotOf, medicationKey } from './keys.ts';
import { lotChange, movementChange, stockItemChange } from './stock.ts';

const payload = z.object({
  dispenseId: id.required,
  returnId: id.optional,
  prescriptionId: id.optional,
  returnedQuantity: quantity.optional,
  quantityUnit: textScalar.optional,
  reason: textScalar.optional,
  stockItemId: id.optional,
  lotNumber: id.optional,
});

export const dispensingReturned = defineEvent({
  type: 'medication.dispensing.returned.v1',
  system: 'medication',
  basis: 'reading',
  keep: '7y',
  payload,
  subjects: (data, { messageId }) => [
    aboutMedication('return', data.returnId ?? messageId),
    aboutMedication('dispense', data.dispenseId),
    aboutMedication('prescription', data.prescriptionId),
    aboutMedication('stock_item', data.stockItemId),
    aboutLot(data.stockItemId, data.lotNumber),
  ],
  factKey: (data, { messageId }) => `return:${data.returnId ?? messageId}`,
  entry: (data) => ({
    lane: 'fill',
    tone: 'warn',
    title: wording(
      ['returnedFor', { reason: data.reason, ...measure(data.returnedQuantity, data.quantityUnit) }],
      ['returned', measure(data.returnedQuantity, data.quantityUnit)],
      ['returnedUnmeasured'],
    ),
    facts: facts(
      ['quantity', quantityText(data.returnedQuantity, data.quantityUnit)],
      ['reason', data.reason],
      ['lot', data.lotNumber, 'mono'],
      ['stockItem', data.stockItemId, 'mono'],
      ['dispense', data.dispenseId, 'mono'],
    ),
  }),
  project: (data, { at, messageId }) => {
    const row = medicationKey(data.returnId ?? messageId);
    const prescriptionId = medicationKey(data.prescriptionId);
    return changes(
      change('return', row, at, {
        dispenseId: medicationKey(data.dispenseId),
        prescriptionId,
        quantity: data.returnedQuantity,
        unit: data.quantityUnit,
        reason: data.reason,
        stockItemId: medicationKey(data.stockItemId),
        lotNumber: lotOf(data.lotNumber),
        returnedAt: at,
      }),
      change('dispense', medicationKey(data.dispenseId), at, { prescriptionId, returned: true }),
      prescriptionId === undefined ? undefined : change('prescription', prescriptionId, at, {}),
      stockItemChange(data.stockItemId, at),
      lotChange(data, at),
      movementChange('return', row, data, data.returnedQuantity, at, {
        unit: data.quantityUnit,
        dispenseId: medicationKey(data.dispenseId),
      }),
    );
  },
});
