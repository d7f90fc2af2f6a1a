import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { ownSourceOf } from '#scripts/testing/own-source';
import { type Sender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { POST } from '../../app/api/webhooks/[source]/route.ts';

// Photon drops an event for good at any other 4xx: every fault on our side is 503 with Retry-After.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let superuser: pg.Client;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  superuser = new pg.Client({ connectionString: process.env['TEST_SUPERUSER_URL'] });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await everyone.close().catch(() => undefined);
  await database.close();
});

const own = (more = {}) => ownSourceOf(everyone, { encryptionKey: database.encryptionKey, ...more });
const post = (sender: Sender, body: object) =>
  POST(signedRequest(sender, body), { params: Promise.resolve({ source: sender.key }) });

/** Nobody gets in and everybody is thrown out, as when the server is gone; the other test files' databases stay. */
async function takeDatabaseAway(): Promise<() => Promise<void>> {
  const name = new URL(database.url).pathname.slice(1);
  await superuser.query(`alter database ${name} with allow_connections false`);
  await superuser.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  return async () => {
    await superuser.query(`alter database ${name} with allow_connections true`);
  };
}

async function askedToComeBack(answer: Response): Promise<void> {
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  const { status, type } = await answer.json();
  expect({ status, type }).toEqual({ status: 503, type: 'urn:scriptline:problem:not-kept' });
}

test('a secret that cannot be read, or is not there at all, is our own failure', async () => {
  const event = inventedEvent('medication.prescription.signed.v1');
  await askedToComeBack(await post(await own({ sealed: 'v1.unreadable.AAAA' }), event));
  const bare = await own();
  await everyone.rows('delete from "SourceSecret" where "sourceId" = $1', [bare.sourceId]);
  await askedToComeBack(await post(bare, event));
  expect(await everyone.rows('select 1 from "LedgerEvent"')).toEqual([]);
});

test('a database that is away: 503 for a source that is known and for one that is not, and 202 as soon as it is back', async () => {
  const [known, unknown] = [await own(), await own()];
  const event = inventedEvent('medication.prescription.signed.v1');
  expect((await post(known, event)).status).toBe(202);
  const giveBack = await takeDatabaseAway();
  try {
    await askedToComeBack(await post(known, inventedEvent('medication.prescription.signed.v1')));
    await askedToComeBack(await post(unknown, event));
    const together = Array.from({ length: 20 }, () => post(known, inventedEvent('medication.prescription.held.v1')));
    for (const answer of await Promise.all(together)) await askedToComeBack(answer);
  } finally {
    await giveBack();
  }
  const answer = await post(known, event);
  expect(await answer.json()).toEqual({ accepted: 0, duplicates: 1, quarantined: 0 });
  expect(await (await post(unknown, event)).json()).toEqual({ accepted: 1, duplicates: 0, quarantined: 0 });
});
