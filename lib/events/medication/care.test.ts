import { expect, test } from 'vitest';
import { changesOf, readData, sampleChanges } from '#scripts/testing/stories/sample-events';

test.each<[string, string[]]>([
  [
    'medication.administration.recorded.v1',
    [
      'administration medication:adm_demo_01 prescriptionId=medication:rx_demo_1001 patientId=medication:pat_demo_101 status=given dose=500 mg administeredBy=medication:usr_demo_nurse administeredAt=2026-11-11T08:08:00.000Z',
      'prescription medication:rx_demo_1001',
    ],
  ],
  [
    'medication.reconciliation.completed.v1',
    [
      'reconciliation medication:rec_demo_01 patientId=medication:pat_demo_101 completedAt=2026-11-13T09:39:30.000Z completedBy=medication:usr_demo_ana outcomes=[{"action":"continued","prescriptionId":"medication:rx_demo_1001","display":"Metformin 500 MG Oral Tablet"},{"action":"continued","display":"Enalapril 10 MG Oral Tablet"},{"action":"stopped","display":"Ibuprofen 400 MG Oral Tablet"}]',
      'prescription medication:rx_demo_1001',
    ],
  ],
  [
    'orders.medication_request.activated.v1',
    [
      'medicationRequest medication:mrq_demo_01 origin=order prescriptionId=medication:rx_demo_1001 patientId=medication:pat_demo_101 prescriberId=medication:usr_demo_ana productCode=RxNorm|861007 display=Metformin 500 MG Oral Tablet requestedAt=2026-11-09T09:01:00.000Z',
      'prescription medication:rx_demo_1001 medicationRequestId=medication:mrq_demo_01',
    ],
  ],
  [
    'eprescribing.medication_request.created.v1',
    [
      'medicationRequest medication:mrq_demo_02 origin=external prescriptionBusinessId=PBI-2026-0042 patientId=medication:pat_demo_103 prescriberId=medication:usr_demo_luis pharmacyId=medication:org_demo_pharmacy productCode=RxNorm|197361 requestedAt=2026-11-11T14:00:00.000Z',
    ],
  ],
  [
    'eprescribing.medication_request.updated.v1',
    [
      'medicationRequest medication:mrq_demo_02 origin=external prescriptionBusinessId=PBI-2026-0042 patientId=medication:pat_demo_103 prescriberId=medication:usr_demo_luis pharmacyId=medication:org_demo_pharmacy productCode=RxNorm|308182 requestedAt=2026-11-11T15:30:00.000Z',
    ],
  ],
  [
    'patient-chart.allergy.updated.v1',
    [
      'allergyNotice medication:pat_demo_101 patientId=medication:pat_demo_101 substance=Penicillin action=added noticedAt=2026-11-14T11:20:00.000Z',
    ],
  ],
  [
    'tenant.formulary.updated.v1',
    [
      'formularyNotice RxNorm|308182 listed=true version=2026-11 noticedAt=2026-11-17T05:00:00.000Z',
      'formularyNotice RxNorm|197361 listed=false version=2026-11 noticedAt=2026-11-17T05:00:00.000Z',
    ],
  ],
])('the sample %s changes', (name, lines) => {
  expect(sampleChanges(name)).toEqual(lines);
});

test.each(['given', 'refused', 'held', 'missed', 'GIVEN '])('the administration status %j is read', (status) => {
  const [line] = changesOf(readData('medication.administration.recorded.v1', { administrationId: 'adm_1', status }));
  expect(line).toContain(` status=${status.trim().toLowerCase()} `);
});

test('any other status is shown as it came and not guessed: refused and missed doses raise alarms', () => {
  const read = readData('medication.administration.recorded.v1', { administrationId: 'adm_1', status: 'done' });
  expect(read).toMatchObject({
    unreadable: ['data.status: expected given, refused, held or missed, got other text'],
    entry: { facts: [{ label: 'notReadable', value: 'status: done' }] },
  });
  expect(changesOf(read)).toEqual(['administration medication:adm_1 administeredAt=2026-11-19T12:00:00.000Z']);
});

test('outcomes are counted by what they mean, and unknown words are counted too', () => {
  const outcomes = ['continue', 'Continued', 'discontinued', 'modified', 'added', 'reviewed', null].map((action) => ({
    action,
  }));
  const read = readData('medication.reconciliation.completed.v1', { reconciliationId: 'rec_1', outcomes });
  expect(read).toMatchObject({
    entry: { title: { params: { continued: 2, stopped: 1, changed: 1, started: 1, other: 2 } } },
  });
});

test('a code that is added and removed at once is not listed, in whichever order', () => {
  const lines = changesOf(readData('tenant.formulary.updated.v1', { version: '7', added: ['X'], removed: ['X'] }));
  expect(lines.map((line) => line.replace(/ version.*/, ''))).toEqual([
    'formularyNotice X listed=true',
    'formularyNotice X listed=false',
  ]);
});
