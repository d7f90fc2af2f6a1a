import { z } from 'zod';
import { linkBases } from '#lib/domain/directories/directory';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPatient, patientRow, recordRow } from './directory-ids.ts';

const payload = z.object({
  patientId: patientRow.required,
  /** Left out: unlinked. */
  recordId: recordRow.optional,
  basis: z.enum(linkBases),
  note: textScalar.optional,
});

/** A sender's patient is this person of the directory, or no longer. The only thing that joins two systems' patients, and its basis is shown. */
export const patientLinked = defineEvent({
  type: 'scriptline.patient.linked',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [
    aboutPatient(data.patientId),
    data.recordId === undefined ? undefined : aboutPatient(data.recordId),
  ],
  entry: (data, { actorId }) => ({
    lane: null,
    tone: 'info',
    title:
      data.recordId === undefined
        ? { key: 'patientUnlinked', params: {} }
        : { key: 'patientLinked', params: { basis: data.basis } },
    facts: facts(
      ['patient', data.patientId, 'mono'],
      ['directoryEntry', data.recordId, 'mono'],
      ['linkBasis', data.note],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: ({ patientId, recordId = '', basis, note = '' }, { at, actorId }) => [
    change('patientLink', patientId, at, { recordId, basis, note, linkedBy: actorId ?? '' }),
    ...(recordId === '' ? [] : [change('patientRecord', recordId, at, {})]),
  ],
});
