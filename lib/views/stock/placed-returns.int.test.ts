import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { appendToLedger } from '#lib/db/ledger/ledger';
import { checkRegister } from '#lib/db/register/check-register';
import { sealRegister } from '#lib/db/register/seal-register';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { rowId } from '#lib/domain/base/json/row-id';
import { readRegister } from '#lib/views/register/register';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { getLot } from './lot-detail.ts';
import { listReturns } from './return-list.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
const account: Account = {
  scope: { tenantId: 'demo', userId: 'usr_marta', role: 'pharmacist', inCharge: true, prescriberIds: [] },
  ...{ sessionId: 's', name: 'Marta', email: 'm@demo.test', tenantName: 'Demo', timeZone: 'UTC', locale: 'en' },
};

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
afterEach(() => emptyLedger(everyone));
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const hour = (n: number) => new Date(Date.UTC(2026, 10, 10, n)).toISOString();
/** The samples' other stock items. */
const unsaid = { stockItemId: null, lotNumber: null, prescriptionId: null, expiryDate: null, pharmacistId: null };
type Told = readonly [name: string, at: number, data: JsonObject];

/** One event at a time, as on separate days: the next one finds the rows that the last one left. */
async function tell(told: readonly Told[]): Promise<void> {
  for (const [name, at, data] of told) {
    const own = name.startsWith('scriptline');
    const body = inventedEvent(name, { time: hour(at), data: { ...unsaid, ...data } });
    await appendToLedger([newEvent(own ? 'standard' : 'medication-service', body, own)]);
    await processAll();
  }
}

function orders<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all];
  return all.flatMap((one, index) => orders(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}

const unit = { quantityUnit: 'tablet' };
const taken = { dispenseId: 'd', stockItemId: 's', lotNumber: 'L1', ...unit };
const controlled = { ...unit, dispenseId: 'd', medicationCode: 'MORPH', dispensedQuantity: 10, schedule: 'II' };
const back = { dispenseId: 'd', returnId: 'r', returnedQuantity: 4, ...unit };
const disposed = { returnId: 'medication:r', disposition: 'destroy', dispenseId: 'medication:d', quantity: 4, ...unit };
const books = () =>
  everyone.rows<{ said: string }>(
    `select "stockItemId" || ' ' || "lotNumber" || ' ' || bucket || ' ' || unit || ' ' || trim_scale(quantity) as said from "StockBalance" order by 1`,
  );

test('a return that names only its dispense goes into the quarantine of what that was taken from, whichever is heard first', async () => {
  const told: readonly Told[] = [
    ['medication.dispensing.completed.v1', 1, { ...taken, dispensedQuantity: 10 }],
    ['medication.dispensing.returned.v1', 2, back],
    ['medication.dispensing.completed.v1', 3, { ...taken, lotNumber: 'L2', dispensedQuantity: 10 }],
  ];
  const seen: string[] = [];
  for (const order of orders(told)) {
    await tell(order);
    seen.push(JSON.stringify(await books()));
    const [row] = (await listReturns(account, { limit: 5 }, 'r')).items;
    expect([row?.lot, row?.lotId]).toEqual(['L2', 'medication:s|L2']);
    await emptyLedger(everyone);
  }
  expect(new Set(seen)).toEqual(
    new Set([
      JSON.stringify(['quarantine tablet 4', 'usable tablet -10'].map((said) => ({ said: `medication:s L2 ${said}` }))),
    ]),
  );
});

test('a return destroyed before its dispense was reported leaves the quarantine that it was in', async () => {
  const told: readonly Told[] = [
    ['medication.dispensing.completed.v1', 1, { ...taken, dispensedQuantity: 10 }],
    ['medication.dispensing.returned.v1', 2, back],
    ['scriptline.return.disposed', 3, disposed],
  ];
  for (const order of orders(told)) {
    await tell(order);
    expect(await books()).toEqual([{ said: 'medication:s L1 usable tablet -10' }]);
    await emptyLedger(everyone);
  }
});

test("a dispense whose stock item and quantity come in two events moves that item's stock", async () => {
  const parts: readonly Told[] = [
    ['medication.dispensing.completed.v1', 1, { ...taken, dispensedQuantity: null }],
    ['medication.dispensing.partial.v1', 2, { dispenseId: 'd', dispensedQuantity: 10, ...unit }],
  ];
  for (const order of orders(parts)) {
    await tell(order);
    expect(await books()).toEqual([{ said: 'medication:s L1 usable tablet -10' }]);
    await emptyLedger(everyone);
  }
});

test("the lot's ledger and the controlled register hold such a return", async () => {
  await tell([
    ['medication.controlled_substance.dispensed.v1', 1, { ...controlled, ...taken }],
    ['medication.dispensing.returned.v1', 2, back],
  ]);
  const { movements } = await getLot(account, rowId('medication:s', 'L1'));
  expect(movements.map(({ kind, quantity }) => [kind, quantity])).toEqual([
    ['return', '4'],
    ['dispense', '-10'],
  ]);
  const { items } = await readRegister(account, { limit: 9 }, 'r');
  expect(items.map(({ id, after, gaps }) => [id, after, gaps])).toEqual([
    ['return:medication:r', '-6', ['negative']],
    ['dispense:medication:d', '-10', ['negative']],
  ]);
});

test.for([0, 1])(
  'where nothing tells what it was taken from, the register shows it unplaced, and its chain holds, until something does: order %i',
  async (n) => {
    const [dispense, returned] = [`dispense:medication:u${n}`, `return:medication:v${n}`];
    const unplaced = { ...controlled, dispenseId: `u${n}`, medicationCode: `CODE${n}` };
    const [first, second] =
      orders<Told>([
        ['medication.controlled_substance.dispensed.v1', 1, unplaced],
        ['medication.dispensing.returned.v1', 2, { ...back, dispenseId: `u${n}`, returnId: `v${n}` }],
      ])[n] ?? [];
    if (!first || !second) throw new Error('no such order');
    const read = async (limit = 9) => (await readRegister(account, { substance: `CODE${n}`, limit }, 'r')).items;

    await tell([first, second]);
    expect((await read()).map(({ id, after, gaps }) => [id, after, gaps])).toEqual([
      [returned, '-6', ['unplaced', 'negative']],
      [dispense, '-10', ['unplaced', 'negative']],
    ]);
    expect((await read(1))[0]?.before).toBe('-10');
    await sealRegister();
    await tell([['medication.controlled_substance.dispensed.v1', 3, { ...unplaced, stockItemId: `i${n}` }]]);
    await sealRegister();
    expect((await read()).map(({ id, stockItemId }) => [id, stockItemId])).toEqual([
      [returned, `medication:i${n}`],
      [dispense, `medication:i${n}`],
    ]);
    const faults = (await checkRegister('demo')).flatMap((check) => check.faults);
    expect(faults.filter(({ entryId }) => entryId === dispense || entryId === returned)).toEqual([]);
  },
);
