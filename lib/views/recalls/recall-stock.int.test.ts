import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeRecall } from '#lib/commands/recalls/close-recall';
import { openRecall } from '#lib/commands/recalls/open-recall';
import { countStock } from '#lib/commands/stock/count-stock';
import { listStockItems } from '#lib/views/stock/stock-list';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import {
  ago,
  countedNothing,
  give,
  happened,
  notice,
  type RecallStory,
  recallId,
  recallStory,
  received,
  request,
} from '#scripts/testing/stories/recall-story';
import { getRecall } from './recall-detail.ts';

let story: RecallStory;
beforeAll(async () => {
  story = await recallStory();
});
afterAll(() => story.close());
afterEach(() => story.empty());

const marta = () => story.as('pharmacist@demo.test');
const close = () => closeRecall(marta(), recallId, 'Sent back', request());
const stock = async () => (await getRecall(marta(), recallId, 'req_test')).stock;
const partsOf = async (id: string) => {
  const { items } = await listStockItems(marta(), { limit: 10, ids: [`medication:${id}`] });
  return items[0]?.stock[0]?.parts ?? [];
};

test('a lot that no delivery and no count ever reported is not accounted for, whatever was observed of it, until it is counted', async () => {
  await happened(
    inventedEvent('medication.inventory.expiry_alert.v1', {
      time: ago(900),
      data: { stockItemId: 'stk_1', lotNumber: 'L-1', quantityOnHand: 40, quantityUnit: 'tablet' },
    }),
    notice(ago(300)),
  );
  expect(await stock()).toMatchObject([{ lot: 'L-1', known: false, amounts: [], accounted: false }]);
  await expect(close()).rejects.toMatchObject({ code: 'not-yet' });
  await countedNothing();
  expect(await stock()).toMatchObject([{ lot: 'L-1', known: true, amounts: [], accounted: true }]);
  await close();
});

test('books that know the shelf and are empty account for the lot', async () => {
  await happened(received('stk_1', { quantity: 30 }), give('d1', 'rx1', ago(900)), notice(ago(300)));
  expect(await stock()).toMatchObject([{ lot: 'L-1', known: true, amounts: [], accounted: true }]);
});

test('what a wholly recalled item has without a lot number is recalled and has to be counted; what is delivered after that and the closing is usable', async () => {
  const withoutLot = (grnNumber: string) => received('stk_1', { lotNumber: null, grnNumber, receivedAt: ago(600) });
  await happened(withoutLot('g1'));
  expect(await partsOf('stk_1')).toEqual([{ part: 'usable', quantity: '100' }]);
  await happened(notice(ago(300), { lotNumber: null }));
  expect(await partsOf('stk_1')).toEqual([{ part: 'recalled', quantity: '100' }]);
  expect(await stock()).toMatchObject([
    { lot: '', hold: 'recalled', accounted: false, amounts: [{ quantity: '100' }] },
  ]);
  await expect(close()).rejects.toMatchObject({ code: 'not-yet' });
  const counted = { stockItemId: 'medication:stk_1', quantity: '0', unit: 'tablet' };
  await countStock(marta(), counted, request().key, 'req_test');
  expect(await stock()).toMatchObject([{ lot: '', hold: 'recalled', accounted: true, amounts: [] }]);
  await close();
  await happened(received('stk_1', { lotNumber: null, grnNumber: 'g2', receivedAt: ago(-2), quantity: 7 }));
  expect(await partsOf('stk_1')).toEqual([{ part: 'usable', quantity: '7' }]);
});

test('an item that is recalled as a whole and of whose shelf nothing is known does not pass for empty', async () => {
  await happened(notice(ago(300), { lotNumber: null }));
  expect(await stock()).toMatchObject([{ lot: '', known: false, accounted: false }]);
  await expect(close()).rejects.toMatchObject({ code: 'not-yet' });
});

test("a lot in an open case is not opened again through the same product's other stock item; another product's is", async () => {
  await happened(
    received('stk_1'),
    received('stk_9'),
    received('stk_8', { medicationCode: 'RxNorm|2' }),
    notice(ago(300)),
  );
  const opened = (id: string) =>
    openRecall(
      marta(),
      { lots: [{ stockItemId: `medication:${id}`, lotNumber: 'l-1' }], reason: 'Named in a notice' },
      request().key,
      'req_test',
    );
  await expect(opened('stk_1')).rejects.toMatchObject({ code: 'already-open' });
  await expect(opened('stk_9')).rejects.toMatchObject({ code: 'already-open' });
  await opened('stk_8');
});
