import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPrescription, prescriptionRow } from './prescription-row.ts';

const payload = z.object({
  prescriptionId: prescriptionRow.required,
  /** The doctor's id in a system, as accounts carry it: `osigu:doc_1`. */
  prescriberId: prescriptionRow.required,
  reason: textScalar.optional,
});

/**
 * An admin assigns an unowned prescription to a doctor. A field of its own, because the source's prescriber takes precedence: when the
 * parent comes, the prescription is its prescriber's, whatever was assumed and whenever the parent came.
 */
export const prescriptionAssigned = defineEvent({
  type: 'scriptline.prescription.assigned',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data, { actorId }) => ({
    lane: 'written',
    tone: 'info',
    title: { key: 'assigned', params: { prescriber: data.prescriberId.slice(data.prescriberId.indexOf(':') + 1) } },
    facts: facts(
      ['prescriber', data.prescriberId, 'mono'],
      ['reason', data.reason],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: (data, { at }) => [change('prescription', data.prescriptionId, at, { assignedTo: data.prescriberId })],
});
