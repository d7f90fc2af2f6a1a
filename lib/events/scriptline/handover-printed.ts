import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { facts } from '../words.ts';
import { aboutPrescription, prescriptionRow } from './prescription-row.ts';

const payload = z.object({ prescriptionId: prescriptionRow.required });

/** The patient has the code on paper and no longer needs the email. */
export const handoverPrinted = defineEvent({
  type: 'scriptline.handover.printed',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (_, { actorId }) => ({
    lane: 'reach',
    tone: 'good',
    title: { key: 'handoverPrinted', params: {} },
    facts: facts(['by', actorId ?? undefined, 'mono']),
  }),
  project: (data, { at }) => [change('prescription', data.prescriptionId, at, { reachedBy: 'paper' })],
});
