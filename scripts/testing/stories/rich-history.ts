import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/domain/base/json/canonical';
import type { JsonObject } from '#lib/domain/base/json/json';
import { ownSource } from '#lib/domain/ledger/own-source';
import type { Received } from '#lib/events/received';
import { readSamples } from '#scripts/samples';
import { random, type TestRandom } from '#scripts/testing/random';
import { receivedSample } from './sample-events.ts';

/**
 * A history made to be hard (reliability.md): few ids and few moments, so that almost every fact meets others at the same time and under the same
 * id; partial, completed and controlled of one dispense; both names of a fact; fields that disagree; children whose parents never come;
 * people's acts in between; and the catalogue's samples.
 */
type Maker = (r: TestRandom) => { readonly type: string; readonly own?: boolean; readonly data: JsonObject };

const rx = (r: TestRandom) => r.pick(['rx_1', 'rx_2', 'rx_never_written']);
const moment = (r: TestRandom) =>
  r.pick(['2026-11-10T10:00:00.000Z', '2026-11-10T10:00:00.000Z', '2026-11-10T11:30:00Z', '2026-11-10T12:00:00.250Z']);
const maybe = <T>(r: TestRandom, value: T): T | null => (r.next() < 0.6 ? value : null);

function dispense(r: TestRandom): JsonObject {
  return {
    dispenseId: r.pick(['dsp_1', 'dsp_2']),
    prescriptionId: maybe(r, rx(r)),
    dispensedQuantity: maybe(r, r.pick([10, '20.50', 30])),
    quantityUnit: maybe(r, r.pick(['tablet', 'capsule'])),
    stockItemId: maybe(r, r.pick(['stk_1', 'stk_2'])),
    lotNumber: maybe(r, r.pick(['LOT-1', 'lot-1', 'LOT-2'])),
    expiryDate: maybe(r, r.pick(['2027-12-31', '2027-11-30'])),
    pharmacistId: maybe(r, r.pick(['usr_p1', 'usr_p2'])),
    counterSignId: maybe(r, r.pick(['usr_p1', 'usr_p2'])),
  };
}

const email = (r: TestRandom) => r.pick(['ana@example.com', 'ANA@example.com', 'anna@example.com']);

const makers: readonly [Maker, ...Maker[]] = [
  (r) => ({
    type: 'medication.prescription.signed.v1',
    data: {
      prescriptionId: rx(r),
      patientId: maybe(r, 'pat_1'),
      medicationCode: r.pick(['A|1', 'B|2']),
      medicationDisplay: maybe(r, 'Invented 5 mg'),
      quantity: r.pick([30, 60]),
      quantityUnit: maybe(r, r.pick(['tablet', 'capsule'])),
      refillsAuthorized: r.below(3),
      prescriberId: maybe(r, r.pick(['usr_a', 'usr_b'])),
      signedAt: maybe(r, moment(r)),
    },
  }),
  (r) => ({
    type: r.pick(['med.order.created', 'MEDICATION.medication.prescribed', 'medication.prescription.drafted.v1']),
    data: { prescriptionId: rx(r), medicationCode: 'A|1', draftedAt: maybe(r, moment(r)) },
  }),
  (r) => ({
    type: r.pick(['med.order.discontinued', 'medication.prescription.discontinued.v1']),
    data: {
      prescriptionId: rx(r),
      reason: maybe(r, r.pick(['changed', 'stopped'])),
      discontinuedAt: maybe(r, moment(r)),
    },
  }),
  (r) => ({
    type: 'medication.prescription.held.v1',
    data: { prescriptionId: rx(r), reason: r.pick(['surgery', 'travel']) },
  }),
  (r) => ({ type: 'medication.prescription.resumed.v1', data: { prescriptionId: rx(r) } }),
  (r) => ({
    type: r.pick(['medication.dispensing.completed.v1', 'PHARMACY.dispensing.completed']),
    data: { ...dispense(r), isPartial: maybe(r, r.next() < 0.3) },
  }),
  (r) => ({ type: 'medication.dispensing.partial.v1', data: { ...dispense(r), remainingQuantity: maybe(r, 5) } }),
  (r) => ({
    type: r.pick(['medication.controlled_substance.dispensed.v1', 'PHARMACY.controlled-substance.dispensed']),
    data: { ...dispense(r), schedule: r.pick(['II', 'III']) },
  }),
  (r) => ({
    type: 'medication.dispensing.returned.v1',
    data: {
      dispenseId: r.pick(['dsp_1', 'dsp_2', 'dsp_never']),
      returnId: maybe(r, r.pick(['ret_1', 'ret_2'])),
      prescriptionId: maybe(r, rx(r)),
      returnedQuantity: r.pick([1, 5]),
      quantityUnit: maybe(r, 'tablet'),
    },
  }),
  (r) => ({ type: 'medication.fulfillment.queued.v1', data: { prescriptionId: rx(r), queuedAt: maybe(r, moment(r)) } }),
  (r) => ({
    type: 'medication.alert.overridden.v1',
    data: {
      alertOverrideId: r.pick(['ovr_1', 'ovr_2']),
      prescriptionId: maybe(r, rx(r)),
      severity: r.pick(['high', 'low']),
    },
  }),
  (r) => ({
    type: 'medication.inventory.stock_received.v1',
    data: {
      stockItemId: r.pick(['stk_1', 'stk_2']),
      lotNumber: r.pick(['LOT-1', 'LOT-2']),
      quantity: r.pick([100, 40]),
      quantityUnit: 'tablet',
      grnNumber: maybe(r, 'GRN-1'),
    },
  }),
  (r) => ({
    type: 'medication.inventory.recall_triggered.v1',
    data: {
      stockItemId: 'stk_1',
      lotNumber: r.pick(['LOT-1', 'LOT-2']),
      recallId: maybe(r, 'rec_1'),
      recallClass: maybe(r, r.pick(['I', 'II'])),
    },
  }),
  (r) => ({
    type: 'prescription.issued',
    data: {
      prescription_id: rx(r),
      prescription_code: maybe(r, r.pick(['RX-1', 'RX-2'])),
      patient: { patient_id: 'pat_1', first_name: r.pick(['Ada', 'Eda']), last_name: 'Invented' },
      doctor: { doctor_id: r.pick(['doc_a', 'doc_b']) },
      medications: [
        { product_code: 'MED-1', quantity: 30 },
        ...(r.next() < 0.5 ? [{ product_code: 'MED-2', quantity: 10 }] : []),
      ],
      issued_at: moment(r),
    },
  }),
  (r) => ({
    type: 'prescription.email_failed',
    data: {
      prescription_id: rx(r),
      email: email(r),
      reason: r.pick(['550 5.1.1 no such user', '452 4.2.2 over quota']),
      attempted_at: moment(r),
    },
  }),
  (r) => ({
    type: 'prescription.email_delivered',
    data: { prescription_id: rx(r), prescription_code: maybe(r, 'RX-1'), email: email(r), delivered_at: moment(r) },
  }),
  (r) => ({
    type: r.pick(['dispensing.started', 'dispensing.completed', 'dispensing.cancelled']),
    data: {
      dispensation_id: r.pick(['dis_1', 'dis_2']),
      code: maybe(r, r.pick(['RX-1', 'RX-2'])),
      code_type: 'PRESCRIPTION',
      prescription_id: maybe(r, rx(r)),
      products: [{ product_code: r.pick(['MED-1', 'MED-2']), quantity: r.pick([10, 30]) }],
    },
  }),
  (r) => ({
    type: r.pick([
      'photon:prescription:created',
      'photon:prescription:depleted',
      'photon:prescription:active',
      'photon:prescription:canceled',
      'photon:prescription:expired',
    ]),
    data: {
      id: rx(r),
      patient: { id: 'pat_9' },
      dispenseQuantity: 30,
      dispenseUnit: 'EA',
      refillsAllowed: r.below(3),
      prescriberId: 'usr_a',
      expirationDate: r.pick(['2026-11-01', '2027-11-01']),
    },
  }),
  (r) => ({
    type: r.pick([
      'photon:order:created',
      'photon:order:placed',
      'photon:order:error',
      'photon:order:completed',
      'photon:order:canceled',
    ]),
    data: { id: r.pick(['ord_1', 'ord_2']), fills: [{ prescription: { id: rx(r) } }], reason: maybe(r, 'invented') },
  }),
  (r) => ({
    type: r.pick([
      'scriptline.resend.requested',
      'scriptline.address.changed',
      'scriptline.email.accepted',
      'scriptline.email.failed',
      'scriptline.email.uncertain',
      'scriptline.followup.snoozed',
      'scriptline.prescription.assigned',
    ]),
    own: true,
    data: {
      prescriptionId: `osigu:${rx(r)}`,
      email: email(r),
      reason: r.pick(['421 try later', '550 5.7.1 blocked']),
      at: moment(r),
      kind: r.pick(['not_delivered', 'on_hold']),
      until: '2026-11-12T08:00:00Z',
      prescriberId: r.pick(['osigu:doc_a', 'osigu:doc_b']),
    },
  }),
  (r) => ({
    type: 'medication.administration.recorded.v1',
    data: {
      administrationId: r.pick(['adm_1', 'adm_2']),
      prescriptionId: rx(r),
      status: r.pick(['given', 'refused', 'held', 'missed']),
      administeredAt: maybe(r, moment(r)),
    },
  }),
  (r) => ({
    type: r.pick(['eprescribing.medication_request.created.v1', 'eprescribing.medication_request.updated.v1']),
    data: {
      medicationRequestId: 'mr_1',
      prescriptionBusinessId: maybe(r, 'biz_1'),
      medicationCode: r.pick(['A|1', 'B|2']),
    },
  }),
];

/** One event with the ledger number and the source that it keeps in every order. */
export type HistoryEvent = { readonly seq: number; readonly sourceId: string; readonly received: Received };

export function richHistory(seed: number, count: number): readonly HistoryEvent[] {
  const r = random(seed);
  const made = Array.from({ length: count }, (_, index): Received => {
    const { type, own = false, data } = r.pick(makers)(r);
    const digest = createHash('sha256').update(canonicalJson({ type, data, index })).digest('hex');
    const occurredAt = r.next() < 0.8 ? new Date(moment(r)).toISOString() : null;
    return {
      wireType: type,
      messageId: `msg_${index}`,
      digest,
      occurredAt,
      receivedAt: '2026-11-10T12:00:05.000Z',
      actorId: null,
      data,
      own,
    };
  });
  const all = [...made, ...readSamples().map(receivedSample)];
  return all.map((received, index) => ({
    seq: index + 1,
    sourceId: received.own ? ownSource : r.pick(['src_a', 'src_b']),
    received,
  }));
}
