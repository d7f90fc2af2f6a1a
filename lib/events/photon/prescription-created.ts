import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { measure, quantityText } from '../measure.ts';
import { count, day, id, quantity, textScalar, yesNo } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { agreeing } from './contradiction.ts';
import { aboutPhoton, photonKey } from './keys.ts';
import { patientChange, patientOf, patientShape } from './patient.ts';

/** Published twice: the older form has `medicationId` and `refillsAllowed`, the newer `treatmentId` and `fillsAllowed` (one more). */
const payload = z
  .object({
    id: id.required,
    externalId: id.optional,
    dispenseQuantity: quantity.optional,
    dispenseUnit: textScalar.optional,
    dispenseAsWritten: yesNo.optional,
    refillsAllowed: count.optional,
    fillsAllowed: count.optional,
    daysSupply: count.optional,
    instructions: textScalar.optional,
    notes: textScalar.optional,
    effectiveDate: day.optional,
    expirationDate: day.optional,
    prescriberId: id.optional,
    medicationId: id.optional,
    treatmentId: id.optional,
    ...patientShape,
  })
  .check(
    agreeing((data) => [
      ['patientId', data.patientId, data.patient?.id],
      ['treatmentId', data.treatmentId, data.medicationId],
      ['fillsAllowed', refillsOf(data.fillsAllowed), data.refillsAllowed],
    ]),
  );

/** Fills beyond the first; no fill at all leaves none to refill. */
function refillsOf(fillsAllowed: number | undefined): number | undefined {
  return fillsAllowed === undefined ? undefined : Math.max(fillsAllowed - 1, 0);
}

function said(data: z.output<typeof payload>) {
  return {
    refills: data.refillsAllowed ?? refillsOf(data.fillsAllowed),
    medicine: data.treatmentId ?? data.medicationId,
  };
}

export const prescriptionCreated = defineEvent({
  type: 'photon:prescription:created',
  system: 'photon',
  basis: 'published',
  keep: '2y',
  payload,
  subjects: (data) => [aboutPhoton('prescription', data.id), aboutPhoton('patient', patientOf(data))],
  entry: (data) => {
    const { refills, medicine } = said(data);
    const amount = measure(data.dispenseQuantity, data.dispenseUnit);
    return {
      lane: 'written',
      tone: 'info',
      title: wording(['prescribedRefills', { refills, ...amount }], ['prescribedMeasured', amount], ['prescribed']),
      facts: facts(
        ['medicineCode', medicine, 'mono'],
        ['quantityPerFill', quantityText(data.dispenseQuantity, data.dispenseUnit)],
        ['refills', refills],
        ['instructions', data.instructions],
        ['notes', data.notes],
        ['daysSupply', data.daysSupply],
        ['validFrom', data.effectiveDate, 'date'],
        ['validUntil', data.expirationDate, 'date'],
        ['externalId', data.externalId, 'mono'],
        ['prescriber', data.prescriberId, 'mono'],
        ['patient', patientOf(data), 'mono'],
      ),
    };
  },
  project: (data, { at }) => {
    const { refills, medicine } = said(data);
    return changes(
      change('prescription', photonKey(data.id), at, {
        written: 'active',
        patientId: photonKey(patientOf(data)),
        prescriberId: photonKey(data.prescriberId),
        notes: data.notes,
        dispenseAsWritten: data.dispenseAsWritten,
        effectiveDate: data.effectiveDate,
        expirationDate: data.expirationDate,
        issuedAt: at,
        externalId: data.externalId,
      }),
      patientChange(data, at),
      change('prescriptionItem', rowId(photonKey(data.id), 1), at, {
        prescriptionId: photonKey(data.id),
        line: 1,
        productCode: medicine,
        sig: data.instructions,
        durationDays: data.daysSupply,
        quantity: data.dispenseQuantity,
        unit: data.dispenseUnit,
        refills,
      }),
    );
  },
});
