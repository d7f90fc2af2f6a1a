import { afterAll, beforeAll, expect, test } from 'vitest';
import { flagDispense, reviewDispenses } from '#lib/commands/dispenses/review-dispenses';
import { acknowledgeAlert } from '#lib/commands/stock/acknowledge-alert';
import { countStock } from '#lib/commands/stock/count-stock';
import { disposeReturn } from '#lib/commands/stock/dispose-return';
import { decideExpiry, quarantineLot, releaseLot } from '#lib/commands/stock/lot-actions';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { sweepExpiries } from '#lib/processing/stock/expiry-sweep';
import { listDispenses } from '#lib/views/dispenses/dispense-list';
import { listQueue } from '#lib/views/dispenses/queue';
import { listSafety } from '#lib/views/dispenses/safety';
import { demoDatabase } from '#scripts/testing/demo-database';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { listAlerts } from './alerts.ts';
import { getLot } from './lot-detail.ts';
import { listLots } from './lot-list.ts';
import { listReturns } from './return-list.ts';
import { listStockItems } from './stock-list.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let account: Account;
const all = { limit: 200 };

beforeAll(async () => {
  database = await demoDatabase();
  account = {
    scope: { tenantId: 'demo', userId: 'usr_marta', role: 'pharmacist', inCharge: true, prescriberIds: [] },
    ...{ sessionId: 's', name: 'Marta', email: 'm@demo.test', tenantName: 'Demo', timeZone: 'UTC', locale: 'en' },
  };
});
afterAll(() => database.close());

const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
let count = 0;
const key = () => `key_of_a_test_${++count}`;

async function tell(...events: readonly (readonly [type: string, minutesAgo: number, data: JsonObject])[]) {
  await appendToLedger(
    events.map(([type, minutes, data]) =>
      newEvent('medication-service', inventedEvent(type, { time: ago(minutes), data: { ...data } })),
    ),
  );
  await processAll();
}

/** An item with a lot of its own: a delivery of 100 tablets. */
async function item(id: string, expiryDate: string, more: JsonObject = {}): Promise<void> {
  const data = { stockItemId: id, lotNumber: `${id}-L`, grnNumber: `grn-${id}`, medicationDisplay: `Invented ${id}` };
  await tell([
    'medication.inventory.stock_received.v1',
    600,
    {
      ...data,
      medicationCode: `code-${id}`,
      quantity: 100,
      quantityUnit: 'tablet',
      expiryDate,
      receivedAt: ago(600),
      ...more,
    },
  ]);
}
const dispensed = (id: string, minutes: number, quantity: number, more: JsonObject = {}) =>
  [
    'medication.dispensing.completed.v1',
    minutes,
    {
      ...{ dispenseId: `d-${id}-${minutes}`, prescriptionId: `rx-${id}`, patientId: `pat-${id}`, stockItemId: id },
      ...{ lotNumber: `${id}-L`, dispensedQuantity: quantity, quantityUnit: 'tablet', expiryDate: null, ...more },
    },
  ] as const;

async function stockOf(id: string) {
  const { items } = await listStockItems(account, { ...all, ids: [`medication:${id}`] });
  return items[0];
}
const lotId = (id: string) => `medication:${id}|${id.toUpperCase()}-L`;

test('the books of an item: what came, less what left; demand and cover from real dispenses', async () => {
  await item('a1', dayAhead(300));
  await tell(dispensed('a1', 300, 20), dispensed('a1', 200, 25));
  expect(await stockOf('a1')).toMatchObject({
    usable: '55',
    known: true,
    stock: [{ unit: 'tablet', parts: [{ part: 'usable', quantity: '55' }] }],
    perMonth: 192.9,
    coverDays: 8,
    nextExpiry: dayAhead(300),
  });
});

test('the demand of an item known for 40 days is computed from 40 days', async () => {
  await item('a9', dayAhead(300), { receivedAt: ago(39 * 24 * 60) });
  await tell(dispensed('a9', 300, 20), dispensed('a9', 200, 20));
  expect(await stockOf('a9')).toMatchObject({ demandDays: 40, perMonth: 30, coverDays: 60, belowBy: null });
});

test('only a count sets a balance; movements before it that are reported later make no difference, those after it do', async () => {
  await item('a2', dayAhead(300));
  await countStock(account, { stockItemId: 'medication:a2', lotNumber: 'A2-L', quantity: '90' }, key(), 'r');
  expect((await stockOf('a2'))?.usable).toBe('90');
  await tell(dispensed('a2', 30, 7));
  expect((await stockOf('a2'))?.usable).toBe('90');
  const { movements } = await getLot(account, lotId('a2'));
  expect(movements.map(({ kind, quantity, after, expected }) => [kind, quantity, after, expected])).toEqual([
    ['count', '90', '90', '100'],
    ['dispense', '-7', '93', null],
    ['receipt', '100', '100', null],
  ]);
});

test('expired-only stock is none, and a lot that is held back or recalled is not usable; only who released it frees it', async () => {
  await item('a3', dayAhead(-2));
  expect((await listStockItems(account, { ...all, show: 'none' })).items.map(({ id }) => id)).toContain(
    'medication:a3',
  );
  await item('a4', dayAhead(200));
  const part = async () => (await stockOf('a4'))?.stock[0]?.parts[0]?.part;
  await quarantineLot(account, lotId('a4'), 'Boxes were wet', key(), 'r');
  expect(await part()).toBe('held');
  await expect(quarantineLot(account, lotId('a4'), 'Boxes were wet', key(), 'r')).rejects.toThrow('held back already');
  await tell([
    'medication.inventory.recall_triggered.v1',
    5,
    { stockItemId: 'a4', lotNumber: 'A4-L', recallId: 'rcl-a4', recalledAt: ago(700) },
  ]);
  expect(await part()).toBe('recalled');
  await releaseLot(account, lotId('a4'), 'The notice was withdrawn', key(), 'r');
  expect(await part()).toBe('usable');
});

test('the same lot of the same product is recalled wherever it lies, and the same number on another product is not', async () => {
  const lot = { lotNumber: 'SAME-7' };
  await item('b1', dayAhead(200), { ...lot, medicationCode: 'code-b' });
  await item('b2', dayAhead(200), { ...lot, medicationCode: 'code-b' });
  await item('b3', dayAhead(200), { ...lot, medicationCode: 'code-other' });
  await tell([
    'medication.inventory.recall_triggered.v1',
    5,
    { stockItemId: 'b1', ...lot, recallId: 'rcl-b', recalledAt: ago(5) },
  ]);
  const parts = await Promise.all(['b1', 'b2', 'b3'].map(async (id) => (await stockOf(id))?.stock[0]?.parts[0]?.part));
  expect(parts).toEqual(['recalled', 'recalled', 'usable']);
});

test('a reorder alert opens, is seen, and heals by itself once stock is received above the point', async () => {
  const alert = {
    ...{ stockItemId: 'c1', medicationDisplay: 'Invented c1', quantityOnHand: 3, reorderPoint: 40 },
    quantityUnit: 'tablet',
  };
  await tell(['medication.inventory.reorder_alert.v1', 50, alert]);
  const state = async () => (await listAlerts(account, { ...all, stockItemId: 'medication:c1' })).items[0]?.state;
  expect(await state()).toBe('open');
  await acknowledgeAlert(account, { id: 'reorder|medication:c1', reason: 'Ordered' }, key(), 'r');
  expect(await state()).toBe('acknowledged');
  await item('c1', dayAhead(300), { quantity: 30, receivedAt: ago(20) });
  expect(await stockOf('c1')).toMatchObject({ below: true, usable: '30', reorderPoint: '40' });
  await item('c1', dayAhead(300), { quantity: 30, receivedAt: ago(10), grnNumber: 'grn-c1-2' });
  expect(await state()).toBe('healed');
  expect((await stockOf('c1'))?.below).toBe(false);
});

test('the daily round warns once of what a silent sender says nothing about; the alert heals when the lot is gone', async () => {
  await item('c2', dayAhead(40));
  expect(await sweepExpiries('demo')).toBeGreaterThan(0);
  expect(await sweepExpiries('demo')).toBe(0);
  const state = async () => (await listAlerts(account, { ...all, stockItemId: 'medication:c2' })).items[0]?.state;
  expect(await state()).toBe('open');
  const lots = async (within: number) =>
    (await listLots(account, { ...all, within, stockItem: 'medication:c2' })).items.map(({ atRisk }) => atRisk);
  expect(await lots(60)).toEqual(['100']);
  expect(await lots(30)).toEqual([]);
  await decideExpiry(account, lotId('c2'), { decision: 'destroy' }, key(), 'r');
  expect((await listLots(account, { ...all, within: 60, decided: 'no', stockItem: 'medication:c2' })).items).toEqual(
    [],
  );
  await countStock(account, { stockItemId: 'medication:c2', lotNumber: 'C2-L', quantity: '0' }, key(), 'r');
  expect(await state()).toBe('healed');
  expect(await lots(60)).toEqual([]);
});

test('dispenses are reviewed, many at once or none, and flagged with a reason; a return is decided and never goes to the shelf', async () => {
  await item('e1', dayAhead(300));
  await tell(dispensed('e1', 90, 10), dispensed('e1', 80, 10, { counterSignId: null }));
  const ids = ['medication:d-e1-90', 'medication:d-e1-80'];
  const open = async () =>
    (await listDispenses(account, { ...all, reviewed: 'no', stockItem: 'medication:e1' }, 'r')).items.map(
      ({ id }) => id,
    );
  await expect(reviewDispenses(account, [...ids, 'medication:none'], key(), 'r')).rejects.toThrow('no such record');
  expect((await open()).sort()).toEqual(ids.toSorted());
  const same = key();
  expect(await reviewDispenses(account, ids, same, 'r')).toEqual({ recorded: 2 });
  expect(await reviewDispenses(account, ids, same, 'r')).toEqual({ recorded: 0 });
  expect(await open()).toEqual([]);
  await flagDispense(account, ids[0] ?? '', 'Two short', key(), 'r');
  const flagged = await listDispenses(account, { ...all, reviewed: 'flagged' }, 'r');
  expect(flagged.items.map(({ id, flagReason }) => [id, flagReason])).toEqual([[ids[0], 'Two short']]);

  await tell([
    'medication.dispensing.returned.v1',
    70,
    {
      ...{ dispenseId: 'd-e1-90', returnId: 'ret-e1', prescriptionId: 'rx-e1', returnedQuantity: 12 },
      ...{ quantityUnit: 'tablet', stockItemId: 'e1', lotNumber: 'e1-L' },
    },
  ]);
  const returned = async () =>
    (await listReturns(account, all, 'r')).items.find(({ id }) => id === 'medication:ret-e1');
  expect(await returned()).toMatchObject({ tooLarge: true, disposition: null, dispensed: '10' });
  expect((await stockOf('e1'))?.stock[0]?.parts).toEqual([
    { part: 'usable', quantity: '80' },
    { part: 'held', quantity: '12' },
  ]);
  const dispose = (disposition: 'quarantine' | 'destroy') =>
    disposeReturn(account, 'medication:ret-e1', { disposition }, key(), 'r');
  await dispose('quarantine');
  await dispose('destroy');
  expect((await stockOf('e1'))?.stock[0]?.parts).toEqual([{ part: 'usable', quantity: '80' }]);
  await expect(dispose('quarantine')).rejects.toThrow('decided before');
});

test('the queue says what is left, what was overridden and whether there is stock; once dispensed it is empty', async () => {
  await item('q1', dayAhead(300));
  const rx = { prescriptionId: 'rx-q1', patientId: 'pat-q1' };
  await tell(
    [
      'medication.prescription.signed.v1',
      60,
      {
        ...rx,
        signedAt: ago(60),
        medicationCode: 'code-q1',
        quantity: 30,
        quantityUnit: 'tablet',
        refillsAuthorized: 0,
        overrides: [],
      },
    ],
    ['medication.alert.overridden.v1', 60, { ...rx, alertOverrideId: 'aov-q1', alertText: 'Invented clash' }],
    ['medication.fulfillment.queued.v1', 55, { ...rx, queuedAt: ago(55) }],
  );
  const row = async () => (await listQueue(account, all, 'r')).items.find(({ id }) => id === 'medication:rx-q1');
  expect(await row()).toMatchObject({ left: '30', usable: 'enough', overrides: [{ alert: 'Invented clash' }] });
  await tell(['medication.dispensing.partial.v1', 50, { ...dispensed('q1', 50, 10)[2], remainingQuantity: 20 }]);
  expect(await row()).toMatchObject({ left: '20', usable: 'enough' });
  await tell(dispensed('q1', 40, 20));
  expect(await row()).toBeUndefined();
});

test('a stale allergy check, a medicine that left the formulary and a refused dose are shown until they are seen or cured', async () => {
  const rx = { prescriptionId: 'rx-s1', patientId: 'pat-s1' };
  await tell(
    [
      'medication.prescription.signed.v1',
      60,
      { ...rx, signedAt: ago(60), medicationCode: 'code-s1', quantity: 30, quantityUnit: 'tablet', overrides: [] },
    ],
    ['patient-chart.allergy.updated.v1', 50, { patientId: 'pat-s1', substance: 'Penicillin', updatedAt: ago(50) }],
    ['tenant.formulary.updated.v1', 49, { version: '7', added: [], removed: ['code-s1'] }],
    [
      'medication.administration.recorded.v1',
      48,
      { ...rx, administrationId: 'adm-s1', status: 'refused', administeredAt: ago(48), reason: 'Nausea' },
    ],
  );
  const kinds = async (state?: 'acknowledged') =>
    (await listSafety(account, { ...all, state }, 'r')).items
      .filter(({ prescriptionId }) => prescriptionId === 'medication:rx-s1')
      .map(({ kind }) => kind)
      .sort();
  expect(await kinds()).toEqual(['administration', 'allergy', 'formulary']);
  const seen = { id: 'allergy|medication:rx-s1', reason: 'Not related', prescriptionId: 'medication:rx-s1' };
  await acknowledgeAlert(account, seen, key(), 'r');
  expect(await kinds()).toEqual(['administration', 'formulary']);
  expect(await kinds('acknowledged')).toEqual(['allergy']);
});
