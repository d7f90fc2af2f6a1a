import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, prisma } from '#lib/db/base/prisma';
import { claimDue } from '#lib/db/ledger/claim-work';
import { lockRecords } from '#lib/db/ledger/record-locks';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { asWorker } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
import { processEvents } from './process-events.ts';

// A process can be stopped and not dead: its machine paused, its network gone. Its locks must not block everybody.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
beforeEach(() => emptyLedger(everyone));
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const signed = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    inventedEvent('medication.prescription.signed.v1', { data: { prescriptionId: `rx_${n}`, quantity: 100 } }),
  );
const held = 'prescription medication:rx_0';

const states = () =>
  everyone.rows<{ id: string; status: string; attempts: number }>(
    `select data->>'prescriptionId' as id, status, attempts from "LedgerEvent" order by seq`,
  );

async function processUntil(over: () => Promise<boolean>): Promise<void> {
  while (!(await over())) await processEvents(asWorker).catch(() => undefined);
}

const processed = (count: number) => async () =>
  (await states()).filter(({ status }) => status === 'processed').length >= count;

test('every session of ours is ended by the server when it holds a transaction open in silence, and waits for no lock for ever', async () => {
  for (const reach of ['scoped', 'ingest', 'any', 'lasting'] as const) {
    const [set] = await prisma(reach).$queryRaw<{ idle: string; lock: string; check: string }[]>`
      select current_setting('idle_in_transaction_session_timeout') as idle, current_setting('lock_timeout') as lock,
        current_setting('client_connection_check_interval') as check`;
    expect(Object.values(set ?? {}), reach).not.toContain('0');
  }
});

test('a worker that stops in the middle of a batch without dying: the server ends its session, and another settles each event once', async () => {
  await keep(...signed(5));
  const stopped = connect(database.url, 'any');
  let claimed: (count: number) => void;
  const claiming = new Promise<number>((resolve) => {
    claimed = resolve;
  });
  const never = stopped.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('idle_in_transaction_session_timeout', '2s', false)`;
    const rows = await claimDue(tx, 2);
    await lockRecords(tx, 'demo', [held, 'prescription medication:rx_1', 'prescription medication:rx_4']);
    claimed(rows.length);
    await new Promise(() => undefined);
  });
  never.catch(() => undefined);
  expect(await claiming).toBe(2);
  await processUntil(processed(5));
  expect(await states()).toEqual(
    Array.from({ length: 5 }, (_, n) => ({ id: `rx_${n}`, status: 'processed', attempts: 0 })),
  );
  await stopped.$disconnect().catch(() => undefined);
});

test('a record that somebody holds for long: the events of all others go on, and its own wait without being charged an attempt', async () => {
  const other = new pg.Client({ connectionString: database.url, options: '-c app.tenant=*' });
  await other.connect();
  try {
    await other.query(`begin; select pg_advisory_xact_lock(hashtextextended('demo ${held}', 0))`);
    await keep(...signed(4));
    await processUntil(processed(3));
    expect(await states()).toEqual([
      { id: 'rx_0', status: 'received', attempts: 0 },
      ...[1, 2, 3].map((n) => ({ id: `rx_${n}`, status: 'processed', attempts: 0 })),
    ]);
  } finally {
    await other.end();
  }
  await processUntil(processed(4));
  expect(await states()).toContainEqual({ id: 'rx_0', status: 'processed', attempts: 0 });
});
