import { createServer, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#lib/db/base/in-tenant';
import { stopSendingJobs } from '#lib/db/base/jobs';
import { latestCanaries } from '#lib/db/flow/canary';
import { findEvents } from '#lib/db/ledger/find-events';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { POST } from '../../../app/api/webhooks/[source]/route.ts';
import { sendCanary } from './send-canary.ts';
import { watchFlow } from './watch-flow.ts';

// A self-test goes the way of every event, through the endpoint to the end of its processing; one that does not arrive is reported.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let web: Server;
let address: string;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  web = createServer(async (incoming, outgoing) => {
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]);
    const request = new Request(`http://web${incoming.url}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(await buffer(incoming)),
    });
    const answer = await POST(request, {
      params: Promise.resolve({ source: incoming.url?.split('/').at(-1) ?? '' }),
    });
    outgoing.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${Reflect.get(Object(web.address()), 'port')}`;
  await everyone.rows(`insert into "Heartbeat" (worker, at) values ('test', now())`);
}, 30_000);
afterAll(async () => {
  web.close();
  await everyone.close();
  await stopSendingJobs();
  await database.close();
});

const latest = () => inTenant({ tenantId: 'demo' }, (tx) => latestCanaries(tx, 'demo'));
const lost = () =>
  everyone.rows<{ recoveredAt: Date | null }>(
    `select "recoveredAt" from "OpsAlert" where kind = 'canary-lost' order by "openedAt"`,
  );

test('a self-test is signed, received, read and timed; it is in no stream of events, and changes nothing', async () => {
  expect(await sendCanary('demo', address, 60)).toBe(202);
  await processAll();
  await watchFlow('demo', 60);
  const [canary] = await latest();
  expect(canary).toMatchObject({ status: 202, roundTripMs: expect.any(Number) });
  expect(canary?.roundTripMs).toBeGreaterThan(0);
  const seen = (source?: string) =>
    inTenant({ tenantId: 'demo' }, (tx) =>
      findEvents(tx, { tenantId: 'demo', filter: { source }, after: null, limit: 10 }),
    );
  expect(await seen()).toEqual([]);
  expect(await seen('canary')).toMatchObject([{ type: 'canary.sent', status: 'ignored' }]);
  expect(await everyone.rows('select 1 from "DeadLetter"')).toEqual([]);
});

test('of several workers one sends it, and once in its slot of time', async () => {
  await everyone.rows('delete from "Canary"');
  const sent = await Promise.all(Array.from({ length: 6 }, () => sendCanary('demo', address, 3600)));
  expect(sent.filter((status) => status !== null)).toEqual([202]);
});

test('one that does not come through is reported, and the next that does ends the incident', async () => {
  await everyone.rows('delete from "Canary"');
  await everyone.rows(
    `insert into "Canary" ("tenantId", slot, "messageId", "sentAt", status) values ('demo', 1, 'canary_gone', now() - interval '31 seconds', 0)`,
  );
  await watchFlow('demo', 60);
  expect(await lost()).toMatchObject([{ recoveredAt: null }]);
  expect(await sendCanary('demo', address, 60)).toBe(202);
  await processAll();
  await watchFlow('demo', 60);
  expect(await lost()).toMatchObject([{ recoveredAt: expect.any(Date) }]);
});

test('self-tests that stopped days ago are still lost, and stay reported', async () => {
  await everyone.rows('delete from "Canary"');
  await everyone.rows('delete from "OpsAlert"');
  await everyone.rows(
    `insert into "Canary" ("tenantId", slot, "messageId", "sentAt", status, "processedAt")
     select 'demo', n, 'canary_old_' || n, now() - interval '5 days' - make_interval(mins => n), 202, case when n > 3 then now() - interval '5 days' end
     from generate_series(1, 9) n`,
  );
  await watchFlow('demo', 60);
  await watchFlow('demo', 60);
  expect(await lost()).toMatchObject([{ recoveredAt: null }]);
  expect((await latest()).map(({ roundTripMs }) => roundTripMs !== null)).toEqual([false, true]);
});

test('a missing sender of self-tests is reported as well, once the tenant has existed for a while', async () => {
  await everyone.rows('delete from "Canary"');
  await everyone.rows('delete from "OpsAlert"');
  await everyone.rows(`update "Tenant" set "createdAt" = now() where "tenantId" = 'demo'`);
  await watchFlow('demo', 60);
  expect(await lost()).toEqual([]);
  await everyone.rows(`update "Tenant" set "createdAt" = now() - interval '1 hour' where "tenantId" = 'demo'`);
  await watchFlow('demo', 0);
  expect(await lost()).toEqual([]);
  await watchFlow('demo', 60);
  expect(await lost()).toMatchObject([{ recoveredAt: null }]);
});

test('the day’s canaries leave nothing in the ledger', async () => {
  await everyone.rows(
    `update "LedgerEvent" set "receivedAt" = now() - interval '25 hours' where "sourceId" = 'canary'`,
  );
  await watchFlow('demo', 60);
  expect(await everyone.rows(`select 1 from "LedgerEvent" where "sourceId" = 'canary'`)).toEqual([]);
});
