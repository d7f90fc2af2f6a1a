import type { NewEvent } from '#lib/db/ledger/new-event';
import type { JsonObject } from '#lib/domain/base/json/json';
import { readSamples } from '#scripts/samples';
import { inventedEvent } from './invented-events.ts';
import { newEvent, sampleEvent } from './keep-events.ts';

// A history that no tidy story would tell: equal times, three events about one dispense, both names of a fact, fields that disagree, children
// without parents, codes that change hands, people's acts in between. Nothing in it leans on the receipt's clock.

const noon = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 12, 12, minute, second)).toISOString();

let count = 0;
/** Ids are counted, so that the history is the same in every run. */
const nextId = () => `evt_nasty_${++count}`;

function medication(name: string, minute: number, data: JsonObject): NewEvent {
  return newEvent('medication-service', inventedEvent(name, { id: nextId(), time: noon(minute), data }));
}
function photon(name: string, minute: number, id: string, data: JsonObject = {}): NewEvent {
  return newEvent(
    'photon',
    inventedEvent(name, { id: nextId(), time: noon(minute), subject: id, data: { id, ...data } }),
  );
}
function osigu(name: string, minute: number, data: JsonObject): NewEvent {
  return newEvent('osigu', inventedEvent(name, { event_id: nextId(), created_at: noon(minute), data }));
}
function own(name: string, minute: number, data: JsonObject): NewEvent {
  return newEvent('standard', inventedEvent(name, { id: nextId(), time: noon(minute), data }), true);
}

function dispenses(): readonly NewEvent[] {
  const one = { dispenseId: 'dsp_n1', prescriptionId: 'rx_n1', patientId: 'pat_n1', quantityUnit: 'tablet' };
  return [
    medication('medication.prescription.signed.v1', 1, { ...one, signedAt: noon(0), quantity: 60 }),
    medication('MEDICATION.medication.signed', 1, { ...one, signedAt: noon(0), quantity: 30, patientId: 'pat_n9' }),
    medication('medication.dispensing.partial.v1', 5, { ...one, dispensedQuantity: 10, lotNumber: 'LOT-A' }),
    medication('medication.dispensing.completed.v1', 5, { ...one, dispensedQuantity: 20, lotNumber: 'lot a' }),
    medication('PHARMACY.dispensing.completed', 6, { ...one, dispensedQuantity: 20, counterSignId: 'usr_n2' }),
    medication('medication.controlled_substance.dispensed.v1', 5, { ...one, dispensedQuantity: 15, schedule: 'III' }),
    medication('PHARMACY.controlled-substance.dispensed', 4, { ...one, dispensedQuantity: 15, schedule: 'II' }),
    // The same dispense claimed for another prescription, later and earlier.
    medication('medication.dispensing.completed.v1', 7, { ...one, prescriptionId: 'rx_n2', dispensedQuantity: 20 }),
    medication('medication.dispensing.completed.v1', 3, { ...one, prescriptionId: 'rx_n3', dispensedQuantity: 20 }),
    // Another unit, and a return that names its dispense only, one that names nothing known.
    medication('medication.dispensing.partial.v1', 8, { ...one, dispenseId: 'dsp_n2', quantityUnit: 'ml' }),
    medication('medication.dispensing.returned.v1', 9, {
      dispenseId: 'dsp_n1',
      prescriptionId: null,
      returnId: 'ret_n1',
    }),
    medication('medication.dispensing.returned.v1', 9, {
      dispenseId: 'dsp_n2',
      prescriptionId: 'rx_n1',
      returnId: 'ret_n1',
    }),
    medication('medication.dispensing.returned.v1', 2, {
      dispenseId: 'dsp_never',
      prescriptionId: 'rx_never',
      returnId: null,
    }),
    medication('medication.alert.overridden.v1', 2, { alertOverrideId: 'aov_n1', prescriptionId: 'rx_n2' }),
    medication('orders.medication_request.activated.v1', 2, { medicationRequestId: 'mrq_n1', prescriptionId: 'rx_n3' }),
  ];
}

function holds(): readonly NewEvent[] {
  const rx = { prescriptionId: 'rx_n1' };
  return [
    medication('medication.prescription.held.v1', 20, { ...rx, reason: 'first' }),
    medication('medication.prescription.resumed.v1', 20, rx),
    medication('medication.prescription.held.v1', 20, { ...rx, reason: 'second' }),
    medication('medication.prescription.drafted.v1', 1, { ...rx, patientId: 'pat_n1' }),
    medication('medication.prescription.discontinued.v1', 30, { prescriptionId: 'rx_n4', discontinuedAt: noon(30) }),
    medication('medication.prescription.signed.v1', 30, { prescriptionId: 'rx_n4', signedAt: noon(30) }),
    medication('medication.fulfillment.queued.v1', 30, { prescriptionId: 'rx_n4' }),
    medication('medication.fulfillment.queued.v1', 29, { prescriptionId: 'rx_n4' }),
  ];
}

function mail(): readonly NewEvent[] {
  const to = (email: string, minute: number) => ({ prescription_id: 'rx_n5', email, attempted_at: noon(minute) });
  const row = (email: string) => ({ prescriptionId: 'osigu:rx_n5', email });
  return [
    osigu('prescription.email_failed', 10, { ...to('Lía@exmaple.test', 9), reason: '550 no such user' }),
    osigu('prescription.email_delivered', 10, { ...to('lía@exmaple.test', 9), delivered_at: noon(9) }),
    osigu('prescription.email_failed', 12, { ...to('lia@example.test', 11), reason: '452 full' }),
    osigu('prescription.email_failed', 12, { ...to('lia@example.test', 11), reason: '550 no such user' }),
    own('scriptline.address.changed', 13, { ...row('lia@example.test'), previous: 'lía@exmaple.test' }),
    own('scriptline.resend.requested', 13, row('lia@example.test')),
    own('scriptline.email.uncertain', 14, row('lia@example.test')),
    own('scriptline.email.accepted', 14, row('lia@example.test')),
    own('scriptline.email.failed', 14, row('lia@example.test')),
    own('scriptline.resend.requested', 14, row('lia@example.test')),
    own('scriptline.resend.withdrawn', 14, { ...row('lia@example.test'), why: 'person' }),
    osigu('prescription.email_delivered', 15, { ...to('lía@exmaple.test', 15), delivered_at: noon(15) }),
    own('scriptline.followup.snoozed', 14, { ...row('lia@example.test'), kind: 'not_delivered', until: noon(50) }),
    // Nobody's: given to one doctor, then to another, and its parent never comes.
    osigu('prescription.email_failed', 12, { ...to('lia@example.test', 11), prescription_id: 'rx_n7', reason: '421' }),
    own('scriptline.prescription.assigned', 13, { prescriptionId: 'osigu:rx_n7', prescriberId: 'osigu:doc_n1' }),
    own('scriptline.prescription.assigned', 13, { prescriptionId: 'osigu:rx_n7', prescriberId: 'osigu:doc_n2' }),
    own('scriptline.prescription.assigned', 14, { prescriptionId: 'osigu:rx_n5', prescriberId: 'osigu:doc_n1' }),
    own('scriptline.prescription.linked', 16, { prescriptionId: 'osigu:rx_n5', otherPrescriptionId: 'photon:rx_n9' }),
  ];
}

function counters(): readonly NewEvent[] {
  const issued = (id: string, code: string, minute: number, name: string) =>
    osigu('prescription.issued', minute, {
      ...{ prescription_id: id, prescription_code: code, issued_at: noon(minute) },
      patient: { patient_id: 'pat_n5', first_name: name, last_name: 'Sandoval' },
    });
  const visit = { dispensation_id: 'dsn_n1', code: 'RX-N-1', code_type: 'PRESCRIPTION', prescription_id: null };
  const none = { code: 'RX-N-2', code_type: 'PRESCRIPTION', prescription_id: null };
  return [
    osigu('dispensing.completed', 21, { ...visit, completed_at: noon(21) }),
    osigu('dispensing.started', 21, visit),
    osigu('dispensing.cancelled', 21, { ...visit, cancelled_at: noon(21) }),
    // One code on two prescriptions, and a prescription whose code comes in two ways.
    issued('rx_n5', 'RX-N-1', 5, 'Lía'),
    issued('rx_n6', 'RX-N-1', 6, 'Lía'),
    issued('rx_n6', 'RX-N-2', 6, 'Líaa'),
    issued('rx_n6', 'RX-N-3', 5, 'Lia'),
    osigu('dispensing.completed', 25, { ...none, dispensation_id: 'dsn_n2', completed_at: noon(25) }),
    osigu('dispensing.completed', 26, { ...none, code: 'RX-N-3', dispensation_id: 'dsn_n2', completed_at: noon(26) }),
    osigu('dispensing.started', 40, { ...none, code: 'RX-NOBODY', dispensation_id: 'dsn_n3' }),
  ];
}

function orders(): readonly NewEvent[] {
  const fills = (...ids: string[]) => ({ fills: ids.map((id) => ({ id: `fil_${id}`, prescription: { id } })) });
  return [
    photon('photon-order-completed', 10, 'ord_n1', fills('rx_n9')),
    photon('photon-order-canceled', 10, 'ord_n1', fills('rx_n9')),
    photon('photon-order-error', 10, 'ord_n1', fills('rx_n9')),
    photon('photon-order-created', 5, 'ord_n1', fills('rx_n9', 'rx_n10')),
    photon('photon-order-rerouted', 6, 'ord_n1', fills('rx_n10')),
    photon('photon-order-placed', 7, 'ord_n2', fills('rx_n10')),
    photon('photon-prescription-depleted', 8, 'rx_n9'),
    photon('photon-prescription-active', 8, 'rx_n9'),
    photon('photon-prescription-created', 4, 'rx_n9', { dispenseQuantity: 10, refillsAllowed: 2 }),
    photon('photon-prescription-created', 4, 'rx_n9', { dispenseQuantity: 10.5, refillsAllowed: 0 }),
    photon('photon-prescription-canceled', 9, 'rx_n10'),
    photon('photon-prescription-expired', 9, 'rx_n10'),
  ];
}

function shelf(): readonly NewEvent[] {
  const lot = { stockItemId: 'stk_n1', lotNumber: 'LOT-A', quantityUnit: 'tablet' };
  const row = { stockItemId: 'medication:stk_n1', lotNumber: 'LOT-A', quantityUnit: 'tablet' };
  const given = { ...lot, prescriptionId: 'rx_n12', patientId: 'pat_n12', dispensedQuantity: 4 };
  return [
    medication('medication.inventory.stock_received.v1', 1, {
      ...lot,
      grnNumber: 'GRN-N1',
      quantity: 100,
      receivedAt: noon(1),
    }),
    medication('PHARMACY.inventory.stock_received', 1, {
      ...lot,
      grnNumber: 'GRN-N1',
      quantity: 110,
      receivedAt: noon(1),
    }),
    medication('medication.inventory.stock_received.v1', 2, {
      ...lot,
      grnNumber: 'GRN-N2',
      quantity: 5,
      quantityUnit: 'box',
      receivedAt: noon(2),
    }),
    // Dispensed before, between and after two counts; each receives another lot, unit or stock item later.
    medication('medication.dispensing.completed.v1', 3, { ...given, dispenseId: 'dsp_n11' }),
    medication('medication.dispensing.completed.v1', 6, { ...given, dispenseId: 'dsp_n12' }),
    medication('medication.dispensing.completed.v1', 9, { ...given, dispenseId: 'dsp_n13' }),
    medication('PHARMACY.dispensing.completed', 12, { ...given, dispenseId: 'dsp_n12', lotNumber: 'LOT-B' }),
    medication('PHARMACY.dispensing.completed', 12, { ...given, dispenseId: 'dsp_n13', quantityUnit: 'capsule' }),
    medication('PHARMACY.dispensing.completed', 12, { ...given, dispenseId: 'dsp_n11', stockItemId: 'stk_n2' }),
    own('scriptline.stock.counted', 5, { ...row, quantity: 90 }),
    own('scriptline.stock.counted', 8, { ...row, quantity: 70 }),
    own('scriptline.stock.counted', 8, { ...row, quantity: 71 }),
    own('scriptline.stock.counted', 8, { stockItemId: 'medication:stk_n2', quantity: 3, lotNumber: 'LOT-A' }),
    medication('medication.dispensing.returned.v1', 10, {
      ...lot,
      dispenseId: 'dsp_n13',
      returnId: 'ret_n3',
      returnedQuantity: 4,
    }),
    own('scriptline.return.disposed', 11, {
      ...row,
      returnId: 'medication:ret_n3',
      disposition: 'quarantine',
      quantity: 4,
    }),
    own('scriptline.return.disposed', 13, {
      ...row,
      returnId: 'medication:ret_n3',
      disposition: 'destroy',
      quantity: 4,
    }),
    medication('medication.inventory.recall_triggered.v1', 14, { ...lot, recallId: 'rcl_n1', recalledAt: noon(14) }),
    own('scriptline.lot.quarantined', 15, { ...row, reason: 'wet' }),
    own('scriptline.lot.released', 13, { ...row, reason: 'dry' }),
    own('scriptline.lot.quarantined', 13, { ...row, reason: 'wet' }),
    own('scriptline.expiry.decided', 13, { ...row, decision: 'destroy' }),
    own('scriptline.expiry.decided', 13, { ...row, decision: 'use_first' }),
    own('scriptline.alert.acknowledged', 16, { alertId: 'expiry|medication:stk_n1|LOT-A' }),
    own('scriptline.dispense.flagged', 16, { dispenseId: 'medication:dsp_n11', reason: 'short' }),
    own('scriptline.dispense.reviewed', 16, { dispenseId: 'medication:dsp_n11' }),
    own('scriptline.dispense.reviewed', 16, { dispenseId: 'medication:dsp_nobody' }),
  ];
}

/** A case opened twice at one moment, closed at another by two people who knew different lots, talked about in between, and its alert seen. */
function recalls(): readonly NewEvent[] {
  const recallId = 'scriptline:rcl_n2';
  const lot = (lotNumber: string) => ({ stockItemId: 'medication:stk_n1', lotNumber });
  const opened = { recallId, recallClass: null, depth: null };
  const counts = { recallId, people: 2, contacted: 2, givenUp: 0, broughtBack: 0, lots: 1 };
  const person = { recallId, personId: 'medication:pat_n12' };
  return [
    own('scriptline.recall.opened', 14, { ...opened, lots: [lot('LOT-A')], reason: 'by hand' }),
    own('scriptline.recall.opened', 14, { ...opened, lots: [lot('LOT-A'), lot('LOT-B')], reason: 'by another' }),
    own('scriptline.recall.contact_logged', 15, { ...person, outcome: 'no_answer' }),
    own('scriptline.recall.contact_logged', 15, { ...person, outcome: 'reached' }),
    own('scriptline.recall.closed', 16, { ...counts, named: [lot('LOT-A')], stock: 'sent back' }),
    own('scriptline.recall.closed', 16, { ...counts, named: [lot('LOT-A'), lot('LOT-B')], stock: 'destroyed' }),
    own('scriptline.recall.closed', 15, { ...counts, stock: 'too early' }),
    own('scriptline.alert.acknowledged', 15, { alertId: 'recall|medication:stk_n1|LOT-A' }),
    own('scriptline.lot.released', 14, { ...lot('LOT-B'), reason: 'withdrawn' }),
  ];
}

/** People and products entered, corrected, joined and taken apart at the same moments, and links to entries that were never made. */
function directories(): readonly NewEvent[] {
  const link = (minute: number, patientId: string, recordId: string | null, basis: string) =>
    own('scriptline.patient.linked', minute, { patientId, recordId, basis, note: `${basis} ${minute}` });
  const record = (minute: number, data: JsonObject) =>
    own('scriptline.patient.recorded', minute, {
      ...{ recordId: 'dir:n1', name: null, phone: null, email: null, language: null, externalId: null, reason: null },
      ...data,
    });
  const product = (minute: number, data: JsonObject) =>
    own('scriptline.product.recorded', minute, { display: null, unit: null, reorderPoint: null, codes: [], ...data });
  return [
    record(30, { name: 'Lía Invented', email: 'lia@example.test' }),
    record(30, { name: 'Lia Invented', email: 'Lia@Example.test', externalId: 'mrn-n1' }),
    record(31, { cleared: ['phone', 'name'] }),
    record(31, { name: 'Lía again', phone: '+502 1' }),
    link(32, 'osigu:pat_n5', 'dir:n1', 'import'),
    link(32, 'osigu:pat_n5', 'dir:n2', 'person'),
    link(32, 'osigu:pat_n5', null, 'person'),
    link(33, 'photon:pat_n9', 'dir:never', 'shared_id'),
    link(31, 'photon:pat_n9', 'dir:n1', 'import'),
    product(30, { productId: 'product:n1', display: 'Invented', codes: ['osigu:N1', 'photon:N1'] }),
    product(30, { productId: 'product:n2', display: 'Other', codes: ['osigu:N1'] }),
    product(30, { productId: 'product:n1', unit: 'tablet', cleared: ['display'], removedCodes: ['photon:N1'] }),
    product(31, { productId: 'product:n2', reorderPoint: '12.50', codes: ['photon:N1'] }),
  ];
}

/** One content under two ids, as a sender who makes a new id for each try sends it. */
function twice(): readonly NewEvent[] {
  const event = medication('medication.prescription.held.v1', 50, { prescriptionId: 'rx_n11', reason: 'again' });
  return [event, { ...event, messageId: 'evt_nasty_again', dedupeKey: 'evt_nasty_again' }];
}

/** Made once a run. Every event is of the tenant `demo`. */
export function nastyHistory(): readonly NewEvent[] {
  count = 0;
  const samples = readSamples().map((sample) => sampleEvent(sample));
  return [
    ...samples,
    ...dispenses(),
    ...holds(),
    ...mail(),
    ...counters(),
    ...orders(),
    ...shelf(),
    ...recalls(),
    ...directories(),
    ...twice(),
  ];
}
