import { expect, test } from 'vitest';
import { changesOf, readData, sampleChanges } from '#scripts/testing/stories/sample-events';

test.each<[string, string[]]>([
  [
    'medication.prescription.drafted.v1',
    [
      'prescription medication:rx_demo_1001 written=draft patientId=medication:pat_demo_101 prescriberId=medication:usr_demo_ana',
      'patient medication:pat_demo_101',
      'prescriptionItem medication:rx_demo_1001|1 prescriptionId=medication:rx_demo_1001 line=1 productCode=RxNorm|861007 display=Metformin 500 MG Oral Tablet',
    ],
  ],
  [
    'medication.prescription.signed.v1',
    [
      'prescription medication:rx_demo_1001 written=signed patientId=medication:pat_demo_101 prescriberId=medication:usr_demo_ana issuedAt=2026-11-09T09:00:00.000Z',
      'patient medication:pat_demo_101',
      'prescriptionItem medication:rx_demo_1001|1 prescriptionId=medication:rx_demo_1001 line=1 productCode=RxNorm|861007 display=Metformin 500 MG Oral Tablet dose=500 mg route=oral frequency=BID durationDays=15 quantity=30 unit=tablet refills=0 controlled=false',
      'alertOverride medication:aov_demo_01 prescriptionId=medication:rx_demo_1001 patientId=medication:pat_demo_101 alertType=interaction severity=moderate alertText=Interaction with enalapril reason=Known and monitored overriddenBy=medication:usr_demo_ana overriddenAt=2026-11-09T09:00:00.000Z',
    ],
  ],
  [
    'medication.prescription.discontinued.v1',
    ['prescription medication:rx_demo_1002 written=discontinued writtenReason=Pain has gone'],
  ],
  [
    'medication.prescription.held.v1',
    [
      'prescription medication:rx_demo_1001 hold=held lastHold=held holdReason=Waiting for a kidney function result heldUntil=2026-11-10',
    ],
  ],
  ['medication.prescription.resumed.v1', ['prescription medication:rx_demo_1001 hold=none']],
  [
    'medication.alert.overridden.v1',
    [
      'alertOverride medication:aov_demo_01 prescriptionId=medication:rx_demo_1001 patientId=medication:pat_demo_101 alertType=interaction severity=moderate alertText=Interaction with enalapril reason=Known and monitored overriddenBy=medication:usr_demo_ana overriddenAt=2026-11-09T08:58:20.000Z',
      'prescription medication:rx_demo_1001',
    ],
  ],
  [
    'medication.fulfillment.queued.v1',
    [
      'prescription medication:rx_demo_1001 queue=queued queuedAt=2026-11-09T09:04:55.000Z priority=routine patientId=medication:pat_demo_101 medicationRequestId=medication:mrq_demo_01',
    ],
  ],
])('the sample %s changes', (name, lines) => {
  expect(sampleChanges(name)).toEqual(lines);
});

test('an overridden alert without an id of its own is the same row under the legacy and the new name', () => {
  const data = {
    prescriptionId: 'rx_1',
    patientId: 'pat_1',
    overrides: [{ alertType: 'allergy' }, { alertType: 'dose' }],
  };
  const lines = changesOf(readData('medication.prescription.signed.v1', data)).filter((line) =>
    line.startsWith('alertOverride'),
  );
  expect(lines).toEqual([
    'alertOverride medication:rx_1|override|1 prescriptionId=medication:rx_1 patientId=medication:pat_1 alertType=allergy overriddenAt=2026-11-19T12:00:00.000Z',
    'alertOverride medication:rx_1|override|2 prescriptionId=medication:rx_1 patientId=medication:pat_1 alertType=dose overriddenAt=2026-11-19T12:00:00.000Z',
  ]);
  expect(changesOf(readData('med.order.signed', data)).filter((line) => line.startsWith('alertOverride'))).toEqual(
    lines,
  );
});

test('a signed prescription of which only the id is known has no item', () => {
  expect(changesOf(readData('medication.prescription.signed.v1', { prescriptionId: 'rx_1' }))).toEqual([
    'prescription medication:rx_1 written=signed issuedAt=2026-11-19T12:00:00.000Z',
  ]);
});

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026-11-20T10:00:00+01:00', '2026-11-20T09:00:00.000Z'],
])('a hold until %s', (heldUntil, kept) => {
  const [line] = changesOf(readData('medication.prescription.held.v1', { prescriptionId: 'rx_1', heldUntil }));
  expect(line).toBe(`prescription medication:rx_1 hold=held lastHold=held heldUntil=${kept}`);
});
