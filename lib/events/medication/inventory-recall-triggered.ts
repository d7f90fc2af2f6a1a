import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id, moment, text } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { about, aboutLot, key, lotKey, lotOf } from './keys.ts';
import { lotAlert } from './lot-alert.ts';
import { lotChange, stockItemChange } from './stock.ts';

const payload = z.object({
  stockItemId: id.required,
  lotNumber: id.optional,
  recallId: id.optional,
  recallClass: text.optional,
  reason: text.optional,
  depth: text.optional,
  triggeredBy: id.optional,
  recalledAt: moment.optional,
});
type Recall = z.output<typeof payload>;

/** The recall's own id, else what it recalls: two notices of one lot without an id are one case. */
function recallKey(data: Recall): string {
  return key(data.recallId) ?? lotKey(data.stockItemId, data.lotNumber) ?? key(data.stockItemId);
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
    about('stock_item', data.stockItemId),
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
        stockItemId: key(data.stockItemId),
        lotNumber: lotOf(data.lotNumber),
        recallClass: data.recallClass,
        depth: data.depth,
        reason: data.reason,
        triggeredBy: key(data.triggeredBy),
        ...{ recalledAt: at, state: 'open' },
      }),
      change('recallLot', rowId(recallKey(data), key(data.stockItemId), lotOf(data.lotNumber) ?? ''), at, {
        ...{ recallId: recallKey(data), stockItemId: key(data.stockItemId), lotNumber: lotOf(data.lotNumber) },
        recalledAt: at,
      }),
      stockItemChange(data.stockItemId, at),
      lotChange(data, at, { frozen: 'recalled', recalled: 'recalled', frozenReason: data.reason }),
      lotAlert('recall', data.stockItemId, data.lotNumber, at, { reason: data.reason }),
    ),
});
