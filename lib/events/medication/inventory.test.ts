import { expect, test } from 'vitest';
import { changesOf, readData, sampleChanges } from '#scripts/testing/stories/sample-events';

test.each<[string, string[]]>([
  [
    'medication.inventory.stock_received.v1',
    [
      'stockItem medication:stk_demo_01 productCode=RxNorm|861007 display=Metformin 500 MG Oral Tablet unit=tablet locationId=medication:loc_demo_main lastReceivedAt=2026-11-03T07:35:00.000Z',
      'lot medication:stk_demo_01|LOT-2026-07 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 expiryDate=2027-03-31 lastReceivedAt=2026-11-03T07:35:00.000Z',
      'stockMovement receipt:medication:GRN-2026-0311|stk_demo_01|LOT-2026-07 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 kind=receipt into=usable quantity=500 movedAt=2026-11-03T07:35:00.000Z unit=tablet supplier=Distribuidora Norte grnNumber=GRN-2026-0311',
    ],
  ],
  [
    'medication.inventory.reorder_alert.v1',
    [
      'stockItem medication:stk_demo_02 display=Oxycodone 5 MG Oral Tablet unit=tablet reorderPoint=40 observedOnHand=12',
      'alert reorder|medication:stk_demo_02 kind=reorder stockItemId=medication:stk_demo_02 openedAt=2026-11-12T06:00:00.000Z raisedAt=2026-11-12T06:00:00.000Z observedOnHand=12',
    ],
  ],
  [
    'medication.inventory.expiry_alert.v1',
    [
      'stockItem medication:stk_demo_02',
      'lot medication:stk_demo_02|LOT-2025-12 stockItemId=medication:stk_demo_02 lotNumber=LOT-2025-12 expiryDate=2026-12-10 observedOnHand=12',
      'alert expiry|medication:stk_demo_02|LOT-2025-12 kind=expiry stockItemId=medication:stk_demo_02 lotNumber=LOT-2025-12 openedAt=2026-11-12T06:00:05.000Z raisedAt=2026-11-12T06:00:05.000Z horizonDays=30 expiryDate=2026-12-10 observedOnHand=12',
    ],
  ],
  [
    'medication.inventory.recall_triggered.v1',
    [
      'recallCase medication:rcl_demo_01 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 recallClass=II depth=patient reason=Dissolution out of specification triggeredBy=medication:usr_demo_pharma recalledAt=2026-11-16T15:00:00.000Z state=open',
      'recallLot medication:rcl_demo_01|medication:stk_demo_01|LOT-2026-07 recallId=medication:rcl_demo_01 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 recalledAt=2026-11-16T15:00:00.000Z',
      'stockItem medication:stk_demo_01',
      'lot medication:stk_demo_01|LOT-2026-07 stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 frozen=recalled recalled=recalled frozenReason=Dissolution out of specification',
      'alert recall|medication:stk_demo_01|LOT-2026-07 kind=recall stockItemId=medication:stk_demo_01 lotNumber=LOT-2026-07 openedAt=2026-11-16T15:00:00.000Z raisedAt=2026-11-16T15:00:00.000Z reason=Dissolution out of specification',
    ],
  ],
])('the sample %s changes', (name, lines) => {
  expect(sampleChanges(name)).toEqual(lines);
});

const rowsOf = (type: string, data: Record<string, string | number | null>, table: string) =>
  changesOf(readData(`medication.inventory.${type}.v1`, { stockItemId: 'stk_1', ...data })).filter((line) =>
    line.startsWith(`${table} `),
  );

test.each([
  [
    'of one delivery note, lot and item are one',
    { grnNumber: 'GRN-1', lotNumber: 'lot 7', quantity: 5 },
    'receipt:medication:GRN-1|stk_1|LOT 7',
  ],
  [
    'without a delivery note are known by their message',
    { lotNumber: 'LOT 7', quantity: 5 },
    'receipt:medication:evt_1',
  ],
])('receipts %s', (_, data, id) => {
  expect(rowsOf('stock_received', data, 'stockMovement')).toEqual([expect.stringContaining(`stockMovement ${id} `)]);
});

test('a lot written two ways is one lot', () => {
  const ids = ['LOT-7', ' lot – 7 '].map((lotNumber) => rowsOf('recall_triggered', { lotNumber }, 'lot'));
  expect(ids[0]).toEqual([
    'lot medication:stk_1|LOT-7 stockItemId=medication:stk_1 lotNumber=LOT-7 frozen=recalled recalled=recalled',
  ]);
  expect(ids[1]).toEqual(ids[0]);
});

test.each([
  ['its own id', { recallId: 'rcl_1', lotNumber: 'LOT-7' }, 'medication:rcl_1'],
  ['else the lot', { lotNumber: 'LOT-7' }, 'medication:stk_1|LOT-7'],
  ['else the whole item', {}, 'medication:stk_1'],
])('a recall is known by %s', (_, data, id) => {
  expect(rowsOf('recall_triggered', data, 'recallCase')).toEqual([expect.stringContaining(`recallCase ${id} `)]);
});

test('an item with recorded stock below zero is an observation like any other', () => {
  expect(rowsOf('reorder_alert', { quantityOnHand: -3 }, 'stockItem')).toEqual([
    'stockItem medication:stk_1 observedOnHand=-3',
  ]);
});

test.each([
  ['2026-11-18', 'lotExpired', undefined],
  ['2026-11-19', 'lotExpiresIn', 0],
  ['2026-12-17T00:00:00Z', 'lotExpiresIn', 28],
  [null, 'lotExpiresSoon', undefined],
])('a lot that expires on %s, reported on November 19th: %s', (expiryDate, key, days) => {
  const read = readData('medication.inventory.expiry_alert.v1', { stockItemId: 'stk_1', expiryDate });
  expect(read).toMatchObject({ entry: { title: { key, params: days === undefined ? {} : { days } } } });
});
