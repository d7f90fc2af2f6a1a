import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { facts } from '../words.ts';
import { prescriptionRow } from './prescription-row.ts';
import { aboutStock, dispenseRow } from './stock-ids.ts';

const payload = z.object({ dispenseId: dispenseRow.required, prescriptionId: prescriptionRow.optional });

/** A pharmacist looked at a dispense afterwards and found it in order. Settles a flag. */
export const dispenseReviewed = defineEvent({
  type: 'scriptline.dispense.reviewed',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: aboutStock,
  entry: (data, { actorId }) => ({
    lane: 'fill',
    tone: 'good',
    title: { key: 'dispenseReviewed', params: {} },
    facts: facts(['dispense', data.dispenseId, 'mono'], ['by', actorId ?? undefined, 'mono']),
  }),
  project: (data, { at, actorId }) => [
    change('dispense', data.dispenseId, at, { review: 'reviewed', reviewedBy: actorId ?? '' }),
  ],
});
