import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { measure, quantityText } from '../measure.ts';
import { amount, quantity, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { aboutStock, lotNumber, lotRow, stockItemRow } from './stock-ids.ts';

const payload = z.object({
  stockItemId: stockItemRow.required,
  lotNumber: lotNumber.optional,
  /** Its bucket: on the shelf unless said otherwise. */
  bucket: z.enum(['usable', 'quarantine']).optional(),
  quantity: quantity.required,
  quantityUnit: textScalar.optional,
  /** The recorded stock: negative where more left than came in. */
  expected: amount.optional,
  reason: textScalar.optional,
});

/** A person counted the stock: the only thing that sets a balance (model.md, "Stock starts mid-life"). */
export const stockCounted = defineEvent({
  type: 'scriptline.stock.counted',
  system: 'scriptline',
  basis: 'published',
  keep: '10y',
  payload,
  subjects: aboutStock,
  entry: (data, { actorId }) => ({
    lane: null,
    tone: 'info',
    title: wording(['stockCounted', measure(data.quantity, data.quantityUnit)], ['stockCountedUnmeasured']),
    facts: facts(
      ['quantity', quantityText(data.quantity, data.quantityUnit)],
      ['expected', quantityText(data.expected, data.quantityUnit)],
      ['lot', data.lotNumber, 'mono'],
      ['reason', data.reason],
      ['stockItem', data.stockItemId, 'mono'],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: (data, { at, actorId, messageId }) => {
    const { stockItemId, bucket = 'usable', quantityUnit: unit, expected, reason } = data;
    const lot = lotRow(data);
    return changes(
      change('stockItem', stockItemId, at, { lastCountedAt: at }),
      lot === undefined
        ? undefined
        : change('lot', lot, at, { stockItemId, lotNumber: data.lotNumber, lastCountedAt: at }),
      change('stockCount', `count:${messageId}`, at, {
        ...{ stockItemId, lotNumber: data.lotNumber, into: bucket, quantity: data.quantity, unit, expected, reason },
        ...{ countedBy: actorId ?? '', countedAt: at },
      }),
    );
  },
});
