import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { count, id, moment, quantity, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { aboutOsigu, osiguKey } from './keys.ts';

const medication = z.object({
  product_code: id.optional,
  quantity: quantity.optional,
  posology: textScalar.optional,
  duration_days: count.optional,
});

/** Published. Carries the patient's name, and no email address. */
const payload = z.object({
  prescription_id: id.required,
  prescription_code: id.optional,
  version: textScalar.optional,
  patient: z
    .object({ patient_id: id.optional, first_name: textScalar.optional, last_name: textScalar.optional })
    .nullish(),
  doctor: z.object({ doctor_id: id.optional, medical_board_registration: id.optional }).nullish(),
  diagnoses: z
    .array(z.object({ diagnosis_code: id.optional }))
    .max(100)
    .nullish(),
  medications: z.array(medication).max(100).nullish(),
  issued_at: moment.optional,
});
type Issued = z.output<typeof payload>;

function diagnosesOf(data: Issued): readonly string[] | undefined {
  return data.diagnoses?.flatMap(({ diagnosis_code }) => diagnosis_code ?? []);
}

export const prescriptionIssued = defineEvent({
  type: 'prescription.issued',
  system: 'osigu',
  basis: 'published',
  keep: '2y',
  payload,
  clock: 'issued_at',
  subjects: (data) => [
    aboutOsigu('prescription', data.prescription_id),
    aboutOsigu('prescription_code', data.prescription_code),
    aboutOsigu('patient', data.patient?.patient_id),
  ],
  entry: (data) => ({
    lane: 'written',
    tone: 'info',
    title: wording(
      ['issuedVersion', { code: data.prescription_code, version: data.version }],
      ['issuedCode', { code: data.prescription_code }],
      ['issued'],
    ),
    facts: facts(
      ...(data.medications ?? []).map(
        ({ product_code, quantity, posology }) =>
          [
            'medicine',
            [quantity, product_code, posology].filter((said) => said !== undefined).join(' · ') || undefined,
          ] as const,
      ),
      ['diagnoses', diagnosesOf(data)?.join(', ') || undefined, 'mono'],
      ['prescriber', data.doctor?.doctor_id, 'mono'],
      ['registration', data.doctor?.medical_board_registration, 'mono'],
      ['patient', data.patient?.patient_id, 'mono'],
    ),
  }),
  project: (data, { at }) => {
    const prescriptionId = osiguKey(data.prescription_id);
    const patientId = osiguKey(data.patient?.patient_id);
    return changes(
      change('prescription', prescriptionId, at, {
        written: 'issued',
        code: data.prescription_code,
        version: data.version,
        patientId,
        prescriberId: osiguKey(data.doctor?.doctor_id),
        prescriberRegistration: data.doctor?.medical_board_registration,
        diagnoses: diagnosesOf(data),
        issuedAt: at,
      }),
      patientId === undefined
        ? undefined
        : change('patient', patientId, at, { firstName: data.patient?.first_name, lastName: data.patient?.last_name }),
      ...(data.medications ?? []).map(({ product_code, quantity, posology, duration_days }, index) =>
        change('prescriptionItem', rowId(prescriptionId, index + 1), at, {
          prescriptionId,
          line: index + 1,
          productCode: product_code,
          quantity,
          sig: posology,
          durationDays: duration_days,
        }),
      ),
    );
  },
});
