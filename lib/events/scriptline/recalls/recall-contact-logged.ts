import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { type Change, change } from '#lib/domain/ledger/change';
import { contactOutcomes, letterOutcomes } from '#lib/domain/recalls/outcome';
import { defineEvent } from '#lib/events/define-event';
import { textScalar } from '#lib/events/scalars';
import { facts } from '#lib/events/words';
import { aboutRecall, personRow, recallRow } from './recall-ids.ts';

const payload = z.object({
  recallId: recallRow.required,
  personId: personRow.required,
  outcome: z.enum([...contactOutcomes, ...letterOutcomes]),
  note: textScalar.optional,
});
type Logged = z.output<typeof payload>;

function standing({ recallId, personId, outcome }: Logged, at: string): Change {
  const word = contactOutcomes.find((one) => one === outcome);
  const letter =
    outcome === 'letter_accepted'
      ? 'accepted'
      : outcome === 'letter_failed'
        ? 'failed'
        : outcome === 'letter_queued'
          ? 'queued'
          : 'uncertain';
  return change('recallPerson', rowId(recallId, personId), at, {
    ...{ recallId, personId },
    ...(word ? { outcome: word } : { letter }),
  });
}

/** The result of one attempt to reach a person; the product itself logs the outcome of a letter. */
export const recallContactLogged = defineEvent({
  type: 'scriptline.recall.contact_logged',
  system: 'scriptline',
  basis: 'published',
  keep: '10y',
  payload,
  subjects: (data) => [aboutRecall(data.recallId)],
  entry: (data, { actorId }) => ({
    lane: null,
    tone: data.outcome === 'reached' || data.outcome === 'returned' ? 'good' : 'neutral',
    title: { key: 'recallContact', params: { outcome: data.outcome } },
    facts: facts(['patient', data.personId, 'mono'], ['notes', data.note], ['by', actorId ?? undefined, 'mono']),
  }),
  project: (data, { at, actorId, messageId }) => {
    const { recallId, personId, outcome, note } = data;
    return [
      standing(data, at),
      change('recallContact', rowId(messageId, personId), at, {
        ...{ recallId, personId, outcome, note, by: actorId ?? '', contactedAt: at },
      }),
    ];
  },
});
