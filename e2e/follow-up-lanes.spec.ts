import { expect } from '@playwright/test';
import { appears, home, rowOf, settledLine } from './support/board.ts';
import { test } from './support/journey.ts';
import { fresh, instantAgo, medicationBody, osiguBody, photonBody, sendRaw } from './support/sender.ts';

let base: string;
test.beforeAll(({ baseURL }) => {
  base = baseURL ?? '';
});

const day = 86_400;

test('an order of Photon in error asks the doctor to call; its next good state settles it', async ({ page }) => {
  const [rx, order, medicine] = [fresh('rx'), fresh('ord'), `Invented ${fresh('').slice(1)} 10 MG`];
  const patient = { id: fresh('pat'), name: { first: 'Inés', last: `Prueba${rx.slice(-6)}` } };
  const written = {
    ...{ id: rx, patient, prescriberId: 'usr_demo_ana', state: 'ACTIVE', medication: { name: medicine } },
    ...{ medicationId: 'med_01', dispenseQuantity: 30, dispenseUnit: 'EA', refillsAllowed: 0 },
  };
  await sendRaw(base, 'demo-photon', photonBody('photon:prescription:created', written, 120));
  await home(page);
  const told = {
    ...{ id: order, fills: [{ id: fresh('fil'), state: 'NEW', prescription: { id: rx } }] },
    pharmacy: { id: 'phr_1', name: 'Invented Pharmacy' },
  };
  const reason = `Out of stock ${rx.slice(-6)}`;
  await sendRaw(base, 'demo-photon', photonBody('photon:order:error', { ...told, reason }, 60));
  const row = rowOf(page, 'Order problem', reason);
  await appears(page, row);
  await expect(row).toContainText('Order in error at Invented Pharmacy');
  await expect(row).toContainText('Call the pharmacy, or choose another');

  await sendRaw(base, 'demo-photon', photonBody('photon:order:placed', told, 1));
  await expect(row).toHaveCount(0);
  await expect(await settledLine(page, rx)).toContainText('The order moved on');
});

test('reached ten days ago and not dispensed: the doctor is to remind, until it is dispensed', async ({ page }) => {
  const rx = fresh('rx');
  const name = `Prueba${rx.slice(-6)}`;
  const about = { prescription_id: rx, prescription_code: `RX-${rx.slice(3).toUpperCase()}` };
  const issued = {
    ...{ ...about, doctor: { doctor_id: 'doc_demo_ana' }, issued_at: instantAgo(10 * day) },
    patient: { patient_id: fresh('pat'), first_name: 'Inés', last_name: name },
    medications: [{ product_code: 'MED-042', quantity: 10 }],
  };
  const delivered = {
    ...{ prescription_id: rx, email: `${rx}@example.com` },
    delivered_at: instantAgo(10 * day - 60),
  };
  await home(page);
  await sendRaw(base, 'demo-osigu', osiguBody('prescription.issued', issued));
  await sendRaw(base, 'demo-osigu', osiguBody('prescription.email_delivered', delivered));
  const row = rowOf(page, 'Not picked up', name);
  await appears(page, row);
  await expect(row).toContainText('not dispensed');
  await expect(row).toContainText('Remind the patient');

  await sendRaw(
    base,
    'demo-osigu',
    osiguBody('dispensing.completed', {
      ...{ dispensation_id: fresh('dsp'), prescription_id: rx, completed_at: instantAgo(1) },
      products: [{ product_code: 'MED-042', quantity: 10 }],
    }),
  );
  await expect(row).toHaveCount(0);
  await expect(await settledLine(page, name)).toContainText('The medicine was dispensed');
});

test('a recall affects a patient of the doctor’s: the questions to ask are shown, until all of it came back', async ({
  page,
}) => {
  const [rx, dispenseId, item] = [fresh('rx'), fresh('dsp'), fresh('stk')];
  const [lotNumber, medicine] = [fresh('LOT').toUpperCase(), `Invented ${rx.slice(-6)} 5 MG`];
  const lot = { stockItemId: item, lotNumber };
  const tell = (type: string, data: Parameters<typeof medicationBody>[1], secondsAgo: number) =>
    sendRaw(base, 'demo-medication', medicationBody(type, data, secondsAgo));
  await tell(
    'medication.prescription.signed.v1',
    {
      ...{ prescriptionId: rx, patientId: fresh('pat'), prescriberId: 'usr_demo_ana', medicationDisplay: medicine },
      ...{ quantity: 30, quantityUnit: 'tablet', signedAt: instantAgo(3 * day) },
    },
    3 * day,
  );
  const given = { dispenseId, prescriptionId: rx, dispensedQuantity: 30, quantityUnit: 'tablet', ...lot };
  await tell('medication.dispensing.completed.v1', given, 2 * day);
  await home(page);
  await tell(
    'medication.inventory.recall_triggered.v1',
    { ...lot, recallId: fresh('rcl'), recallClass: 'II', reason: 'Foreign tablet', recalledAt: instantAgo(5) },
    5,
  );
  const row = rowOf(page, 'Recall touches my patients', lotNumber);
  await appears(page, row);
  await expect(row).toContainText('Class II recall');
  await expect(row).toContainText('Ask what is left, have it brought back');

  const back = { dispenseId, returnId: fresh('ret'), returnedQuantity: 30, quantityUnit: 'tablet', ...lot };
  await tell('medication.dispensing.returned.v1', { ...back, reason: 'Recall' }, 1);
  await expect(row).toHaveCount(0);
  await expect(await settledLine(page, medicine)).toContainText('All of it came back');
});
