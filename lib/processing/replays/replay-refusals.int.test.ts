import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeSource } from '#lib/commands/connections/change-source';
import { prisma } from '#lib/db/base/prisma';
import type { Account } from '#lib/domain/access/account';
import { receiveWebhook } from '#lib/ingest/receive-webhook';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { begun, previewed, ran } from '#scripts/testing/replays';
import { type Body, demoSender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let admin: Account;
const key = 'demo-medication';

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  admin = (await accountsOf(everyone))('admin@demo.test');
}, 60_000);
beforeEach(() => emptyLedger(everyone));
afterAll(async () => {
  await everyone.close();
  await database.close();
});

async function sent(...bodies: readonly Body[]): Promise<void> {
  for (const body of bodies) await receiveWebhook(key, signedRequest(demoSender(key), body));
  await processAll();
}

const statuses = () =>
  everyone
    .rows('select "messageId" as id, status from "LedgerEvent" order by seq')
    .then((rows) => rows.map(({ id, status }) => [id, status]));
const letters = () => everyone.rows('select cause, state from "DeadLetter" order by seq');

/** Binds the source to one of the sender's ids as the Sources screen does it, or to none of its own. */
async function bind(wireId: string | null): Promise<void> {
  const source = await prisma('any').source.findFirstOrThrow({ where: { tenantId: 'demo', key } });
  const about = { id: source.id, requestId: 'req_bound' };
  await changeSource(admin, about, { version: source.version, wireId });
}

const held = (id: string, tenantid?: string) =>
  inventedEvent('medication.prescription.held.v1', {
    ...{ id, ...(tenantid === undefined ? {} : { tenantid }) },
    data: { prescriptionId: `rx_${id}` },
  });

test('a second content under the same message id is no more taken by a replay than at its receipt, and the preview says so', async () => {
  const first = held('evt_twice');
  await sent(first, { ...first, data: { prescriptionId: 'rx_another' } });
  const before = await everyone.rows('select id from "Prescription" order by id');
  expect(before).toEqual([{ id: 'medication:rx_evt_twice' }]);
  const run = await previewed({ filter: {} });
  expect(run).toMatchObject({ total: 1, willProcess: 0, willFail: 1, changed: {} });
  await begun(run);
  expect(await ran(run)).toMatchObject({ state: 'done', done: 0, failed: 1 });
  expect(
    await everyone.rows('select predicted, "predictedWhy", outcome, why from "ReplayItem" where "runId" = $1', [
      run.id,
    ]),
  ).toEqual([{ predicted: 'fail', predictedWhy: 'conflict', outcome: 'failed', why: 'conflict' }]);
  expect(await everyone.rows('select id from "Prescription" order by id')).toEqual(before);
  expect(await letters()).toEqual([{ cause: 'conflict', state: 'open' }]);
});

test("an event refused for its tenant is accepted by a replay once the source's own tenant id is corrected on its screen", async () => {
  await sent(held('evt_moved', 'ten_moved'));
  expect(await letters()).toEqual([{ cause: 'wrong-tenant', state: 'open' }]);
  expect(await previewed({ filter: {} })).toMatchObject({ willProcess: 0, willFail: 1 });
  await bind('ten_moved');
  try {
    const run = await previewed({ filter: {} });
    expect(run).toMatchObject({ willProcess: 1, willFail: 0 });
    await begun(run);
    expect(await ran(run)).toMatchObject({ done: 1, failed: 0 });
    expect(await statuses()).toEqual([['evt_moved', 'processed']]);
  } finally {
    await bind(null);
  }
});

test('what names the tenant by an id that its source is not bound to stays refused, though the tenant has that id too', async () => {
  await everyone.rows(`update "Tenant" set "wireIds" = array_append("wireIds", 'ten_other') where "tenantId" = 'demo'`);
  await bind('ten_branch');
  try {
    await sent(held('evt_foreign', 'ten_other'));
    expect(await letters()).toEqual([{ cause: 'wrong-tenant', state: 'open' }]);
    const run = await previewed({ filter: {} });
    expect(run).toMatchObject({ willProcess: 0, willFail: 1 });
    await begun(run);
    expect(await ran(run)).toMatchObject({ done: 0, failed: 1 });
  } finally {
    await bind(null);
  }
});
