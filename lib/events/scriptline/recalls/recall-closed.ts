import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '#lib/events/define-event';
import { count, textScalar } from '#lib/events/scalars';
import { facts } from '#lib/events/words';
import { aboutRecall, recalledLot, recallLotRow, recallRow } from './recall-ids.ts';

const payload = z.object({
  recallId: recallRow.required,
  /** The counts of the checks at that moment: the report's evidence. */
  people: count.required,
  contacted: count.required,
  givenUp: count.required,
  broughtBack: count.required,
  lots: count.required,
  /** The lots that the case named then: a further one opens it again. */
  named: z.array(recalledLot).max(5_000).optional(),
  /** The disposal of the stock, in the words of the person in charge. */
  stock: textScalar.required,
});

/** The part of its closing that a closed recall keeps. */
export const recallClosing = payload.pick({
  ...{ stock: true, people: true, contacted: true, givenUp: true, broughtBack: true },
});

/** The pharmacist in charge ends a recall whose checks have passed. */
export const recallClosed = defineEvent({
  type: 'scriptline.recall.closed',
  system: 'scriptline',
  basis: 'published',
  keep: '10y',
  payload,
  subjects: (data) => [aboutRecall(data.recallId)],
  entry: (data, { actorId }) => ({
    lane: null,
    tone: 'good',
    title: { key: 'recallClosed', params: { people: data.people } },
    facts: facts(['notes', data.stock], ['by', actorId ?? undefined, 'mono']),
  }),
  project: ({ recallId, named, ...closing }, { at, actorId }) => {
    const closedLots = named?.map(({ stockItemId, lotNumber }) => recallLotRow(recallId, stockItemId, lotNumber));
    return [change('recallCase', recallId, at, { state: 'closed', closing, closedLots, closedBy: actorId ?? '' })];
  },
});
