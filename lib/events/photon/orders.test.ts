import { expect, test } from 'vitest';
import { changesOf, readData, sampleChanges } from '#scripts/testing/stories/sample-events';

test.each<[string, string[]]>([
  [
    'photon-order-created',
    [
      'pharmacyOrder photon:ord_demo_301 state=created pharmacyId=photon:phr_demo_01 patientId=photon:pat_demo_301 externalId=enc-9001 steps=2026-11-04T13:05:00.000Z created',
      'patient photon:pat_demo_301 externalId=4711',
      'prescription photon:rx_demo_3001',
      'orderFill photon:ord_demo_301|photon:rx_demo_3001 orderId=photon:ord_demo_301 prescriptionId=photon:rx_demo_3001',
    ],
  ],
  [
    'photon-order-placed',
    [
      'pharmacyOrder photon:ord_demo_301 state=placed pharmacyId=photon:phr_demo_01 pharmacyName=Riverside Pharmacy patientId=photon:pat_demo_301 externalId=enc-9001 steps=2026-11-04T13:06:00.000Z placed',
      'patient photon:pat_demo_301 externalId=4711',
    ],
  ],
  [
    'photon-order-rerouted',
    [
      'pharmacyOrder photon:ord_demo_301 state=rerouted pharmacyId=photon:phr_demo_02 pharmacyName=Harbour Mail Pharmacy patientId=photon:pat_demo_301 externalId=enc-9001 steps=2026-11-04T15:40:00.000Z rerouted',
      'patient photon:pat_demo_301 externalId=4711',
      'prescription photon:rx_demo_3001',
      'orderFill photon:ord_demo_301|photon:rx_demo_3001 orderId=photon:ord_demo_301 prescriptionId=photon:rx_demo_3001',
    ],
  ],
  [
    'photon-order-fulfillment',
    [
      'pharmacyOrder photon:ord_demo_301 state=fulfillment fulfillmentState=SHIPPED patientId=photon:pat_demo_301 carrier=USPS tracking=DEMO9400100000 externalId=enc-9001 steps=2026-11-05T10:00:00.000Z fulfillment',
      'patient photon:pat_demo_301 externalId=4711',
      'prescription photon:rx_demo_3001',
      'orderFill photon:ord_demo_301|photon:rx_demo_3001 orderId=photon:ord_demo_301 prescriptionId=photon:rx_demo_3001',
    ],
  ],
  [
    'photon-order-completed',
    [
      'pharmacyOrder photon:ord_demo_301 state=completed patientId=photon:pat_demo_301 externalId=enc-9001 steps=2026-11-07T18:20:00.000Z completed',
      'patient photon:pat_demo_301 externalId=4711',
      'prescription photon:rx_demo_3001',
      'orderFill photon:ord_demo_301|photon:rx_demo_3001 orderId=photon:ord_demo_301 prescriptionId=photon:rx_demo_3001',
    ],
  ],
  [
    'photon-order-error',
    [
      'pharmacyOrder photon:ord_demo_302 state=error patientId=photon:pat_demo_301 reason=The pharmacy does not stock this medicine externalId=enc-9001 lastError=The pharmacy does not stock this medicine',
      'patient photon:pat_demo_301 externalId=4711',
      'prescription photon:rx_demo_3001',
      'orderFill photon:ord_demo_302|photon:rx_demo_3001 orderId=photon:ord_demo_302 prescriptionId=photon:rx_demo_3001',
    ],
  ],
  [
    'photon-order-canceled',
    [
      'pharmacyOrder photon:ord_demo_302 state=canceled patientId=photon:pat_demo_301 reason=Canceled by the prescriber externalId=enc-9001 steps=2026-11-12T11:30:00.000Z canceled',
      'patient photon:pat_demo_301 externalId=4711',
      'prescription photon:rx_demo_3001',
      'orderFill photon:ord_demo_302|photon:rx_demo_3001 orderId=photon:ord_demo_302 prescriptionId=photon:rx_demo_3001',
    ],
  ],
])('the sample %s changes', (name, lines) => {
  expect(sampleChanges(name)).toEqual(lines);
});

test('a prescription is named by either form of a fill, once, with the last state named', () => {
  const fills = [
    { prescriptionId: 'rx_1', state: 'NEW' },
    { prescription: { id: 'rx_1' }, state: 'SENT' },
    { id: 'fil_3' },
  ];
  const lines = changesOf(readData('photon:order:placed', { id: 'ord_1', fills }));
  expect(lines.slice(1)).toEqual([
    'prescription photon:rx_1',
    'orderFill photon:ord_1|photon:rx_1 orderId=photon:ord_1 prescriptionId=photon:rx_1 state=SENT',
  ]);
});

test.each([
  ['SHIPPED', 'shipped'],
  ['Picked up', 'picked_up'],
  ['TELEPORTED', 'other'],
])('the fulfillment step %s is shown as %s', (state, step) => {
  const read = readData('photon:order:fulfillment', { id: 'ord_1', fulfillment: { state } });
  expect(read).toMatchObject({ entry: { title: { key: 'orderStep', params: { step } } } });
});
