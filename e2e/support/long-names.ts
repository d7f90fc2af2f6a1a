import { expect, type Page } from '@playwright/test';
import { fresh, instantAgo, medicationBody, osiguBody, sendRaw } from './sender.ts';

/** The names to find on the screens: as long as sources write them, and longer. */
export type Planted = {
  /** A word that every planted medicine's name carries. */
  readonly mark: string;
  /** One word of 108 letters, kept in stock, prescribed and queued. */
  readonly word: string;
  /** A second medicine of one prescription, on the second line of it, and controlled. */
  readonly opioid: string;
  readonly plain: string;
  readonly patient: string;
  readonly people: readonly [string, string];
  readonly recall: string;
  readonly code: string;
  readonly dispense: string;
  readonly item: string;
  readonly lot: string;
  readonly signed: string;
  readonly issued: string;
  readonly issuedCode: string;
};

function planned(): Planted {
  const mark = fresh('Q').slice(2, 10).toUpperCase();
  const people = fresh('pat');
  return {
    mark,
    word: `${mark}${'hidroclorotiazidaamlodipinovalsartan'.repeat(3)}`.slice(0, 102).concat('500mg.'),
    opioid: `Oxycodone ${mark} hydrochloride 10 MG Extended Release Oral Tablet, abuse deterrent`,
    plain: `Paracetamol ${mark} Suspension 32 MG per 1 mL Oral Liquid, free of alcohol`,
    patient: `Maximiliana ${mark} Guadalupe de los Ángeles Zubiría-Etxeberria y Fernández de Córdova`,
    people: [`${people}_north_ward_9999`, `${people}_south_ward_9999`],
    ...{ recall: fresh('rcl'), code: `RxNorm|${mark}`, dispense: fresh('dsp'), item: fresh('stk') },
    ...{ lot: `LOT-${mark}-2026-EXTRA-LONG-07`, signed: fresh('rx'), issued: fresh('rx') },
    issuedCode: `RX-CLINIC-${mark}`,
  };
}

const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Sends a history that brings the long names onto every list, and waits until it has been read. */
export async function plantLongNames(base: string, pharmacist: Page): Promise<Planted> {
  const one = planned();
  const { mark, word, item, lot } = one;
  const medicine = { medicationCode: one.code, medicationDisplay: word };
  const medication = (type: string, data: Parameters<typeof medicationBody>[1], ago: number) =>
    sendRaw(base, 'demo-medication', medicationBody(type, data, ago));
  const osigu = (type: string, data: Parameters<typeof osiguBody>[1]) =>
    sendRaw(base, 'demo-osigu', osiguBody(type, data, 40));

  for (const [code, display, schedule] of [
    [`osigu:PLAIN-${mark}`, one.plain, null],
    [`osigu:OPIOID-${mark}`, one.opioid, 'II'],
  ] as const) {
    const data = { display, schedule, codes: [code] };
    const answer = await pharmacist.request.post('/api/products', { headers: { origin: base }, data });
    expect(answer.ok()).toBe(true);
  }
  const issued = {
    ...{ prescription_id: one.issued, prescription_code: one.issuedCode, issued_at: instantAgo(90) },
    doctor: { doctor_id: 'doc_demo_ana' },
    patient: { patient_id: fresh('pat'), first_name: one.patient, last_name: 'Zubiría' },
    medications: [
      { product_code: `PLAIN-${mark}`, quantity: 120, posology: 'Take 5 mL by mouth every six hours with food' },
      { product_code: `OPIOID-${mark}`, quantity: 20, posology: 'One tablet every twelve hours' },
    ],
  };
  await osigu('prescription.issued', issued);
  const failed = { email: `${mark}@exmaple.com`.toLowerCase(), reason: '550 5.1.1 no such user' };
  await osigu('prescription.email_failed', { ...failed, prescription_id: one.issued, attempted_at: instantAgo(50) });

  const receipt = { ...medicine, stockItemId: item, lotNumber: lot, expiryDate: dayAhead(20), quantityUnit: 'tablet' };
  const grn = { grnNumber: fresh('grn'), receivedAt: instantAgo(600), quantity: 90 };
  await medication('medication.inventory.stock_received.v1', { ...receipt, ...grn }, 600);
  const shelf = { stockItemId: item, medicationDisplay: word, quantityUnit: 'tablet' };
  await medication('medication.inventory.reorder_alert.v1', { ...shelf, quantityOnHand: 3, reorderPoint: 400 }, 500);
  const patientId = one.people[0];
  const signed = {
    ...{ ...medicine, prescriptionId: one.signed, patientId, prescriberId: 'usr_demo_ana', quantity: 30 },
    ...{ quantityUnit: 'tablet', dose: '500 mg', frequency: 'every eight hours', signedAt: instantAgo(400) },
    overrides: [{ alertType: 'Interaction', reason: 'The benefit outweighs the risk for this patient' }],
  };
  await medication('medication.prescription.signed.v1', signed, 400);
  const queued = { prescriptionId: one.signed, patientId, priority: 'urgent', queuedAt: instantAgo(390) };
  await medication('medication.fulfillment.queued.v1', queued, 390);
  await medication('patient-chart.allergy.updated.v1', { patientId, substance: word, updatedAt: instantAgo(100) }, 100);
  for (const [index, patient] of one.people.entries()) {
    const given = {
      ...{ ...medicine, stockItemId: item, lotNumber: lot, patientId: patient, schedule: 'II' },
      ...{ dispenseId: index === 0 ? one.dispense : fresh('dsp'), dispensedQuantity: 10, quantityUnit: 'tablet' },
      ...{ prescriptionId: fresh('rx'), pharmacistId: 'usr_demo_pharma', counterSignId: null },
    };
    await medication('medication.controlled_substance.dispensed.v1', given, 300 + index);
  }
  const back = { dispenseId: one.dispense, returnId: fresh('ret'), returnedQuantity: 5, quantityUnit: 'tablet' };
  const returned = { ...back, stockItemId: item, lotNumber: lot, reason: 'Not collected by the patient' };
  await medication('medication.dispensing.returned.v1', returned, 200);
  const recalled = { recallId: one.recall, depth: 'patient', recallClass: 'I', reason: 'Glass particles' };
  await medication(
    'medication.inventory.recall_triggered.v1',
    { ...recalled, stockItemId: item, lotNumber: lot, recalledAt: instantAgo(90) },
    90,
  );
  const last = `/api/recalls/${encodeURIComponent(`medication:${one.recall}`)}`;
  await expect.poll(async () => (await pharmacist.request.get(last)).status()).toBe(200);
  return one;
}
