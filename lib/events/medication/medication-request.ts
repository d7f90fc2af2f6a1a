import { z } from 'zod';
import { type Change, change } from '#lib/domain/ledger/change';
import type { Fact, Subject } from '#lib/domain/ledger/timeline';
import { id, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts } from '../words.ts';
import { aboutMedication, medicationKey } from './keys.ts';

/** The optional fields of a medication request, whoever asks. It joins a prescription by `prescriptionId` or `prescriptionBusinessId`. */
export const medicationRequest = z.object({
  medicationRequestId: id.required,
  prescriptionId: id.optional,
  prescriptionBusinessId: id.optional,
  patientId: id.optional,
  prescriberId: id.optional,
  targetPharmacyOrgId: id.optional,
  medicationCode: id.optional,
  medicationDisplay: textScalar.optional,
});
type Requested = z.output<typeof medicationRequest>;

export function requestSubjects(data: Requested): readonly (Subject | undefined)[] {
  return [
    aboutMedication('medication_request', data.medicationRequestId),
    aboutMedication('prescription', data.prescriptionId),
    aboutMedication('business_id', data.prescriptionBusinessId),
    aboutMedication('patient', data.patientId),
  ];
}

export function requestFacts(data: Requested): readonly Fact[] {
  return facts(
    ['medicine', data.medicationDisplay],
    ['medicineCode', data.medicationCode, 'mono'],
    ['medicationRequest', data.medicationRequestId, 'mono'],
    ['businessId', data.prescriptionBusinessId, 'mono'],
    ['pharmacy', data.targetPharmacyOrgId, 'mono'],
    ['prescriber', data.prescriberId, 'mono'],
    ['patient', data.patientId, 'mono'],
  );
}

/** `prescriptionBusinessId` stays as published: it is shared between systems, so it belongs to none. */
export function requestChanges(origin: 'order' | 'external', data: Requested, at: string): readonly Change[] {
  const medicationRequestId = medicationKey(data.medicationRequestId);
  return changes(
    change('medicationRequest', medicationRequestId, at, {
      origin,
      prescriptionId: medicationKey(data.prescriptionId),
      prescriptionBusinessId: data.prescriptionBusinessId,
      patientId: medicationKey(data.patientId),
      prescriberId: medicationKey(data.prescriberId),
      pharmacyId: medicationKey(data.targetPharmacyOrgId),
      productCode: data.medicationCode,
      display: data.medicationDisplay,
      requestedAt: at,
    }),
    data.prescriptionId === undefined
      ? undefined
      : change('prescription', medicationKey(data.prescriptionId), at, { medicationRequestId }),
  );
}
