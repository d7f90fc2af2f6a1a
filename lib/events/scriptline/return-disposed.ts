import { z } from 'zod';
import { negate } from '#lib/domain/base/decimal';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { quantityText } from '../measure.ts';
import { quantity, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts } from '../words.ts';
import { prescriptionRow } from './prescription-row.ts';
import { aboutStock, dispenseRow, lotNumber, lotRow, returnRow, stockItemRow } from './stock-ids.ts';

export const dispositions = ['quarantine', 'credit', 'destroy'] as const;

const payload = z.object({
  returnId: returnRow.required,
  disposition: z.enum(dispositions),
  reason: textScalar.optional,
  dispenseId: dispenseRow.optional,
  prescriptionId: prescriptionRow.optional,
  stockItemId: stockItemRow.optional,
  lotNumber: lotNumber.optional,
  quantity: quantity.optional,
  quantityUnit: textScalar.optional,
});
type Disposed = z.output<typeof payload>;

/** A destroyed or credited return leaves the quarantine; nothing ever goes from there to the shelf. */
function leaving(data: Disposed, at: string) {
  const { returnId, disposition, stockItemId, dispenseId, quantity: amount } = data;
  if (disposition === 'quarantine' || amount === undefined) return undefined;
  if (stockItemId === undefined && dispenseId === undefined) return undefined;
  return change('stockMovement', `disposal:${returnId}`, at, {
    ...{ stockItemId, dispenseId, lotNumber: data.lotNumber, kind: 'disposal', into: 'quarantine' },
    ...{ quantity: negate(amount), unit: data.quantityUnit, movedAt: at },
  });
}

export const returnDisposed = defineEvent({
  type: 'scriptline.return.disposed',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: aboutStock,
  entry: (data, { actorId }) => ({
    lane: 'fill',
    tone: 'info',
    title: { key: 'returnDisposed', params: { disposition: data.disposition } },
    facts: facts(
      ['quantity', quantityText(data.quantity, data.quantityUnit)],
      ['reason', data.reason],
      ['lot', data.lotNumber, 'mono'],
      ['stockItem', data.stockItemId, 'mono'],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: (data, { at, actorId }) => {
    const { disposition, reason, stockItemId } = data;
    const lot = lotRow(data);
    return changes(
      change('return', data.returnId, at, { disposition, dispositionReason: reason, disposedBy: actorId ?? '' }),
      stockItemId === undefined ? undefined : change('stockItem', stockItemId, at, {}),
      lot === undefined ? undefined : change('lot', lot, at, { stockItemId, lotNumber: data.lotNumber }),
      leaving(data, at),
    );
  },
});
