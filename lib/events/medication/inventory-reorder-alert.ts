import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { quantityText } from '../measure.ts';
import { amount, id, quantity, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { aboutMedication, medicationKey } from './keys.ts';
import { stockItemChange } from './stock.ts';

const payload = z.object({
  stockItemId: id.required,
  medicationDisplay: textScalar.optional,
  /** An observation, which may be below zero where the recorded stock is. */
  quantityOnHand: amount.optional,
  reorderPoint: quantity.optional,
  quantityUnit: textScalar.optional,
});

export const inventoryReorderAlert = defineEvent({
  type: 'medication.inventory.reorder_alert.v1',
  system: 'medication',
  basis: 'reading',
  keep: '90d',
  payload,
  subjects: (data) => [aboutMedication('stock_item', data.stockItemId)],
  factKey: (data, { at }) => `reorder:${data.stockItemId}:${at.slice(0, 10)}`,
  entry: (data) => ({
    lane: null,
    tone: 'warn',
    title: wording(
      ['belowReorderPointOf', { onHand: data.quantityOnHand, reorderPoint: data.reorderPoint }],
      ['belowReorderPoint'],
    ),
    facts: facts(
      ['medicine', data.medicationDisplay],
      ['onHand', quantityText(data.quantityOnHand, data.quantityUnit)],
      ['reorderPoint', quantityText(data.reorderPoint, data.quantityUnit)],
      ['stockItem', data.stockItemId, 'mono'],
    ),
  }),
  project: (data, { at }) =>
    changes(
      stockItemChange(data.stockItemId, at, {
        display: data.medicationDisplay,
        unit: data.quantityUnit,
        reorderPoint: data.reorderPoint,
        observedOnHand: data.quantityOnHand,
      }),
      change('alert', rowId('reorder', medicationKey(data.stockItemId)), at, {
        kind: 'reorder',
        stockItemId: medicationKey(data.stockItemId),
        openedAt: at,
        raisedAt: at,
        observedOnHand: data.quantityOnHand,
      }),
    ),
});
