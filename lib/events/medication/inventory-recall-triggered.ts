import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id, moment, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { aboutLot, aboutMedication, lotKey, lotOf, medicationKey } from './keys.ts';
import { lotAlert } from './lot-alert.ts';
import { lotChange, stockItemChange } from './stock.ts';

const payload = z.object({
  stockItemId: id.required,
  lotNumber: id.optional,
  recallId: id.optional,
  recallClass: textScalar.optional,
  reason: textScalar.optional,
  depth: textScalar.optional,
  triggeredBy: id.optional,
  recalledAt: moment.optional,
});
type Recall = z.output<typeof payload>;

/** The recall's own id, else what it recalls: two notices of one lot without an id are one case. */
function recallKey(data: Recall): string {
  return medicationKey(data.recallId) ?? lotKey(data.stockItemId, data.lotNumber) ?? medicationKey(data.stockItemId);
}

export const inventoryRecallTriggered = defineEvent({
  type: 'medication.inventory.recall_triggered.v1',
  system: 'medication',
  basis: 'reading',
  keep: '7y',
  payload,
  clock: 'recalledAt',
  subjects: (data) => [
    { kind: 'recall', id: recallKey(data) },
    aboutMedication('stock_item', data.stockItemId),
    aboutLot(data.stockItemId, data.lotNumber),
  ],
  factKey: (data) => `recall:${data.recallId ?? `${data.stockItemId}:${lotOf(data.lotNumber) ?? ''}`}`,
  entry: (data) => ({
    lane: 'safety',
    tone: 'bad',
    title: wording(
      ['lotRecalledFor', { lot: data.lotNumber, reason: data.reason }],
      ['lotRecalled', { lot: data.lotNumber }],
      ['recalled'],
    ),
    facts: facts(
      ['lot', data.lotNumber, 'mono'],
      ['recallClass', data.recallClass],
      ['recallDepth', data.depth],
      ['reason', data.reason],
      ['triggeredBy', data.triggeredBy, 'mono'],
      ['recall', data.recallId, 'mono'],
      ['stockItem', data.stockItemId, 'mono'],
    ),
  }),
  project: (data, { at }) =>
    changes(
      change('recallCase', recallKey(data), at, {
        stockItemId: medicationKey(data.stockItemId),
        lotNumber: lotOf(data.lotNumber),
        recallClass: data.recallClass,
        depth: data.depth,
        reason: data.reason,
        triggeredBy: medicationKey(data.triggeredBy),
        ...{ recalledAt: at, state: 'open' },
      }),
      change('recallLot', rowId(recallKey(data), medicationKey(data.stockItemId), lotOf(data.lotNumber) ?? ''), at, {
        ...{
          recallId: recallKey(data),
          stockItemId: medicationKey(data.stockItemId),
          lotNumber: lotOf(data.lotNumber),
        },
        recalledAt: at,
      }),
      stockItemChange(data.stockItemId, at),
      lotChange(data, at, { frozen: 'recalled', recalled: 'recalled', frozenReason: data.reason }),
      lotAlert('recall', data.stockItemId, data.lotNumber, at, { reason: data.reason }),
    ),
});
