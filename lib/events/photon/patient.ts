import { z } from 'zod';
import { type Change, change } from '#lib/domain/ledger/change';
import { id } from '../scalars.ts';
import { photonKey } from './keys.ts';

/** Photon names its patient by an object, and in one old form by `patientId`; never by name. */
export const patientShape = {
  patientId: id.optional,
  patient: z.object({ id: id.optional, externalId: id.optional }).nullish(),
};
const patient = z.object(patientShape);
type Patient = z.output<typeof patient>;

export function patientOf(data: Patient): string | undefined {
  return data.patient?.id ?? data.patientId;
}

export function patientChange(data: Patient, at: string): Change | undefined {
  const patientId = patientOf(data);
  return patientId === undefined
    ? undefined
    : change('patient', photonKey(patientId), at, { externalId: data.patient?.externalId });
}
