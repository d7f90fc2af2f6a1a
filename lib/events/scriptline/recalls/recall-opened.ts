import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '#lib/events/define-event';
import { textScalar } from '#lib/events/scalars';
import { aboutStock } from '#lib/events/scriptline/stock-ids';
import { facts, wording } from '#lib/events/words';
import { aboutRecall, recalledLot, recalledLotChanges, recallRow } from './recall-ids.ts';

const payload = z.object({
  recallId: recallRow.required,
  lots: z.array(recalledLot).min(1).max(200),
  recallClass: textScalar.optional,
  depth: textScalar.optional,
  reason: textScalar.required,
});

/** A person opens a recall, or names further lots of one: each is quarantined where it is. */
export const recallOpened = defineEvent({
  type: 'scriptline.recall.opened',
  system: 'scriptline',
  basis: 'published',
  keep: '10y',
  payload,
  subjects: (data) => [aboutRecall(data.recallId), ...data.lots.flatMap(aboutStock)],
  entry: (data, { actorId }) => ({
    lane: null,
    tone: 'bad',
    title: wording(['recallOpened', { reason: data.reason }]),
    facts: facts(
      ['lot', data.lots.map(({ lotNumber, stockItemId }) => lotNumber ?? stockItemId).join(', '), 'mono'],
      ['recallClass', data.recallClass],
      ['recallDepth', data.depth],
      ['reason', data.reason],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: (data, { at, actorId }) => {
    const { recallId, recallClass, depth, reason } = data;
    return [
      change('recallCase', recallId, at, {
        ...{ recallClass, depth, reason, recalledAt: at, state: 'open', openedBy: actorId ?? '' },
      }),
      ...data.lots.flatMap((lot) => [
        change('stockItem', lot.stockItemId, at, {}),
        ...recalledLotChanges(recallId, lot, at, reason),
      ]),
    ];
  },
});
