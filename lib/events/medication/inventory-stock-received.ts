import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { defineEvent } from '../define-event.ts';
import { measure, quantityText } from '../measure.ts';
import { day, id, moment, quantity, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { aboutLot, aboutMedication, lotOf, medicationKey } from './keys.ts';
import { lotChange, movementChange, stockItemChange } from './stock.ts';

const payload = z.object({
  stockItemId: id.required,
  medicationCode: id.optional,
  medicationDisplay: textScalar.optional,
  lotNumber: id.optional,
  expiryDate: day.optional,
  quantity: quantity.optional,
  quantityUnit: textScalar.optional,
  supplier: textScalar.optional,
  grnNumber: id.optional,
  locationId: id.optional,
  receivedAt: moment.optional,
});

export const inventoryStockReceived = defineEvent({
  type: 'medication.inventory.stock_received.v1',
  system: 'medication',
  basis: 'reading',
  keep: '2y',
  payload,
  clock: 'receivedAt',
  subjects: (data) => [
    aboutMedication('stock_item', data.stockItemId),
    aboutLot(data.stockItemId, data.lotNumber),
    aboutMedication('product', data.medicationCode),
  ],
  factKey: (data) =>
    data.grnNumber === undefined
      ? undefined
      : `received:${data.grnNumber}:${data.stockItemId}:${lotOf(data.lotNumber) ?? ''}`,
  entry: (data) => ({
    lane: null,
    tone: 'info',
    title: wording(['stockReceivedMeasured', measure(data.quantity, data.quantityUnit)], ['stockReceived']),
    facts: facts(
      ['medicine', data.medicationDisplay],
      ['medicineCode', data.medicationCode, 'mono'],
      ['quantity', quantityText(data.quantity, data.quantityUnit)],
      ['lot', data.lotNumber, 'mono'],
      ['expires', data.expiryDate, 'date'],
      ['supplier', data.supplier],
      ['deliveryNote', data.grnNumber, 'mono'],
      ['location', data.locationId, 'mono'],
      ['stockItem', data.stockItemId, 'mono'],
    ),
  }),
  project: (data, { at, messageId }) => {
    // Lines of one delivery note for different lots are different receipts; without a note the message itself is the receipt.
    const note = data.grnNumber;
    const receipt = note === undefined ? messageId : rowId(note, data.stockItemId, lotOf(data.lotNumber) ?? '');
    return changes(
      stockItemChange(data.stockItemId, at, {
        productCode: data.medicationCode,
        display: data.medicationDisplay,
        unit: data.quantityUnit,
        locationId: medicationKey(data.locationId),
        lastReceivedAt: at,
      }),
      lotChange(data, at, { expiryDate: data.expiryDate, lastReceivedAt: at }),
      data.quantity === undefined
        ? undefined
        : movementChange('receipt', medicationKey(receipt), data, data.quantity, at, {
            unit: data.quantityUnit,
            supplier: data.supplier,
            grnNumber: note,
          }),
    );
  },
});
