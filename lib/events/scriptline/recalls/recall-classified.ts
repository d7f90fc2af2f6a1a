import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '#lib/events/define-event';
import { textScalar } from '#lib/events/scalars';
import { facts } from '#lib/events/words';
import { aboutRecall, recallRow } from './recall-ids.ts';

const payload = z.object({
  recallId: recallRow.required,
  recallClass: z.enum(['I', 'II', 'III']).optional(),
  depth: z.enum(['wholesale', 'retail', 'patient']).optional(),
  note: textScalar.optional,
});

/** The authority's class, pending until it is known; the level of the recall is a fact of its own. */
export const recallClassified = defineEvent({
  type: 'scriptline.recall.classified',
  system: 'scriptline',
  basis: 'published',
  keep: '10y',
  payload,
  subjects: (data) => [aboutRecall(data.recallId)],
  entry: (data, { actorId }) => ({
    lane: null,
    tone: 'info',
    title: { key: 'recallClassified', params: {} },
    facts: facts(
      ['recallClass', data.recallClass],
      ['recallDepth', data.depth],
      ['notes', data.note],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: ({ recallId, recallClass, depth }, { at }) => [change('recallCase', recallId, at, { recallClass, depth })],
});
