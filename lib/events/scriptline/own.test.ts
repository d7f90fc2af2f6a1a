import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/domain/base/json/json';
import { changesOf, readData, sampleChanges } from '#scripts/testing/stories/sample-events';

test.each<[string, string[]]>([
  ['scriptline.resend.requested', ['prescription osigu:rx_demo_2001 resend=requested fileAddress=marisol@example.com']],
  [
    'scriptline.email.accepted',
    [
      'prescription osigu:rx_demo_2001 attemptedAddress=marisol@example.com',
      'emailDelivery osigu:rx_demo_2001|marisol@example.com prescriptionId=osigu:rx_demo_2001 address=marisol@example.com carrier=smtp state=accepted lastAcceptance=accepted acceptedAt=2026-11-10T16:31:10.000Z',
    ],
  ],
  [
    'scriptline.email.failed',
    [
      'prescription osigu:rx_demo_2001 attemptedAddress=marisol@example.com',
      'emailDelivery osigu:rx_demo_2001|marisol@example.com prescriptionId=osigu:rx_demo_2001 address=marisol@example.com carrier=smtp state=failed firstFailure=failed lastFailure=failed reason=451 4.4.1 Connection timed out cause=passing',
    ],
  ],
  [
    'scriptline.email.uncertain',
    [
      'prescription osigu:rx_demo_2001 attemptedAddress=marisol@example.com',
      'emailDelivery osigu:rx_demo_2001|marisol@example.com prescriptionId=osigu:rx_demo_2001 address=marisol@example.com carrier=smtp state=uncertain firstFailure=uncertain lastFailure=uncertain reason=Connection closed after DATA',
    ],
  ],
  ['scriptline.address.changed', ['prescription osigu:rx_demo_2001 fileAddress=marisol@example.com']],
  ['scriptline.encounter.linked', ['prescription osigu:rx_demo_2001 encounterId=ENC-2026-004711']],
  ['scriptline.prescription.assigned', ['prescription osigu:rx_demo_2001 assignedTo=osigu:doc_demo_ana']],
  [
    'scriptline.followup.snoozed',
    [
      'prescription osigu:rx_demo_2001 snoozedNotDelivered={"until":"2026-11-11T08:00:00.000Z","reason":"She comes in tomorrow"}',
    ],
  ],
  ['scriptline.prescription.linked', ['prescription osigu:rx_demo_2001', 'prescription photon:rx_demo_3001']],
  ['scriptline.handover.printed', ['prescription osigu:rx_demo_2001 reachedBy=paper']],
  ['scriptline.patient.told', ['prescription osigu:rx_demo_2001 reachedBy=phone']],
  [
    'scriptline.patient.recorded',
    [
      'patientRecord dir:5f0c2a8e-9d41-4c6b-8a37-0e1d2c3b4a59 name=Marisol Invented phone=+502 5550 0101 email=marisol@example.com language=es externalId=mrn-0101',
    ],
  ],
  [
    'scriptline.patient.linked',
    [
      'patientLink osigu:pat_demo_201 recordId=dir:5f0c2a8e-9d41-4c6b-8a37-0e1d2c3b4a59 basis=person note=Both cards were shown linkedBy=usr_demo_ana',
      'patientRecord dir:5f0c2a8e-9d41-4c6b-8a37-0e1d2c3b4a59',
    ],
  ],
  [
    'scriptline.product.recorded',
    [
      'product product:metformin-500 display=Metformin 500 MG Oral Tablet unit=tablet schedule=none reorderPoint=40',
      'productCode medication:RxNorm|861007 productId=product:metformin-500',
      'productCode osigu:MED-042 productId=product:metformin-500',
    ],
  ],
])('the sample %s changes', (name, lines) => {
  expect(sampleChanges(name)).toEqual(lines);
});

test.each(['rx_1', 'scriptline:rx_1', 'osigu:', 7])(
  'our own event must name a row of a sender: %j does not',
  (prescriptionId) => {
    expect(readData('scriptline.resend.requested', { prescriptionId, email: 'ana@example.com' }, true)).toMatchObject({
      outcome: 'quarantined',
      rejection: { cause: 'invalid-payload', paths: [expect.stringMatching(/^data\.prescriptionId: /)] },
    });
  },
);

test('a field that a correction clears is empty from then on, and a field it does not name stays', () => {
  const data = { recordId: 'dir:1', email: 'New@Example.com', cleared: ['phone'] };
  expect(changesOf(readData('scriptline.patient.recorded', data, true))).toEqual([
    'patientRecord dir:1 phone= email=new@example.com',
  ]);
});

test('null changes nothing, as everywhere', () => {
  const data = { recordId: 'dir:1', name: null, language: null, cleared: null, email: null };
  expect(changesOf(readData('scriptline.patient.recorded', data, true))).toEqual(['patientRecord dir:1']);
});

test('a link that names nobody is removed', () => {
  const data = { patientId: 'photon:pat_1', basis: 'person', note: 'Somebody else' };
  expect(changesOf(readData('scriptline.patient.linked', data, true))).toEqual([
    'patientLink photon:pat_1 recordId= basis=person note=Somebody else linkedBy=',
  ]);
});

test('a code that is kept and removed at once is kept', () => {
  const data = { productId: 'product:1', codes: ['osigu:A'], removedCodes: ['osigu:A', 'osigu:B'] };
  expect(changesOf(readData('scriptline.product.recorded', data, true))).toEqual([
    'product product:1',
    'productCode osigu:A productId=product:1',
    'productCode osigu:B productId=',
  ]);
});

test.each<[string, JsonObject]>([
  ['scriptline.patient.recorded', { recordId: 'osigu:pat_1' }],
  ['scriptline.patient.recorded', { recordId: 'dir:1', language: 'fr' }],
  ['scriptline.patient.linked', { patientId: 'dir:1', recordId: 'dir:2', basis: 'person' }],
  ['scriptline.patient.linked', { patientId: 'osigu:pat_1', recordId: 'dir:2', basis: 'name' }],
  ['scriptline.product.recorded', { productId: 'product:1', codes: ['MED-1'] }],
])('%s of %j is refused', (type, data) => {
  expect(readData(type, data, true)).toMatchObject({ outcome: 'quarantined' });
});
