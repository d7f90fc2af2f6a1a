import { createServer, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stopSendingJobs } from '#lib/db/base/jobs';
import { sealWith } from '#lib/db/base/secret-box';
import { type DemoSink, startDemoSink } from '#lib/outbound/demo-sink';
import { sendMessage } from '#lib/processing/mail/outbox';
import { transportOver } from '#lib/processing/mail/outbox-transport';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { ownSourceOf } from '#scripts/testing/own-source';
import { processAll } from '#scripts/testing/processing';
import { signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { POST } from '../../../app/api/webhooks/[source]/route.ts';
import { watchFlow } from './watch-flow.ts';

// An incident is reported when it begins and when it is over: once each, to the tenant's recipients.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let sink: DemoSink;
let hook: Server;
const mails: { recipient: string; raw: string }[] = [];
const posts: { headers: Record<string, string>; body: string }[] = [];
const secret = `whsec_${Buffer.from('the secret of an admin’s system!').toString('base64')}`;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  sink = await startDemoSink(async ({ recipient, raw }) => void mails.push({ recipient, raw: raw.toString('utf8') }));
  hook = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
    posts.push({ headers: Object.fromEntries(headers), body });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const sealed = sealWith(Buffer.from(database.encryptionKey, 'base64'), secret, {
    tenantId: 'demo',
    sourceId: 'rcp_hook',
  });
  await everyone.rows(`delete from "OpsRecipient"`);
  await everyone.rows(
    `insert into "OpsRecipient" ("tenantId", id, kind, address, locale, secret, "addedBy") values
      ('demo', 'rcp_mail', 'email', 'ops@example.com', 'en', null, 'usr'), ('demo', 'rcp_hook', 'webhook', $1, 'en', $2, 'usr')`,
    [`http://127.0.0.1:${Reflect.get(Object(hook.address()), 'port')}/`, sealed],
  );
  await everyone.rows(
    `insert into "Heartbeat" (worker, at) values ('test', now()) on conflict ("tenantId", worker) do update set at = now()`,
  );
}, 30_000);
afterAll(async () => {
  hook.close();
  await sink.stop();
  await everyone.close();
  await stopSendingJobs();
  await database.close();
});
beforeEach(async () => {
  mails.length = 0;
  posts.length = 0;
  await everyone.rows(`update "Heartbeat" set at = now() where worker = 'test'`);
});

/** A source that for eight weeks sent in every minute of every hour, and whose last event was so many minutes ago. */
async function steadySource(minutesAgo: number) {
  const source = await ownSourceOf(everyone, { encryptionKey: database.encryptionKey });
  await everyone.rows(
    `insert into "FlowHour" ("tenantId", "sourceId", hour, events, minutes, "lagMs", lagged)
     select 'demo', $1, hour, 600, 60, 60000, 600 from generate_series(date_trunc('hour', now()) - interval '8 weeks', date_trunc('hour', now()) - interval '1 hour', interval '1 hour') hour`,
    [source.sourceId],
  );
  const send = async () => {
    const answer = await POST(signedRequest(source, inventedEvent('medication.prescription.held.v1')), {
      params: Promise.resolve({ source: source.key }),
    });
    expect(answer.status).toBe(202);
  };
  await send();
  await processAll();
  await everyone.rows(
    `update "LedgerEvent" set "receivedAt" = now() - make_interval(mins => $2) where "sourceId" = $1`,
    [source.sourceId, minutesAgo],
  );
  return { ...source, send };
}

const look = () => watchFlow('demo', 0);
const alertsOf = (subject: string) =>
  everyone.rows<{ id: string; kind: string; toldAt: Date | null; recoveredAt: Date | null }>(
    `select id, kind, "toldAt", "recoveredAt" from "OpsAlert" where subject = $1 order by "openedAt"`,
    [subject],
  );

/** Sends what the outbox holds, as its worker would. */
async function sendAll(): Promise<void> {
  const due = await everyone.rows<{ tenantId: string; id: string }>(
    `select "tenantId", id from "OutboxMessage" where state = 'queued' order by "createdAt"`,
  );
  const policy = { baseSeconds: 1, capSeconds: 60 };
  for (const job of due)
    await sendMessage(job, { policy, leaseSeconds: 5, transport: transportOver(sink.url, 'anywhere') });
}

test('a source that falls silent opens one incident and ends it, reported by two emails and two signed requests in all', async () => {
  const source = await steadySource(10);
  for (let round = 0; round < 4; round++) await look();
  const [opened, ...more] = await alertsOf(source.sourceId);
  expect(more).toEqual([]);
  expect(opened).toMatchObject({ kind: 'source-silent', recoveredAt: null, toldAt: expect.any(Date) });
  await sendAll();
  await source.send();
  await processAll();
  for (let round = 0; round < 3; round++) await look();
  await sendAll();
  const after = await alertsOf(source.sourceId);
  expect(after).toMatchObject([{ id: opened?.id, recoveredAt: expect.any(Date) }]);

  expect(mails.map(({ recipient }) => recipient)).toEqual(['ops@example.com', 'ops@example.com']);
  expect(mails[0]?.raw).toMatch(/is silent: no event for 10 minutes/);
  expect(mails[1]?.raw).toMatch(/^Subject: Over:/m);
  const notices = posts.map(({ headers, body }) => new Webhook(secret).verify(body, headers));
  expect(notices).toMatchObject([
    { type: 'scriptline.alert.opened', data: { kind: 'source-silent', source: source.key, recoveredAt: null } },
    { type: 'scriptline.alert.recovered', data: { alertId: opened?.id, source: source.key } },
  ]);
});

test('a muted incident is kept and not reported; it is when the mute is over and it is still open', async () => {
  const source = await steadySource(10);
  await everyone.rows(
    `insert into "OpsMute" ("tenantId", kind, subject, until, reason, "mutedBy") values ('demo', 'source-silent', $1, now() + interval '1 hour', 'moving house', 'usr')`,
    [source.sourceId],
  );
  for (let round = 0; round < 3; round++) await look();
  expect(await alertsOf(source.sourceId)).toMatchObject([{ kind: 'source-silent', toldAt: null, recoveredAt: null }]);
  await sendAll();
  expect(mails).toEqual([]);
  await everyone.rows(`update "OpsMute" set until = now() - interval '1 second' where subject = $1`, [source.sourceId]);
  await look();
  await sendAll();
  expect(mails).toHaveLength(1);
  await source.send();
  await look();
  await sendAll();
  expect(mails).toHaveLength(2);
});

test('an incident that began and ended while it was muted is never reported', async () => {
  const source = await steadySource(10);
  await everyone.rows(
    `insert into "OpsMute" ("tenantId", kind, subject, until, reason, "mutedBy") values ('demo', 'source-silent', $1, now() + interval '1 hour', 'moving house', 'usr')`,
    [source.sourceId],
  );
  await look();
  await look();
  await source.send();
  await look();
  expect(await alertsOf(source.sourceId)).toMatchObject([{ toldAt: null, recoveredAt: expect.any(Date) }]);
  await sendAll();
  expect([mails, posts]).toEqual([[], []]);
});

test('several workers at once open one incident and report it once', async () => {
  const source = await steadySource(10);
  await look();
  await Promise.all(Array.from({ length: 5 }, look));
  expect(await alertsOf(source.sourceId)).toHaveLength(1);
  await sendAll();
  expect(mails).toHaveLength(1);
});

test('ten dead letters of a quarter of an hour are an incident; so are wrong signatures, and mail that does not leave', async () => {
  const source = await ownSourceOf(everyone, { encryptionKey: database.encryptionKey });
  for (let n = 0; n < 10; n++)
    await POST(signedRequest(source, { half: n }), { params: Promise.resolve({ source: source.key }) });
  await everyone.rows(
    `insert into "SourceRefusal" ("tenantId", "sourceId", hour, fault, count) values ('demo', $1, date_trunc('hour', now()), 'mismatch', 5)`,
    [source.sourceId],
  );
  await everyone.rows(
    `insert into "OutboxMessage" ("tenantId", id, kind, purpose, address, "mailMessageId", content, "createdAt", "nextAttemptAt")
     values ('demo', 'out_old', 'email', 'ops_alert', 'x@example.com', '<x@y>', '{}', now() - interval '11 minutes', now() + interval '1 hour')`,
  );
  await look();
  expect((await alertsOf(source.sourceId)).map(({ kind }) => kind).sort()).toEqual([
    'dead-letters-rising',
    'refusals-rising',
  ]);
  expect((await alertsOf('')).filter(({ recoveredAt }) => recoveredAt === null)).toMatchObject([
    { kind: 'outbox-old' },
  ]);
  await everyone.rows(`delete from "OutboxMessage" where id = 'out_old'`);
  await look();
  expect((await alertsOf('')).filter(({ recoveredAt }) => recoveredAt === null)).toEqual([]);
});

test('a sender that catches up on months ago has its lag recorded, and the round goes on', async () => {
  const source = await steadySource(0);
  await everyone.rows(`update "LedgerEvent" set "occurredAt" = now() - interval '60 days' where "sourceId" = $1`, [
    source.sourceId,
  ]);
  await look();
  const [pulse] = await everyone.rows<{ days: number }>(
    `select "sentLagMs" / 86400000.0 as days from "SourcePulse" where "sourceId" = $1`,
    [source.sourceId],
  );
  expect(Number(pulse?.days)).toBeCloseTo(60, 1);
});

test('a weekly batch that stops is reported, and is not over when the weeks without it have become its past', async () => {
  const source = await ownSourceOf(everyone, { encryptionKey: database.encryptionKey });
  const silentWeeks = 6;
  await everyone.rows(
    `insert into "FlowHour" ("tenantId", "sourceId", hour, events, minutes, "lagMs", lagged)
     select 'demo', $1, date_trunc('hour', now()) - make_interval(weeks => n), 300, 2, 60000, 300 from generate_series($2::int, $2::int + 9) n`,
    [source.sourceId, silentWeeks],
  );
  const event = signedRequest(source, inventedEvent('medication.prescription.held.v1'));
  expect((await POST(event, { params: Promise.resolve({ source: source.key }) })).status).toBe(202);
  await everyone.rows(
    `update "LedgerEvent" set "receivedAt" = date_trunc('hour', now()) - make_interval(weeks => $2) + interval '5 minutes' where "sourceId" = $1`,
    [source.sourceId, silentWeeks],
  );
  const told = () =>
    everyone.rows(`select "recoveredAt" from "OpsAlert" where kind = 'source-silent' and subject = $1`, [
      source.sourceId,
    ]);
  await watchFlow('demo', 0);
  await watchFlow('demo', 0);
  expect(await told()).toEqual([{ recoveredAt: null }]);
});
