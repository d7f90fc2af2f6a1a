import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { measure, quantityText } from '../measure.ts';
import { count, id, moment, quantity, textScalar, yesNo } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { dose } from './dose.ts';
import { itemChange } from './item.ts';
import { aboutMedication, medicationKey } from './keys.ts';
import { overrideChange, overrideShape } from './override.ts';

/** Published. Only the id is required: a signed prescription that lacks anything else is still one, and the screen says "not supplied". */
const payload = z.object({
  prescriptionId: id.required,
  patientId: id.optional,
  prescriberId: id.optional,
  medicationCode: id.optional,
  medicationDisplay: textScalar.optional,
  dose: dose.optional,
  route: textScalar.optional,
  frequency: textScalar.optional,
  durationDays: count.optional,
  quantity: quantity.optional,
  quantityUnit: textScalar.optional,
  refillsAuthorized: count.optional,
  isControlled: yesNo.optional,
  signedAt: moment.optional,
  overrides: z
    .array(z.object({ ...overrideShape, alertOverrideId: id.optional }))
    .max(100)
    .nullish(),
});

export const prescriptionSigned = defineEvent({
  type: 'medication.prescription.signed.v1',
  system: 'medication',
  basis: 'published',
  keep: '2y',
  payload,
  clock: 'signedAt',
  subjects: (data) => [
    aboutMedication('prescription', data.prescriptionId),
    aboutMedication('patient', data.patientId),
  ],
  factKey: (data) => `signed:${data.prescriptionId}`,
  entry: (data) => ({
    lane: 'written',
    tone: data.isControlled ? 'controlled' : 'info',
    title: wording(
      ['signedMedicine', { medicine: data.medicationDisplay, ...measure(data.quantity, data.quantityUnit) }],
      ['signed'],
    ),
    facts: facts(
      ['medicine', data.medicationDisplay],
      ['medicineCode', data.medicationCode, 'mono'],
      ['dose', data.dose],
      ['route', data.route],
      ['frequency', data.frequency],
      ['durationDays', data.durationDays],
      ['quantity', quantityText(data.quantity, data.quantityUnit)],
      ['refills', data.refillsAuthorized],
      ['overriddenAlerts', data.overrides?.length || undefined],
      ['prescriber', data.prescriberId, 'mono'],
      ['patient', data.patientId, 'mono'],
    ),
  }),
  project: (data, { at }) => {
    const prescription = medicationKey(data.prescriptionId);
    return changes(
      change('prescription', prescription, at, {
        written: 'signed',
        patientId: medicationKey(data.patientId),
        prescriberId: medicationKey(data.prescriberId),
        issuedAt: at,
      }),
      data.patientId === undefined ? undefined : change('patient', medicationKey(data.patientId), at, {}),
      itemChange(data.prescriptionId, at, {
        productCode: data.medicationCode,
        display: data.medicationDisplay,
        dose: data.dose,
        route: data.route,
        frequency: data.frequency,
        durationDays: data.durationDays,
        quantity: data.quantity,
        unit: data.quantityUnit,
        refills: data.refillsAuthorized,
        controlled: data.isControlled,
      }),
      ...(data.overrides ?? []).map(({ alertOverrideId, ...override }, index) => {
        const row =
          alertOverrideId === undefined ? rowId(prescription, 'override', index + 1) : medicationKey(alertOverrideId);
        return overrideChange(
          row,
          data.prescriptionId,
          { ...override, patientId: override.patientId ?? data.patientId },
          at,
        );
      }),
    );
  },
});
