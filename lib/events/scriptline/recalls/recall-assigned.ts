import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '#lib/events/define-event';
import { id } from '#lib/events/scalars';
import { facts, wording } from '#lib/events/words';
import { aboutRecall, personRow, recallRow } from './recall-ids.ts';

const payload = z.object({
  recallId: recallRow.required,
  /** Left out: the case as a whole. */
  people: z.array(personRow.required).max(500).optional(),
  userId: id.required,
});

/** Assigns the case to a person, or the calls to some of its people. */
export const recallAssigned = defineEvent({
  type: 'scriptline.recall.assigned',
  system: 'scriptline',
  basis: 'published',
  keep: '10y',
  payload,
  subjects: (data) => [aboutRecall(data.recallId)],
  entry: (data, { actorId }) => ({
    lane: null,
    tone: 'info',
    title: wording(['recallPeopleAssigned', { count: data.people?.length }], ['recallAssigned']),
    facts: facts(['owner', data.userId, 'mono'], ['by', actorId ?? undefined, 'mono']),
  }),
  project: ({ recallId, people, userId }, { at }) =>
    people === undefined
      ? [change('recallCase', recallId, at, { owner: userId })]
      : people.map((personId) =>
          change('recallPerson', rowId(recallId, personId), at, { recallId, personId, assignedTo: userId }),
        ),
});
