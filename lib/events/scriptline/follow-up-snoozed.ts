import { z } from 'zod';
import { followUpKinds, snoozeField } from '#lib/domain/follow-ups/follow-up-kind';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { moment, textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPrescription, prescriptionRow } from './prescription-row.ts';

const payload = z.object({
  prescriptionId: prescriptionRow.required,
  kind: z.enum(followUpKinds),
  until: moment.required,
  reason: textScalar.required,
});

/** "Not now", with the reason: the task comes back by itself at that time, or at once when things get worse. */
export const followUpSnoozed = defineEvent({
  type: 'scriptline.followup.snoozed',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data, { actorId }) => ({
    lane: data.kind === 'not_delivered' ? 'reach' : data.kind === 'recall' ? 'safety' : 'fill',
    tone: 'neutral',
    title: { key: 'snoozed', params: { reason: data.reason } },
    facts: facts(['until', data.until, 'instant'], ['reason', data.reason], ['by', actorId ?? undefined, 'mono']),
  }),
  project: (data, { at }) => [
    change('prescription', data.prescriptionId, at, {
      [snoozeField[data.kind]]: { until: data.until, reason: data.reason },
    }),
  ],
});
