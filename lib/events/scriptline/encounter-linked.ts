import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPrescription, prescriptionRow } from './prescription-row.ts';

const payload = z.object({
  prescriptionId: prescriptionRow.required,
  /** The clinic's own id of the encounter; left out: unlinked. */
  encounterId: textScalar.optional,
});

/** The clinic's encounter at which a prescription was written (the seed: "persist the mapping between your local encounter and the prescription"). */
export const encounterLinked = defineEvent({
  type: 'scriptline.encounter.linked',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [aboutPrescription(data.prescriptionId)],
  entry: (data, { actorId }) => ({
    lane: 'written',
    tone: 'neutral',
    title:
      data.encounterId === undefined
        ? { key: 'encounterUnlinked', params: {} }
        : { key: 'encounterLinked', params: { encounter: data.encounterId } },
    facts: facts(['by', actorId ?? undefined, 'mono']),
  }),
  project: (data, { at }) => [change('prescription', data.prescriptionId, at, { encounterId: data.encounterId ?? '' })],
});
