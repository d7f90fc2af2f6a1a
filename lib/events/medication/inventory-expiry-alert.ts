import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { amount, count, day, id } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { aboutLot, aboutMedication, lotOf } from './keys.ts';
import { lotAlert } from './lot-alert.ts';
import { lotChange, stockItemChange } from './stock.ts';

const payload = z.object({
  stockItemId: id.required,
  lotNumber: id.optional,
  expiryDate: day.optional,
  quantityOnHand: amount.optional,
  horizonDays: count.optional,
});

/** Whole days from the alert's own day (UTC) to the expiry; negative once it has passed. */
function daysLeft(expiryDate: string | undefined, at: string): number | undefined {
  if (expiryDate === undefined) return undefined;
  return Math.round((Date.parse(expiryDate) - Date.parse(at.slice(0, 10))) / 86_400_000);
}

export const inventoryExpiryAlert = defineEvent({
  type: 'medication.inventory.expiry_alert.v1',
  system: 'medication',
  basis: 'reading',
  keep: '90d',
  payload,
  subjects: (data) => [aboutMedication('stock_item', data.stockItemId), aboutLot(data.stockItemId, data.lotNumber)],
  factKey: (data, { at }) => `expiry:${data.stockItemId}:${lotOf(data.lotNumber) ?? ''}:${at.slice(0, 10)}`,
  entry: (data, { at }) => {
    const days = daysLeft(data.expiryDate, at);
    return {
      lane: null,
      tone: 'warn',
      title:
        days !== undefined && days < 0
          ? wording(['lotExpired'])
          : wording(['lotExpiresIn', { days }], ['lotExpiresSoon']),
      facts: facts(
        ['lot', data.lotNumber, 'mono'],
        ['expires', data.expiryDate, 'date'],
        ['onHand', data.quantityOnHand],
        ['horizonDays', data.horizonDays],
        ['stockItem', data.stockItemId, 'mono'],
      ),
    };
  },
  project: (data, { at }) =>
    changes(
      stockItemChange(data.stockItemId, at),
      lotChange(data, at, { expiryDate: data.expiryDate, observedOnHand: data.quantityOnHand }),
      lotAlert('expiry', data.stockItemId, data.lotNumber, at, {
        horizonDays: data.horizonDays,
        expiryDate: data.expiryDate,
        observedOnHand: data.quantityOnHand,
      }),
    ),
});
