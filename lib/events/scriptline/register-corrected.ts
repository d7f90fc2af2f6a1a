import { z } from 'zod';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { measure, quantityText } from '../measure.ts';
import { amount, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { aboutStock, lotNumber, lotRow, stockItemRow } from './stock-ids.ts';

const payload = z.object({
  stockItemId: stockItemRow.required,
  lotNumber: lotNumber.optional,
  bucket: z.enum(['usable', 'quarantine']).optional(),
  /** Signed: the error of the recorded balance. */
  quantity: amount.required,
  quantityUnit: textScalar.optional,
  reason: textScalar.required,
  /** The entry that it corrects, which stays as it is. */
  corrects: z.string().min(1).max(700).refine(isStorableText).optional(),
});

/** The controlled register is corrected by a new entry, never by changing one. It moves the stock as any movement does. */
export const registerCorrected = defineEvent({
  type: 'scriptline.register.corrected',
  system: 'scriptline',
  basis: 'published',
  keep: '10y',
  payload,
  subjects: aboutStock,
  entry: (data, { actorId }) => ({
    lane: null,
    tone: 'controlled',
    title: wording(['registerCorrected', measure(data.quantity, data.quantityUnit)], ['registerCorrectedUnmeasured']),
    facts: facts(
      ['quantity', quantityText(data.quantity, data.quantityUnit)],
      ['reason', data.reason],
      ['lot', data.lotNumber, 'mono'],
      ['stockItem', data.stockItemId, 'mono'],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: (data, { at, actorId, messageId }) => {
    const { stockItemId, bucket = 'usable', quantity, quantityUnit: unit, reason, corrects } = data;
    const lot = lotRow(data);
    return changes(
      change('stockItem', stockItemId, at, {}),
      lot === undefined ? undefined : change('lot', lot, at, { stockItemId, lotNumber: data.lotNumber }),
      change('stockMovement', `correction:${messageId}`, at, {
        ...{ stockItemId, lotNumber: data.lotNumber, kind: 'correction', into: bucket, quantity, unit },
        ...{ reason, corrects, correctedBy: actorId ?? '', movedAt: at },
      }),
    );
  },
});
