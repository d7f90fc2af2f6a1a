import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readiness } from '#lib/views/base/readiness';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { ownSourceOf } from '#scripts/testing/own-source';
import { type Sender, signedRequest } from '#scripts/testing/signed-request';
import { type SilentRelay, silentRelay } from '#scripts/testing/silent-relay';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { POST } from '../../app/api/webhooks/[source]/route.ts';

// A host that lost power, a firewall that forgot the flow, a long lock: the database stops answering without closing the connection.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let relay: SilentRelay;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  relay = await silentRelay(database.url);
  process.env['DATABASE_URL'] = relay.through(database.url);
});
afterAll(async () => {
  await relay.close();
  await everyone.close();
  await database.close();
});

const post = (sender: Sender, body: object) =>
  POST(signedRequest(sender, body), { params: Promise.resolve({ source: sender.key }) });
const event = () => inventedEvent('medication.prescription.signed.v1');

/** As a worker says it, so that only the way of writing decides. */
const aWorkerLives = () =>
  everyone.rows(
    `insert into "Heartbeat" ("tenantId", worker, at, "clockMs") values ('*', 'w', now() + interval '1 hour', 0)
     on conflict ("tenantId", worker) do update set at = excluded.at`,
  );

async function kept(): Promise<number> {
  const [row] = await everyone.rows<{ n: number }>(`select count(*)::int as n from "LedgerEvent"`);
  return row?.n ?? 0;
}

/** Sends a crowd of events, each again until it is accepted, as a source does; returns the statuses met on the way. */
async function sendUntilTaken(sender: Sender, count: number): Promise<ReadonlySet<number>> {
  const met = new Set<number>();
  const one = async (body: object) => {
    for (;;) {
      const answer = await post(sender, body);
      met.add(answer.status);
      if (answer.status === 202) return;
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
  };
  await Promise.all(Array.from({ length: count }, () => one(event())));
  return met;
}

test('connections that fall silent under load: every request is answered, 202 or 503, and every event is taken in the end', async () => {
  await aWorkerLives();
  const sender = await ownSourceOf(everyone, { encryptionKey: database.encryptionKey });
  expect(await sendUntilTaken(sender, 20)).toEqual(new Set([202]));
  expect(await readiness()).toMatchObject({ ready: true, writes: true });
  expect(relay.fallSilent()).toBeGreaterThan(0);
  const sending = sendUntilTaken(sender, 40);
  expect(await readiness()).toMatchObject({ ready: false });
  expect([...(await sending)].filter((status) => status !== 202 && status !== 503)).toEqual([]);
  expect(await readiness()).toMatchObject({ ready: true, writes: true });
  expect(await kept()).toBe(60);
});

test('a ledger that another session has locked: 503 while it is, and the readiness says so; 202 afterwards', async () => {
  const before = await kept();
  const sender = await ownSourceOf(everyone, { encryptionKey: database.encryptionKey });
  expect((await post(sender, event())).status).toBe(202);
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  try {
    await other.query('begin; lock table "LedgerEvent" in access exclusive mode');
    const waiting = Array.from({ length: 20 }, () => post(sender, event()));
    expect(await readiness()).toMatchObject({ ready: false, database: true, writes: false });
    for (const answer of await Promise.all(waiting)) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
    expect(await readiness()).toMatchObject({ ready: false, writes: false });
  } finally {
    await other.query('rollback');
    await other.end();
  }
  expect((await post(sender, event())).status).toBe(202);
  expect(await readiness()).toMatchObject({ ready: true, writes: true });
  expect(await kept()).toBeGreaterThanOrEqual(before + 2);
});
