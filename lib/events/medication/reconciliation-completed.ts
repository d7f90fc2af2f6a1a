import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id, moment } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { aboutMedication, medicationKey } from './keys.ts';
import { countOutcomes, type ReconciliationOutcome, reconciliationOutcomes } from './reconciliation-outcome.ts';

const payload = z.object({
  reconciliationId: id.required,
  patientId: id.optional,
  completedAt: moment.optional,
  completedBy: id.optional,
  outcomes: reconciliationOutcomes,
});

function named(decided: readonly ReconciliationOutcome[]): readonly string[] {
  return [...new Set(decided.flatMap(({ prescriptionId }) => prescriptionId ?? []))];
}

/** As the row keeps it: only what was supplied, ids with their system. */
function kept({ action, prescriptionId, medicationDisplay }: ReconciliationOutcome) {
  return {
    ...(action === undefined ? {} : { action }),
    ...(prescriptionId === undefined ? {} : { prescriptionId: medicationKey(prescriptionId) }),
    ...(medicationDisplay === undefined ? {} : { display: medicationDisplay }),
  };
}

export const reconciliationCompleted = defineEvent({
  type: 'medication.reconciliation.completed.v1',
  system: 'medication',
  basis: 'reading',
  keep: '2y',
  payload,
  clock: 'completedAt',
  subjects: (data) => [
    aboutMedication('patient', data.patientId),
    ...named(data.outcomes ?? []).map((rx) => aboutMedication('prescription', rx)),
  ],
  entry: (data) => ({
    lane: 'safety',
    tone: 'info',
    title: data.outcomes?.length
      ? wording(['reconciledOutcomes', countOutcomes(data.outcomes)], ['reconciled'])
      : wording(['reconciled']),
    facts: facts(['completedBy', data.completedBy, 'mono'], ['patient', data.patientId, 'mono']),
  }),
  project: (data, { at }) => [
    change('reconciliation', medicationKey(data.reconciliationId), at, {
      patientId: medicationKey(data.patientId),
      completedAt: at,
      completedBy: medicationKey(data.completedBy),
      outcomes: data.outcomes?.map(kept),
    }),
    ...named(data.outcomes ?? []).map((rx) => change('prescription', medicationKey(rx), at, {})),
  ],
});
