import { expect, test } from 'vitest';
import { changesOf, readData, sampleChanges } from '#scripts/testing/stories/sample-events';

test.each<[string, string[]]>([
  [
    'medication.dispensing.completed.v1',
    [
      'dispense medication:dsp_demo_02 prescriptionId=medication:rx_demo_1001 patientId=medication:pat_demo_101 quantity=20 unit=tablet stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 expiryDate=2027-03-31 pharmacistId=medication:usr_demo_pharma dispensedAt=2026-11-10T16:20:00.000Z partial=false fhirId=MedicationDispense/demo-02',
      'prescription medication:rx_demo_1001',
      'stockItem medication:stk_demo_01',
      'lot medication:stk_demo_01|LOT-2026-07 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 expiryDate=2027-03-31',
      'stockMovement dispense:medication:dsp_demo_02 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 kind=dispense into=usable quantity=-20 movedAt=2026-11-10T16:20:00.000Z unit=tablet',
    ],
  ],
  [
    'medication.dispensing.partial.v1',
    [
      'dispense medication:dsp_demo_01 prescriptionId=medication:rx_demo_1001 patientId=medication:pat_demo_101 quantity=10 unit=tablet stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 expiryDate=2027-03-31 pharmacistId=medication:usr_demo_pharma dispensedAt=2026-11-09T11:00:00.000Z partial=true remaining=20 fhirId=MedicationDispense/demo-01',
      'prescription medication:rx_demo_1001',
      'stockItem medication:stk_demo_01',
      'lot medication:stk_demo_01|LOT-2026-07 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 expiryDate=2027-03-31',
      'stockMovement dispense:medication:dsp_demo_01 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 kind=dispense into=usable quantity=-10 movedAt=2026-11-09T11:00:00.000Z unit=tablet',
    ],
  ],
  [
    'medication.dispensing.returned.v1',
    [
      'return medication:ret_demo_01 dispenseId=medication:dsp_demo_02 prescriptionId=medication:rx_demo_1001 quantity=5 unit=tablet reason=Blister damaged stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 returnedAt=2026-11-12T10:05:00.000Z',
      'dispense medication:dsp_demo_02 prescriptionId=medication:rx_demo_1001 returned=true',
      'prescription medication:rx_demo_1001',
      'stockItem medication:stk_demo_01',
      'lot medication:stk_demo_01|LOT-2026-07 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07',
      'stockMovement return:medication:ret_demo_01 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 kind=return into=quarantine quantity=5 movedAt=2026-11-12T10:05:00.000Z unit=tablet dispenseId=medication:dsp_demo_02',
    ],
  ],
  [
    'medication.controlled_substance.dispensed.v1',
    [
      'dispense medication:dsp_demo_03 prescriptionId=medication:rx_demo_1002 productCode=RxNorm|1049621 display=Oxycodone 5 MG Oral Tablet quantity=20 unit=tablet stockItemId=medication:stk_demo_02 lotNumber=LOT-2025-12 pharmacistId=medication:usr_demo_pharma dispensedAt=2026-11-10T12:30:00.000Z schedule=II controlled=true',
      'prescription medication:rx_demo_1002',
      'stockItem medication:stk_demo_02',
      'lot medication:stk_demo_02|LOT-2025-12 stockItemId=medication:stk_demo_02 lotNumber=LOT-2025-12',
      'stockMovement dispense:medication:dsp_demo_03 stockItemId=medication:stk_demo_02 lotNumber=LOT-2025-12 kind=dispense into=usable quantity=-20 movedAt=2026-11-10T12:30:00.000Z unit=tablet',
      'registerEntry medication:dsp_demo_03 dispenseId=medication:dsp_demo_03 prescriptionId=medication:rx_demo_1002 schedule=II productCode=RxNorm|1049621 display=Oxycodone 5 MG Oral Tablet quantity=20 unit=tablet pharmacistId=medication:usr_demo_pharma enteredAt=2026-11-10T12:30:00.000Z',
      'stockItem medication:stk_demo_02 controlled=true schedule=II controlledCode=RxNorm|1049621 controlledDisplay=Oxycodone 5 MG Oral Tablet',
      'alert countersign|medication:dsp_demo_03 kind=countersign dispenseId=medication:dsp_demo_03 openedAt=2026-11-10T12:30:00.000Z raisedAt=2026-11-10T12:30:00.000Z',
    ],
  ],
])('the sample %s changes', (name, lines) => {
  expect(sampleChanges(name)).toEqual(lines);
});

const rowsOf = (type: string, data: Record<string, string | number | null>, table: string) =>
  changesOf(readData(`medication.${type}.v1`, { dispenseId: 'dsp_1', ...data })).filter((line) =>
    line.startsWith(`${table} `),
  );

const shelf = { stockItemId: 'stk_1', lotNumber: 'lot – 7', dispensedQuantity: 2.5 };

test('one dispense takes from the shelf once, whichever events report it', () => {
  const movements = ['dispensing.completed', 'dispensing.partial', 'controlled_substance.dispensed'].map((type) =>
    rowsOf(type, shelf, 'stockMovement'),
  );
  expect(new Set(movements.flat()).size).toBe(1);
  expect(movements[0]).toEqual([
    'stockMovement dispense:medication:dsp_1 stockItemId=medication:stk_1 lotNumber=LOT-7 kind=dispense into=usable quantity=-2.5 movedAt=2026-11-19T12:00:00.000Z',
  ]);
});

test.each([
  [
    'no stock item',
    { lotNumber: 'LOT-7', dispensedQuantity: 1 },
    'lotNumber=LOT-7 kind=dispense into=usable quantity=-1',
  ],
  ['no quantity', { stockItemId: 'stk_1' }, 'stockItemId=medication:stk_1 kind=dispense into=usable'],
])('with %s a dispense supplies the other half of a movement', (_, data, half) => {
  expect(rowsOf('dispensing.completed', data, 'stockMovement')).toEqual([
    `stockMovement dispense:medication:dsp_1 ${half} movedAt=2026-11-19T12:00:00.000Z`,
  ]);
});

test('with neither a stock item nor a quantity nothing is known to have moved', () => {
  const data = { lotNumber: 'LOT-7', dispensedQuantity: null, returnedQuantity: null };
  expect(rowsOf('dispensing.completed', data, 'stockMovement')).toEqual([]);
  expect(rowsOf('dispensing.returned', data, 'stockMovement')).toEqual([]);
});

test('a return without an id is known by its message, and never goes back on the shelf', () => {
  expect(rowsOf('dispensing.returned', { stockItemId: 'stk_1', returnedQuantity: '5' }, 'stockMovement')).toEqual([
    'stockMovement return:medication:evt_1 stockItemId=medication:stk_1 kind=return into=quarantine quantity=5 movedAt=2026-11-19T12:00:00.000Z dispenseId=medication:dsp_1',
  ]);
});

test.each<[string, Record<string, string | number | null>, boolean]>([
  ['II without a second signature', { schedule: 'II', pharmacistId: 'usr_1' }, true],
  ['II signed twice by one person', { schedule: 'C-II', pharmacistId: 'usr_1', counterSignId: 'usr_1' }, true],
  ['II signed by another person', { schedule: 2, pharmacistId: 'usr_1', counterSignId: 'usr_2' }, false],
  ['III without a second signature', { schedule: 'CIII', pharmacistId: 'usr_1' }, false],
  ['an unknown schedule', { pharmacistId: 'usr_1' }, false],
])('schedule %s: an alert is raised or not', (_, data, raised) => {
  expect(rowsOf('controlled_substance.dispensed', data, 'alert')).toEqual(
    raised
      ? [
          'alert countersign|medication:dsp_1 kind=countersign dispenseId=medication:dsp_1 openedAt=2026-11-19T12:00:00.000Z raisedAt=2026-11-19T12:00:00.000Z',
        ]
      : [],
  );
});

test.each(['VI', 'I', 'III N B', 'none'])(
  'the schedule %j cannot be read: the dispense counts, as controlled',
  (schedule) => {
    const read = readData('medication.controlled_substance.dispensed.v1', { dispenseId: 'dsp_1', schedule });
    expect(read).toMatchObject({ unreadable: ['data.schedule: expected a schedule from II to V, got another'] });
    expect(changesOf(read)).toContain('dispense medication:dsp_1 dispensedAt=2026-11-19T12:00:00.000Z controlled=true');
  },
);
