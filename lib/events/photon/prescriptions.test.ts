import { expect, test } from 'vitest';
import { changesOf, readData, sampleChanges } from '#scripts/testing/stories/sample-events';

test.each<[string, string[]]>([
  [
    'photon-prescription-created',
    [
      'prescription photon:rx_demo_3001 written=active patientId=photon:pat_demo_301 prescriberId=photon:usr_demo_ana dispenseAsWritten=true effectiveDate=2026-11-04 expirationDate=2027-11-04 issuedAt=2026-11-04T13:00:00.000Z externalId=enc-9001',
      'patient photon:pat_demo_301 externalId=4711',
      'prescriptionItem photon:rx_demo_3001|1 prescriptionId=photon:rx_demo_3001 line=1 productCode=med_demo_301 sig=Take once daily durationDays=30 quantity=30 unit=EA refills=1',
    ],
  ],
  [
    'photon-prescription-depleted',
    [
      'prescription photon:rx_demo_3001 patientId=photon:pat_demo_301 externalId=enc-9001 fills=all_ordered',
      'patient photon:pat_demo_301 externalId=4711',
    ],
  ],
  [
    'photon-prescription-active',
    [
      'prescription photon:rx_demo_3001 patientId=photon:pat_demo_301 externalId=enc-9001 fills=available',
      'patient photon:pat_demo_301 externalId=4711',
    ],
  ],
  [
    'photon-prescription-expired',
    [
      'prescription photon:rx_demo_3002 patientId=photon:pat_demo_302 externalId=enc-8800 written=expired',
      'patient photon:pat_demo_302 externalId=4712',
    ],
  ],
  [
    'photon-prescription-canceled',
    [
      'prescription photon:rx_demo_3003 patientId=photon:pat_demo_302 externalId=enc-8900 written=canceled',
      'patient photon:pat_demo_302 externalId=4712',
    ],
  ],
])('the sample %s changes', (name, lines) => {
  expect(sampleChanges(name)).toEqual(lines);
});

const created = (data: Record<string, string | number>) =>
  readData('photon:prescription:created', { id: 'rx_1', ...data });

test.each([
  ['the older form', { medicationId: 'med_1', refillsAllowed: 12 }],
  ['the newer form', { treatmentId: 'med_1', fillsAllowed: 13 }],
  ['both forms that agree', { medicationId: 'med_1', treatmentId: 'med_1', refillsAllowed: 12, fillsAllowed: 13 }],
])('%s says the same', (_, data) => {
  expect(changesOf(created(data))).toContain(
    'prescriptionItem photon:rx_1|1 prescriptionId=photon:rx_1 line=1 productCode=med_1 refills=12',
  );
});

test.each([
  ['fillsAllowed', { refillsAllowed: 12, fillsAllowed: 12 }],
  ['treatmentId', { medicationId: 'med_1', treatmentId: 'med_2' }],
])('two values of %s that differ are a contradiction: the right one is not guessed', (path, data) => {
  expect(created(data)).toMatchObject({
    outcome: 'quarantined',
    rejection: { cause: 'invalid-payload', paths: [`data.${path}: expected one value, got two that differ`] },
  });
});

test('no fill at all leaves none to refill', () => {
  expect(created({ fillsAllowed: 0 })).toMatchObject({ outcome: 'processed', changes: [{}, { set: { refills: 0 } }] });
});
