import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleDeadLetters } from '#lib/commands/dead-letters/settle-dead-letters';
import { inTenant } from '#lib/db/base/in-tenant';
import { openRun } from '#lib/db/retention/purge-run';
import { purgeSome } from '#lib/processing/retention/purge';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';

const tenantId = 'demo';
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

test('a discarded letter whose content is purged is not opened again: nothing could settle it any more', async () => {
  const admin = (await accountsOf(everyone))('admin@demo.test');
  const because = { reason: 'settled for a test', requestId: 'req' };
  await keep(inventedEvent('medication.prescription.drafted.v1', { data: { prescriptionId: ['rx_1'] } }));
  await processAll();
  const [letter] = await everyone.rows<{ seq: string }>('select seq from "DeadLetter"');
  const ids = [BigInt(letter?.seq ?? 0)];
  expect(await settleDeadLetters(admin, 'discard', { ids }, because)).toMatchObject({ moved: 1 });
  expect(await settleDeadLetters(admin, 'reopen', { ids }, because)).toMatchObject({ moved: 1 });
  expect(await settleDeadLetters(admin, 'discard', { ids }, because)).toMatchObject({ moved: 1 });
  const asOf = new Date('2040-01-01T00:00:00Z');
  await inTenant({ tenantId }, (tx) =>
    openRun(tx, { tenantId, startedBy: null, asOf, receivedBefore: null, total: 0 }),
  );
  while (await purgeSome());
  expect(await everyone.rows('select "purgedAt" is not null as purged from "LedgerEvent"')).toEqual([{ purged: true }]);
  expect(await settleDeadLetters(admin, 'reopen', { ids }, because)).toMatchObject({ moved: 0 });
});
