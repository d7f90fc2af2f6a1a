import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { prescriptionRow } from './prescription-row.ts';
import { aboutStock, dispenseRow } from './stock-ids.ts';

const payload = z.object({
  dispenseId: dispenseRow.required,
  prescriptionId: prescriptionRow.optional,
  reason: textScalar.required,
});

/** Something is wrong with a dispense; it stays flagged until it is reviewed. */
export const dispenseFlagged = defineEvent({
  type: 'scriptline.dispense.flagged',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: aboutStock,
  entry: (data, { actorId }) => ({
    lane: 'fill',
    tone: 'warn',
    title: { key: 'dispenseFlagged', params: { reason: data.reason } },
    facts: facts(['reason', data.reason], ['dispense', data.dispenseId, 'mono'], ['by', actorId ?? undefined, 'mono']),
  }),
  project: (data, { at, actorId }) => [
    change('dispense', data.dispenseId, at, {
      review: 'flagged',
      reviewedBy: actorId ?? '',
      flagReason: data.reason,
    }),
  ],
});
