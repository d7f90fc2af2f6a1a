import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '#lib/domain/base/json/json';
import { rebuild } from '#lib/processing/replays/rebuild';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
import { checkRegister } from './check-register.ts';
import { sealRegister } from './seal-register.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});
afterEach(async () => {
  await emptyLedger(everyone);
  await everyone.rows('truncate "RegisterSeal", "RegisterUnsealed"');
});

const morphine = { stockItemId: 'stk_m', lotNumber: 'A1', medicationCode: 'MORPH', quantityUnit: 'tablet' };

async function dispensed(id: string, data: JsonObject = {}): Promise<void> {
  const payload = { ...morphine, dispenseId: id, schedule: 'II', dispensedQuantity: 5, ...data };
  await keep(inventedEvent('medication.controlled_substance.dispensed.v1', { data: payload }));
  await processAll();
}

const chain = async () => (await checkRegister('demo')).find(({ stockItemId }) => stockItemId === 'medication:stk_m');
const faults = async () => (await chain())?.faults.map(({ kind, place, entryId }) => `${kind} ${place} ${entryId}`);

test('entries are sealed in the order of arrival, once; a late change of one is a link of its own; a rebuild changes nothing', async () => {
  await dispensed('d1');
  await sealRegister();
  await dispensed('d2');
  expect(await chain()).toMatchObject({ links: 1, unsealed: 1, faults: [] });
  await sealRegister();
  expect(await sealRegister()).toEqual([]);
  await keep(
    inventedEvent('medication.dispensing.completed.v1', {
      data: { ...morphine, dispenseId: 'd1', dispensedQuantity: 6 },
    }),
  );
  await processAll();
  await sealRegister();
  const sealed = await chain();
  expect(sealed).toMatchObject({ links: 3, unsealed: 0, faults: [] });
  await rebuild(database.url);
  await sealRegister();
  expect(await chain()).toEqual(sealed);
});

test('a changed, a removed and an inserted entry are found', async () => {
  for (const id of ['d1', 'd2', 'd3']) await dispensed(id);
  await sealRegister();
  expect(await faults()).toEqual([]);
  await everyone.rows(
    `update "StockMovement" set registers = jsonb_set(registers, '{quantity,v}', '"-1"') where id = 'dispense:medication:d1'`,
  );
  await everyone.rows(`delete from "StockMovement" where id = 'dispense:medication:d2'`);
  await everyone.rows(
    `insert into "StockMovement" ("tenantId", id, registers, "stockItemId") select "tenantId", 'dispense:medication:d9', registers, "stockItemId"
     from "StockMovement" where id = 'dispense:medication:d3'`,
  );
  expect((await faults())?.map((fault) => fault.replace(/ \d /, ' '))).toEqual([
    'altered dispense:medication:d1',
    'removed dispense:medication:d2',
    'inserted null dispense:medication:d9',
  ]);
});

test('a countersign that was written past the ledger is found', async () => {
  await dispensed('d1');
  await sealRegister();
  const forged = JSON.stringify({ v: 'usr_nobody', at: '2026-11-10T13:00:00.000Z', r: 0, t: '', by: 1 });
  await everyone.rows(
    `update "Dispense" set registers = registers || jsonb_build_object('countersignedBy', '${forged}'::jsonb)`,
  );
  expect(await faults()).toEqual(['altered 1 dispense:medication:d1']);
});

test('a seal can be neither changed nor deleted; where somebody who owns the table did, the chain says where', async () => {
  for (const id of ['d1', 'd2', 'd3']) await dispensed(id);
  await sealRegister();
  await expect(everyone.rows(`delete from "RegisterSeal"`)).rejects.toThrow('append-only');
  await everyone.rows('alter table "RegisterSeal" disable trigger "RegisterSeal_append_only"');
  await everyone.rows(`update "RegisterSeal" set content = replace(content, '-5', '-4') where place = 2`);
  expect((await faults())?.[0]).toBe('changed 2 null');
  await everyone.rows('delete from "RegisterSeal" where place = 2');
  expect((await faults())?.[0]).toBe('missing 2 null');
  await everyone.rows('alter table "RegisterSeal" enable trigger "RegisterSeal_append_only"');
});

test('the end that was cut off a chain is found against a head that was written down', async () => {
  for (const id of ['d1', 'd2', 'd3']) await dispensed(id);
  const sealed = await sealRegister();
  const heads = new Map(sealed.map(({ stockItemId, head }) => [stockItemId, head.hash.slice(0, 16)]));
  const found = async () =>
    (await checkRegister('demo', heads)).flatMap((check) => check.faults.map(({ kind }) => kind));
  expect(heads.size).toBe(1);
  expect(await found()).toEqual([]);
  await dispensed('d4');
  await sealRegister();
  expect(await found()).toEqual([]);
  await everyone.rows('alter table "RegisterSeal" disable trigger "RegisterSeal_append_only"');
  await everyone.rows('delete from "RegisterSeal" where place >= 3');
  await everyone.rows('alter table "RegisterSeal" enable trigger "RegisterSeal_append_only"');
  expect(await found()).toContain('cut');
});

test('a dispense without a stock item is sealed too, and moves into the chain of its item once that is known', async () => {
  await dispensed('d1', { stockItemId: null, lotNumber: null });
  await sealRegister();
  expect((await checkRegister('demo'))[0]).toMatchObject({ stockItemId: '', links: 1, faults: [] });
  await dispensed('d1');
  await sealRegister();
  expect((await checkRegister('demo')).map(({ links, faults: found }) => [links, found])).toEqual([
    [1, []],
    [1, []],
  ]);
});
