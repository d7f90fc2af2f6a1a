import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import type { defineEvent } from '#lib/events/define-event';
import { textScalar } from '#lib/events/scalars';
import { facts } from '#lib/events/words';
import { aboutStock, lotNumber, lotRow, stockItemRow } from './stock-ids.ts';

const payload = z.object({
  stockItemId: stockItemRow.required,
  lotNumber: lotNumber.required,
  reason: textScalar.required,
});

type Definition = Parameters<typeof defineEvent<z.output<typeof payload>>>[0];

/** A person quarantines or releases a lot: two types, one shape. */
export function lotQuarantineEvent(frozen: 'quarantined' | 'free'): Definition {
  const held = frozen === 'quarantined';
  return {
    type: held ? 'scriptline.lot.quarantined' : 'scriptline.lot.released',
    system: 'scriptline',
    basis: 'published',
    keep: '10y',
    payload,
    subjects: aboutStock,
    entry: (data, { actorId }) => ({
      lane: null,
      tone: held ? 'warn' : 'good',
      title: { key: held ? 'lotQuarantined' : 'lotReleased', params: { lot: data.lotNumber, reason: data.reason } },
      facts: facts(
        ['reason', data.reason],
        ['lot', data.lotNumber, 'mono'],
        ['stockItem', data.stockItemId, 'mono'],
        ['by', actorId ?? undefined, 'mono'],
      ),
    }),
    project: (data, { at, actorId }) => {
      const { stockItemId, reason } = data;
      return [
        change('stockItem', stockItemId, at, {}),
        change('lot', lotRow(data) ?? '', at, {
          ...{ stockItemId, lotNumber: data.lotNumber, frozen, frozenReason: reason, frozenBy: actorId ?? '' },
          ...(held ? {} : { released: 'free' }),
        }),
      ];
    },
  };
}
