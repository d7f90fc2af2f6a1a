import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeReplayState } from '#lib/commands/replays/run-replay';
import { inTenant } from '#lib/db/base/in-tenant';
import { prisma } from '#lib/db/base/prisma';
import { followCanaries } from '#lib/db/flow/canary';
import { runById } from '#lib/db/replays/replay-runs';
import type { Account } from '#lib/domain/access/account';
import { canarySource, canaryType } from '#lib/domain/ledger/canary';
import { interpretRow } from '#lib/events/interpret-row';
import { listReplayItems } from '#lib/views/replays/replay-items';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { asWorker, processAll } from '#scripts/testing/processing';
import { asked, begun, previewed, ran, refusing } from '#scripts/testing/replays';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
import { previewRun } from './replay-preview.ts';
import { runReplays } from './replay-run.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let admin: Account;

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

const held = (n: number) =>
  inventedEvent('medication.prescription.held.v1', { id: `msg_${n}`, data: { prescriptionId: `rx_${n}` } });

/** So many dead letters, by their ledger numbers. */
async function dead(count: number): Promise<readonly number[]> {
  await keep(...Array.from({ length: count }, (_, n) => held(n)));
  await processAll(refusing(() => true));
  const letters = await everyone.rows<{ seq: string }>('select seq from "DeadLetter" order by seq');
  return letters.map(({ seq }) => Number(seq));
}

const outcomes = (id: string) =>
  everyone.rows('select predicted, "predictedWhy", outcome, why from "ReplayItem" where "runId" = $1 order by seq', [
    id,
  ]);

test("canaries are nobody's to replay: no filter of ignored events means one", async () => {
  await keep(inventedEvent('medication.prescription.held.v1', { id: 'unknown', type: 'nobody.knows.v1' }));
  await keep(inventedEvent('medication.prescription.held.v1', { id: 'canary', type: canaryType }));
  await everyone.rows(`update "LedgerEvent" set "sourceId" = $1 where "messageId" = 'canary'`, [canarySource]);
  await processAll();
  expect(await previewed({ filter: { status: 'ignored' } })).toMatchObject({ total: 1 });
});

test('an event that is there no more is skipped, in the prediction and in the run alike, and its run ends', async () => {
  const [first, second] = await dead(2);
  const gone = async (seq: number | undefined) => {
    await everyone.rows(
      `update "LedgerEvent" set "sourceId" = $2, status = 'ignored', "receivedAt" = now() - interval '3 days' where seq = $1`,
      [seq, canarySource],
    );
    await inTenant({ tenantId: 'demo' }, (tx) => followCanaries(tx, 'demo'));
  };
  const run = await asked({ ids: [Number(first), Number(second)] });
  await gone(first);
  await previewRun(run, { interpret: interpretRow });
  await gone(second);
  await begun(run);
  expect(await ran(run)).toMatchObject({ state: 'done', done: 0, failed: 0, skipped: 2, willSkip: 1, willProcess: 1 });
  expect(await outcomes(run.id)).toEqual([
    { predicted: 'skip', predictedWhy: 'no-longer-there', outcome: 'skipped', why: 'no-longer-there' },
    { predicted: 'process', predictedWhy: null, outcome: 'skipped', why: 'no-longer-there' },
  ]);
});

test('a run whose batches keep meeting others goes behind: the other runs come to their turn', async () => {
  const ids = await dead(2);
  const [first, second] = await Promise.all(ids.map((id) => previewed({ ids: [id] })));
  if (!first || !second) throw new Error('no runs');
  await begun(first);
  await begun(second);
  await everyone.rows(`update "ReplayRun" set "paceAt" = now() - interval '1 hour' where id = $1`, [first.id]);
  const busy = {
    interpret: (row: Parameters<typeof interpretRow>[0]) => {
      if (Number(row.seq) === ids[0]) throw Object.assign(new Error('busy'), { code: '40P01' });
      return interpretRow(row);
    },
  };
  for (let turn = 0; turn < 4; turn++) await runReplays(busy);
  expect(await runById(prisma('any'), 'demo', second.id)).toMatchObject({ state: 'done', done: 1 });
  expect(await runById(prisma('any'), 'demo', first.id)).toMatchObject({ state: 'running', done: 0 });
  expect(await ran(first)).toMatchObject({ state: 'done', done: 1 });
});

test('a preview that is canceled while it is made ends with its batch, and neither waits for the other', async () => {
  const run = await asked({ ids: await dead(600) });
  let canceled: Promise<unknown> | undefined;
  let read = 0;
  const preview = await previewRun(run, {
    interpret: (row) => {
      read += 1;
      // From the second batch on the preview holds what it wrote of the first.
      if (read === 300) canceled = changeReplayState(admin, run.id, 'cancel', 'req_canceled');
      return interpretRow(row);
    },
  });
  await canceled;
  expect([preview, read < 600]).toEqual([false, true]);
  const { items } = await listReplayItems(admin, run.id, { outcome: 'skipped', limit: 200 });
  expect(items.length).toBe(200);
  expect(items[0]).toMatchObject({ outcome: 'skipped', why: 'canceled' });
  expect((await listReplayItems(admin, run.id, { outcome: 'waiting', limit: 200 })).items).toEqual([]);
  expect(await runById(prisma('any'), 'demo', run.id)).toMatchObject({ state: 'canceled', total: 600, skipped: 600 });
  expect(await previewRun(run, asWorker)).toBe(false);
}, 20_000);
