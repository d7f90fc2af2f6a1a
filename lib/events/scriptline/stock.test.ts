import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/domain/base/json/json';
import { changesOf, readData, sampleChanges } from '#scripts/testing/stories/sample-events';

test.each<[string, string[]]>([
  ['scriptline.dispense.reviewed', ['dispense medication:dsp_demo_02 review=reviewed reviewedBy=usr_demo_marta']],
  [
    'scriptline.dispense.countersigned',
    ['dispense medication:dsp_demo_03 countersignedBy=usr_demo_marta countersignedIds=["medication:usr_demo_pharma2"]'],
  ],
  [
    'scriptline.register.corrected',
    [
      'stockItem medication:stk_demo_02',
      'lot medication:stk_demo_02|LOT-2025-12 stockItemId=medication:stk_demo_02 lotNumber=LOT-2025-12',
      'stockMovement correction:evt_demo_s72 stockItemId=medication:stk_demo_02 lotNumber=LOT-2025-12 kind=correction into=usable quantity=-2 unit=tablet reason=Two tablets broken at the counter, destroyed before a witness corrects=dispense:medication:dsp_demo_03 correctedBy=usr_demo_marta movedAt=2026-11-16T17:32:00.000Z',
    ],
  ],
])('the sample %s changes', (name, lines) => {
  expect(sampleChanges(name)).toEqual(lines);
});

test('destroyed or credited returns leave the quarantine, and those kept there do not move; nothing goes to the shelf', () => {
  const moved = (disposition: string) =>
    changesOf(
      readData(
        'scriptline.return.disposed',
        {
          returnId: 'medication:r1',
          disposition,
          stockItemId: 'medication:s1',
          lotNumber: 'a',
          quantity: 5,
          quantityUnit: 'tablet',
        },
        true,
      ),
    ).filter((line) => line.startsWith('stockMovement'));
  expect(moved('quarantine')).toEqual([]);
  for (const disposition of ['destroy', 'credit'])
    expect(moved(disposition)).toEqual([
      expect.stringMatching(/^stockMovement disposal:medication:r1 .* kind=disposal into=quarantine quantity=-5 /),
    ]);
});

test.each<[string, JsonObject]>([
  ['scriptline.dispense.reviewed', { dispenseId: 'dsp_1' }],
  ['scriptline.dispense.flagged', { dispenseId: 'medication:dsp_1' }],
  ['scriptline.return.disposed', { returnId: 'medication:r1', disposition: 'restock' }],
  ['scriptline.stock.counted', { stockItemId: 'medication:s1', quantity: -1 }],
  ['scriptline.lot.quarantined', { stockItemId: 'medication:s1', lotNumber: ' - ' }],
  ['scriptline.lot.released', { stockItemId: 'medication:s1', lotNumber: 'A' }],
  ['scriptline.expiry.decided', { stockItemId: 'medication:s1', lotNumber: 'A', decision: 'forget' }],
  [
    'scriptline.alert.raised',
    { kind: 'recall', stockItemId: 'medication:s1', lotNumber: 'A', expiryDate: '2027-01-01' },
  ],
])('%s of %j is refused', (type, data) => {
  expect(readData(type, data, true)).toMatchObject({ outcome: 'quarantined' });
});
