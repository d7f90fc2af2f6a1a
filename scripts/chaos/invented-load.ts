import { hash } from 'node:crypto';
import type { JsonObject } from '#lib/domain/base/json/json';
import { demoSender, type Sender } from '#scripts/testing/signed-request';

/** One event of the load: who sends it, under which id, and what it says. */
export type Loaded = { readonly id: string; readonly sender: Sender; readonly body: JsonObject };

const medication = demoSender('demo-medication');
const photon = demoSender('demo-photon');
const osigu = demoSender('demo-osigu');

/** Each prescription of the load comes with six events: signed, four dispenses of 1, 2, 3 and 4 tablets, and one of another sender. */
export const perPrescription = 6;
export const tabletsEach = 10;

/** The contents of a person's record, which must be in no log, no metric and no error: names, addresses and ids that occur nowhere else. */
export const people = { firstName: 'Zoraida', lastName: 'Quetzalteca', email: 'zoraida.quetzalteca', id: 'pat_secret' };

const at = (second: number) => new Date(Date.now() - 3_600_000 + second * 10).toISOString();

function fromMedication(id: string, type: string, n: number, data: JsonObject): Loaded {
  const envelope = {
    specversion: '1.0',
    id,
    source: 'chaos',
    type,
    time: at(n),
    tenantid: 'ten_demo',
    actorid: 'usr_demo_ana',
  };
  return { id, sender: medication, body: { ...envelope, data } };
}

/** Event number `n` of a load; `run` keeps the ids of one load apart from those of another. The same number is always the same event. */
export function loadedEvent(run: string, n: number): Loaded {
  const prescription = Math.floor(n / perPrescription);
  const step = n % perPrescription;
  const rx = `rx_${run}_${prescription}`;
  const id = `evt_${run}_${n}`;
  const patient = `${people.id}_${hash('sha1', rx, 'hex').slice(0, 8)}`;
  if (step === 0) {
    const ordered = {
      quantity: tabletsEach,
      quantityUnit: 'tablet',
      refillsAuthorized: 0,
      medicationDisplay: 'Metformin 500 MG',
    };
    return fromMedication(id, 'medication.prescription.signed.v1', n, {
      ...{ prescriptionId: rx, patientId: patient, prescriberId: 'usr_demo_ana', ...ordered },
    });
  }
  if (step < perPrescription - 1) {
    const given = { dispensedQuantity: step, remainingQuantity: 0, isPartial: true, quantityUnit: 'tablet' };
    return fromMedication(id, 'medication.dispensing.partial.v1', n, {
      ...{ dispenseId: `dsp_${run}_${n}`, prescriptionId: rx, patientId: patient, stockItemId: 'stk_1', ...given },
    });
  }
  if (prescription % 2 === 0) {
    const data = {
      id: rx,
      dispenseQuantity: 10,
      refillsAllowed: 0,
      prescriberId: 'usr_demo_ana',
      patient: { id: patient },
    };
    const type = 'photon:prescription:created';
    return {
      id,
      sender: photon,
      body: { specversion: '1.0', id, source: 'org:chaos', type, time: at(n), subject: rx, data },
    };
  }
  const { firstName: first_name, lastName: last_name } = people;
  const data = {
    ...{ prescription_id: rx, prescription_code: `RX-${run}-${prescription}`, issued_at: at(n), diagnoses: [] },
    patient: { patient_id: patient, first_name, last_name },
    doctor: { doctor_id: 'doc_demo_ana', medical_board_registration: 'MP-1' },
    medications: [{ product_code: 'MED-1', quantity: 1, posology: 'x', duration_days: 1 }],
  };
  const envelope = { event_id: id, event_type: 'prescription.issued', created_at: at(n), api_version: '1' };
  return { id, sender: osigu, body: { ...envelope, environment: 'sandbox', data } };
}
