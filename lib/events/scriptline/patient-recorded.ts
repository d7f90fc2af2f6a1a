import { z } from 'zod';
import { locales } from '#lib/domain/base/locale';
import { patientFields, setting } from '#lib/domain/directories/directory';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { address } from '../email.ts';
import { id, textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutPatient, recordRow } from './directory-ids.ts';
import { chosen, listed } from './not-supplied.ts';

const payload = z.object({
  recordId: recordRow.required,
  name: textScalar.optional,
  phone: textScalar.optional,
  email: address.optional,
  language: chosen(locales),
  externalId: id.optional,
  /** Fields that are no longer known: they read as not supplied from then on. */
  cleared: listed(z.enum(patientFields)),
  /** The reason of a person's correction. */
  reason: textScalar.optional,
});

/** The clinic's data of a person: entered, imported or corrected. A correction is a new event and carries only its changes. */
export const patientRecorded = defineEvent({
  type: 'scriptline.patient.recorded',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: (data) => [aboutPatient(data.recordId)],
  entry: (data, { actorId }) => ({
    lane: null,
    tone: 'info',
    title: { key: 'patientRecorded', params: {} },
    facts: facts(
      ['name', data.name],
      ['phone', data.phone],
      ['address', data.email, 'email'],
      ['language', data.language],
      ['externalId', data.externalId, 'mono'],
      ['cleared', data.cleared?.join(', ') || undefined, 'mono'],
      ['reason', data.reason],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: ({ recordId, name, phone, email, language, externalId, cleared = [] }, { at }) => [
    change(
      'patientRecord',
      recordId,
      at,
      setting({ name, phone, email: email?.toLowerCase(), language, externalId }, cleared),
    ),
  ],
});
