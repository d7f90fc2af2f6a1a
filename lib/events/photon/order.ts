import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { type Change, change } from '#lib/domain/ledger/change';
import type { FieldsOf } from '#lib/domain/ledger/tables';
import type { Fact, Subject } from '#lib/domain/ledger/timeline';
import { id, moment, textScalar } from '../scalars.ts';
import { changes } from '../system-keys.ts';
import { facts } from '../words.ts';
import { aboutPhoton, photonKey } from './keys.ts';
import { patientChange, patientOf, patientShape } from './patient.ts';

const fill = z.object({
  id: id.optional,
  state: textScalar.optional,
  prescriptionId: id.optional,
  prescription: z.object({ id: id.optional }).nullish(),
});

/** Its shape is our reading of it; a bare word is taken as its state. */
const fulfillment = z.preprocess(
  (said) => (typeof said === 'string' ? { state: said } : said),
  z.object({ state: textScalar.optional, carrier: textScalar.optional, trackingNumber: id.optional }).nullish(),
);

/** The optional fields of any order event. Only `created` is published with its fills; a later event is joined to its prescriptions by the order. */
export const order = z.object({
  id: id.required,
  externalId: id.optional,
  createdAt: moment.optional,
  pharmacyId: id.optional,
  pharmacy: z.object({ id: id.optional, name: textScalar.optional }).nullish(),
  fulfillment,
  carrier: textScalar.optional,
  trackingNumber: id.optional,
  reason: textScalar.optional,
  error: textScalar.optional,
  fills: z.array(fill).max(500).nullish(),
  ...patientShape,
});
export type PhotonOrder = z.output<typeof order>;

export function orderSaid(data: PhotonOrder) {
  return {
    pharmacy: data.pharmacy?.name ?? data.pharmacy?.id ?? data.pharmacyId,
    state: data.fulfillment?.state,
    carrier: data.fulfillment?.carrier ?? data.carrier,
    tracking: data.fulfillment?.trackingNumber ?? data.trackingNumber,
    reason: data.reason ?? data.error,
  };
}

/** The prescriptions whose fills the order carries, each with the state of its last fill named. */
function carried(data: PhotonOrder): ReadonlyMap<string, string | undefined> {
  const states = new Map<string, string | undefined>();
  for (const { prescription, prescriptionId, state } of data.fills ?? []) {
    const prescriptionNamed = prescription?.id ?? prescriptionId;
    if (prescriptionNamed !== undefined) states.set(prescriptionNamed, state ?? states.get(prescriptionNamed));
  }
  return states;
}

export function orderSubjects(data: PhotonOrder): readonly (Subject | undefined)[] {
  return [
    aboutPhoton('order', data.id),
    ...[...carried(data).keys()].map((prescription) => aboutPhoton('prescription', prescription)),
    aboutPhoton('patient', patientOf(data)),
  ];
}

export function orderFacts(data: PhotonOrder): readonly Fact[] {
  const { pharmacy, carrier, tracking, reason } = orderSaid(data);
  return facts(
    ['order', data.id, 'mono'],
    ['pharmacy', pharmacy],
    ['carrier', carrier],
    ['tracking', tracking, 'mono'],
    ['reason', reason],
    ['externalId', data.externalId, 'mono'],
    ['patient', patientOf(data), 'mono'],
  );
}

export function orderChanges(
  data: PhotonOrder,
  at: string,
  state: NonNullable<FieldsOf<'pharmacyOrder'>['state']>,
): readonly Change[] {
  const orderId = photonKey(data.id);
  const fields = orderSaid(data);
  return changes(
    change('pharmacyOrder', orderId, at, {
      state,
      fulfillmentState: fields.state,
      pharmacyId: photonKey(data.pharmacy?.id ?? data.pharmacyId),
      pharmacyName: data.pharmacy?.name,
      patientId: photonKey(patientOf(data)),
      carrier: fields.carrier,
      tracking: fields.tracking,
      reason: fields.reason,
      externalId: data.externalId,
      steps: state === 'error' ? undefined : `${at} ${state}`,
      lastError: state === 'error' ? (fields.reason ?? '') : undefined,
    }),
    patientChange(data, at),
    ...[...carried(data)].flatMap(([prescription, fillState]) => [
      change('prescription', photonKey(prescription), at, {}),
      change('orderFill', rowId(orderId, photonKey(prescription)), at, {
        orderId,
        prescriptionId: photonKey(prescription),
        state: fillState,
      }),
    ]),
  );
}
