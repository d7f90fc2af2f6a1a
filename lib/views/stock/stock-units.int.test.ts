import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Paged } from '#lib/contract/base/list';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { listFile } from '#lib/views/base/list-file';
import { demoDatabase } from '#scripts/testing/demo-database';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { getLot } from './lot-detail.ts';
import { stockItemCells } from './stock-csv.ts';
import { listStockItems } from './stock-list.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
const account: Account = {
  scope: { tenantId: 'demo', userId: 'usr_marta', role: 'pharmacist', inCharge: true, prescriberIds: [] },
  ...{ sessionId: 's', name: 'Marta', email: 'm@demo.test', tenantName: 'Demo', timeZone: 'UTC', locale: 'en' },
};

beforeAll(async () => {
  database = await demoDatabase();
});
afterAll(() => database.close());

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const day = (days: number) => daysAgo(-days).slice(0, 10);

async function tell(...told: readonly (readonly [name: string, daysAgo: number, data: JsonObject])[]): Promise<void> {
  await appendToLedger(
    told.map(([name, days, data]) => {
      const own = name.startsWith('scriptline');
      return newEvent(own ? 'standard' : 'medication-service', inventedEvent(name, { time: daysAgo(days), data }), own);
    }),
  );
  await processAll();
}

const received = (id: string, quantity: number, quantityUnit: string, expiryDate = day(300)) => ({
  ...{ stockItemId: id, lotNumber: `L-${quantityUnit}`, grnNumber: `${id} ${quantityUnit}`, quantity, quantityUnit },
  ...{ expiryDate, medicationCode: `code-${id}`, medicationDisplay: id },
});
const stockOf = async (id: string) => (await listStockItems(account, { limit: 5, ids: [`medication:${id}`] })).items[0];
const shown = async (show: 'below' | 'none' | 'expired') =>
  (await listStockItems(account, { show, limit: 200 })).items.map(({ id }) => id);

const delivery = 'medication.inventory.stock_received.v1';
const dispensed = 'medication.dispensing.completed.v1';
const given = { lotNumber: 'L-tablet', quantityUnit: 'tablet' };
const ordering = 'medication.inventory.reorder_alert.v1';

test('of an item kept in two units no figure spans them: neither usable stock, nor cover, nor the reorder warning', async () => {
  await tell(
    [ordering, 50, { stockItemId: 'two', quantityOnHand: 9, reorderPoint: 40 }],
    [delivery, 40, received('two', 500, 'tablet')],
    [
      dispensed,
      20,
      { dispenseId: 'd2', stockItemId: 'two', lotNumber: 'L-tablet', dispensedQuantity: 30, quantityUnit: 'tablet' },
    ],
    [delivery, 10, received('two', 1, 'box')],
  );
  expect(await stockOf('two')).toMatchObject({ usable: null, coverDays: null, below: false });
  expect([...(await shown('below')), ...(await shown('none'))]).not.toContain('medication:two');
});

test('what has expired in one unit is not hidden by what is missing in another', async () => {
  await tell(
    [delivery, 40, received('old', 5, 'tablet', day(-3))],
    [
      dispensed,
      30,
      { dispenseId: 'd4', stockItemId: 'old', lotNumber: 'L-tablet', dispensedQuantity: 9, quantityUnit: 'box' },
    ],
  );
  expect(await shown('expired')).toContain('medication:old');
});

test('a unit of which nothing is there is no unit of the item, whatever was said last', async () => {
  await tell([delivery, 40, received('one', 500, 'tablet')], [delivery, 10, { ...received('one', 0, 'box') }]);
  expect(await stockOf('one')).toMatchObject({ unit: 'tablet', usable: '500' });
});

test('a reorder point of the directory counts in its own unit only', async () => {
  const product = (unit: string) => ({
    ...{ productId: 'product:11111111-1111-4111-8111-111111111111', display: 'point', unit, reorderPoint: '900' },
    ...{ codes: ['medication:code-point'], schedule: null },
  });
  await tell([delivery, 40, received('point', 500, 'tablet')], ['scriptline.product.recorded', 20, product('box')]);
  expect(await stockOf('point')).toMatchObject({ reorderPoint: null, below: false });
  await tell(['scriptline.product.recorded', 10, product('Tablet')]);
  expect(await stockOf('point')).toMatchObject({ reorderPoint: '900', below: true });
});

test("the difference between recorded stock and an alert's observation is shown for an item and for a lot", async () => {
  await tell(
    [delivery, 40, received('seen', 500, 'tablet')],
    [ordering, 10, { stockItemId: 'seen', quantityOnHand: 470, reorderPoint: 40, quantityUnit: 'tablet' }],
    ['medication.inventory.expiry_alert.v1', 9, { stockItemId: 'seen', lotNumber: 'L-tablet', quantityOnHand: 502.5 }],
  );
  expect((await stockOf('seen'))?.observedMore).toBe('-30');
  expect((await getLot(account, 'medication:seen|L-TABLET')).observedMore).toBe('2.5');
});

test('in the file of stock a quantity is a number with its unit beside it; of several units each says its own', async () => {
  await tell(
    [dispensed, 30, { ...given, dispenseId: 'd5', stockItemId: 'csv-one', dispensedQuantity: 19 }],
    [delivery, 40, received('csv-two', 5, 'tablet')],
    [delivery, 30, received('csv-two', 1, 'box')],
  );
  const page = (paged: Paged) => listStockItems(account, paged);
  const file = await listFile(account, 'stock', stockItemCells, page, 'req');
  const [head = '', ...lines] = (await file.text()).trim().split('\n');
  const cellOf = (id: string, column: string) =>
    lines.find((line) => line.startsWith(`medication:${id},`))?.split(',')[head.split(',').indexOf(column)];
  expect([cellOf('csv-one', 'usable'), cellOf('csv-one', 'unit')]).toEqual(['-19', 'tablet']);
  expect(cellOf('csv-two', 'usable')).toMatch(/^(5 tablet; 1 box|1 box; 5 tablet)$/);
});
