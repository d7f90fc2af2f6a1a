import { afterAll, beforeAll, expect, test } from 'vitest';
import { countersignDispense } from '#lib/commands/dispenses/countersign-dispense';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { todayNumbers } from '#lib/views/overview/pharmacy-today';
import { readRegister, registerSubstances } from '#lib/views/register/register';
import { demoDatabase } from '#scripts/testing/demo-database';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { listDispenses } from './dispense-list.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
const account: Account = {
  scope: { tenantId: 'demo', userId: 'usr_marta', role: 'pharmacist', inCharge: true, prescriberIds: [] },
  ...{ sessionId: 's', name: 'Marta', email: 'm@demo.test', tenantName: 'Demo', timeZone: 'UTC', locale: 'en' },
};

beforeAll(async () => {
  database = await demoDatabase();
});
afterAll(() => database.close());

async function tell(name: string, data: JsonObject): Promise<void> {
  const own = name.startsWith('scriptline');
  await appendToLedger([newEvent(own ? 'standard' : 'medication-service', inventedEvent(name, { data }), own)]);
  await processAll();
}

/** The countersignature everywhere that it is shown. */
async function told() {
  const limit = 20;
  const lacking = (await listDispenses(account, { countersign: 'lacking', limit }, 'r')).items;
  const [dispense] = (await listDispenses(account, { limit }, 'r')).items;
  const [entry] = (await readRegister(account, { limit }, 'r')).items.filter(({ kind }) => kind === 'dispense');
  const [substance] = (await registerSubstances(account, {})).items;
  return {
    numbers: [(await todayNumbers(account)).lacking.count, lacking.length, substance?.missing],
    row: [dispense?.schedule, dispense?.countersign],
    entry: [entry?.countersign?.state, entry?.mayCountersign],
  };
}

test('a dispense of which only the product directory knows that it is of schedule II wants a countersign, and can be given one', async () => {
  const stock = { stockItemId: 'ox', lotNumber: 'L1', medicationCode: 'code-ox', quantityUnit: 'tablet' };
  await tell('medication.inventory.stock_received.v1', { ...stock, quantity: 50, grnNumber: 'g' });
  const given = {
    dispenseId: 'd',
    prescriptionId: 'rx',
    dispensedQuantity: 5,
    pharmacistId: 'p1',
    counterSignId: null,
  };
  await tell('medication.dispensing.completed.v1', { ...stock, ...given, medicationCode: null });
  expect((await todayNumbers(account)).lacking.count).toBe(0);
  const listed = { productId: 'product:ox', codes: ['medication:code-ox'], display: 'Oxycodone', schedule: 'C-II' };
  await tell('scriptline.product.recorded', { ...listed, unit: 'tablet', reorderPoint: null });
  expect(await told()).toEqual({ numbers: [1, 1, 1], row: ['II', 'missing'], entry: ['missing', true] });
  await countersignDispense(account, 'medication:d', 'key_of_a_countersign', 'r');
  expect(await told()).toEqual({ numbers: [0, 0, 0], row: ['II', 'done'], entry: ['done', false] });
});
