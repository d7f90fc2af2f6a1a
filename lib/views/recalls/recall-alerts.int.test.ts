import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeRecall } from '#lib/commands/recalls/close-recall';
import { openRecall } from '#lib/commands/recalls/open-recall';
import { acknowledgeAlert } from '#lib/commands/stock/acknowledge-alert';
import { countStock } from '#lib/commands/stock/count-stock';
import { releaseLot } from '#lib/commands/stock/lot-actions';
import type { JsonObject } from '#lib/domain/base/json/json';
import { listAlerts } from '#lib/views/stock/alerts';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import {
  ago,
  give,
  happened,
  notice,
  type RecallStory,
  recallId,
  recallStory,
  received,
  request,
} from '#scripts/testing/stories/recall-story';

let story: RecallStory;
beforeAll(async () => {
  story = await recallStory();
});
afterAll(() => story.close());
afterEach(() => story.empty());

const marta = () => story.as('pharmacist@demo.test');
const stockItemId = 'medication:stk_1';
const lotAlert = `recall|${stockItemId}|L-1`;
const stateOf = async (id: string) =>
  (await listAlerts(marta(), { limit: 50, stockItemId })).items.find((one) => one.id === id)?.state;
const see = (id: string) => acknowledgeAlert(marta(), { id, reason: 'Seen' }, request().key, 'req_test');
const count = (quantity: string, lotNumber?: string) =>
  countStock(marta(), { stockItemId, lotNumber, quantity, unit: 'tablet' }, request().key, 'req_test');

test('a recall that is opened by hand raises its alert', async () => {
  await happened(received('stk_1'));
  await openRecall(marta(), { lots: [{ stockItemId, lotNumber: 'L-1' }], reason: 'Notice' }, request().key, 'req_test');
  expect(await stateOf(lotAlert)).toBe('open');
});

test('a recall alert heals when the lot is gone, and reopens when some of it comes', async () => {
  await happened(received('stk_1'), notice(ago(300)));
  expect(await stateOf(lotAlert)).toBe('open');
  await see(lotAlert);
  expect(await stateOf(lotAlert)).toBe('acknowledged');
  await count('0', 'L-1');
  expect(await stateOf(lotAlert)).toBe('healed');
  await happened(received('stk_1', { grnNumber: 'more', receivedAt: ago(-2) }));
  expect(await stateOf(lotAlert)).toBe('open');
});

test('a recall alert heals when its case is closed, whatever is still there, and reopens with the case', async () => {
  await happened(received('stk_1'), notice(ago(300)));
  await see(lotAlert);
  await count('12', 'L-1');
  expect(await stateOf(lotAlert)).toBe('acknowledged');
  await closeRecall(marta(), recallId, 'Held for the supplier', request());
  expect(await stateOf(lotAlert)).toBe('healed');
  await happened(give('d1', 'rx1', ago(200)));
  expect(await stateOf(lotAlert)).toBe('open');
});

test('what was seen of a recall is not seen of the next one of the same lot', async () => {
  await happened(received('stk_1'), notice(ago(300)));
  await see(lotAlert);
  await happened(notice(ago(300)));
  expect(await stateOf(lotAlert)).toBe('acknowledged');
  await releaseLot(marta(), `${stockItemId}|L-1`, 'Withdrawn', request().key, 'req_test');
  expect(await stateOf(lotAlert)).toBe('healed');
  await happened(notice(ago(-2), { recallId: 'rcl_2' }));
  expect(await stateOf(lotAlert)).toBe('open');
});

test('alerts of a recall or an expiry that name no lot heal when nothing is there', async () => {
  const expiry = inventedEvent('medication.inventory.expiry_alert.v1', {
    time: ago(400),
    data: { stockItemId: 'stk_1', lotNumber: null, expiryDate: ago(-20 * 86_400).slice(0, 10), quantityOnHand: 9 },
  });
  const ids = [`recall|${stockItemId}`, `expiry|${stockItemId}`];
  const states = () => Promise.all(ids.map(stateOf));
  await happened(expiry, notice(ago(300), { lotNumber: null }));
  expect(await states()).toEqual(['open', 'open']);
  await happened(received('stk_1', { expiryDate: ago(-10 * 86_400).slice(0, 10) }));
  await happened(received('stk_1', { lotNumber: null, grnNumber: 'none', expiryDate: null }));
  expect(await states()).toEqual(['open', 'open']);
  await count('0', 'L-1');
  expect(await states()).toEqual(['open', 'open']);
  await count('0');
  expect(await states()).toEqual(['healed', 'healed']);
});

test('an acknowledged reorder alert stays so until it is resolved: repeated it stays acknowledged, below once more it is open', async () => {
  const below = (at: string, data: JsonObject = {}) =>
    inventedEvent('medication.inventory.reorder_alert.v1', {
      time: at,
      data: { stockItemId: 'stk_1', quantityOnHand: 3, reorderPoint: 40, quantityUnit: 'tablet', ...data },
    });
  const id = `reorder|${stockItemId}`;
  await happened(received('stk_1', { quantity: 30 }), below(ago(600)));
  await see(id);
  await happened(below(ago(0)));
  expect(await stateOf(id)).toBe('acknowledged');
  await count('20', 'L-1');
  expect(await stateOf(id)).toBe('acknowledged');
  await count('90', 'L-1');
  expect(await stateOf(id)).toBe('healed');
  await count('10', 'L-1');
  expect(await stateOf(id)).toBe('open');
});
