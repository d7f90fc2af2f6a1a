import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  changeSubscription,
  resendDelivery,
  rotateSubscription,
  switchSubscription,
  testSubscription,
} from '#lib/commands/connections/change-subscription';
import { createSubscription } from '#lib/commands/connections/create-subscription';
import { readSession } from '#lib/db/access/session';
import { stopSendingJobs } from '#lib/db/base/jobs';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { sweepOutbox } from '#lib/processing/overview/outbox-sweep';
import { rebuild } from '#lib/processing/replays/rebuild';
import { listDeliveries, listSubscriptions } from '#lib/views/connections/downstream';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { sessionCookie } from '#scripts/testing/session-cookie';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { deliver } from './deliver.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let admin: Account;
type Kept = { readonly id: string; readonly headers: Record<string, string>; readonly body: string };
const received: Kept[] = [];
let answers: number[] = [];
let words: Buffer | string = '';
let receiver: Server;
let url = '';

beforeAll(async () => {
  process.env['OUTBOUND_ALLOW_HOSTS'] = 'localhost';
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  admin = await accountOf('admin@demo.test');
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    received.push({ id: headers['webhook-id'] ?? '', headers, body });
    response.writeHead(answers.shift() ?? 204).end(words);
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://localhost:${Reflect.get(Object(receiver.address()), 'port')}/hook`;
}, 30_000);
beforeEach(() => {
  received.splice(0);
  answers = [];
  words = '';
});
afterEach(() => everyone.rows('delete from "Subscription"'));
afterAll(async () => {
  receiver.close();
  await everyone.close();
  await stopSendingJobs();
  await database.close();
});

async function accountOf(email: string): Promise<Account> {
  const account = (await readSession((await sessionCookie(email)).sessionId))?.account;
  if (!account) throw new Error('no session');
  return account;
}

const policy = { baseSeconds: 1, capSeconds: 60 };
const reach = { allowed: ['localhost'] };
const send = (id: string, tenantId = 'demo') => deliver({ tenantId, id }, { policy, leaseSeconds: 5, reach });
const about = (id: string, version: number) => ({ id, version, requestId: 'req_test' });

const issuedTypes = ['prescription.issued', 'medication.prescription.signed.v1'];
const subscribe = (types: readonly string[] = issuedTypes) =>
  createSubscription(admin, { name: 'Billing', types, url }, 'req_test');

let ids = 0;
async function happen(name: string, data: JsonObject): Promise<void> {
  const format = name.startsWith('medication.') || name.startsWith('med.') ? 'medication-service' : 'osigu';
  await appendToLedger([newEvent(format, inventedEvent(name, { data }))]);
  await processAll();
}
const issue = async () => {
  const rx = `rx_told_${++ids}`;
  await happen('prescription.issued', { prescription_id: rx, prescription_code: `RX-${rx}` });
  return rx;
};

const deliveries = async (id: string) => (await listDeliveries(admin, id, { limit: 50 })).items;
async function only(id: string) {
  const [one, ...more] = await deliveries(id);
  if (!one || more.length > 0) throw new Error(`${more.length + (one ? 1 : 0)} deliveries`);
  return one;
}
async function rowOf(id: string) {
  const found = (await listSubscriptions(admin)).items.find((one) => one.id === id);
  if (!found) throw new Error('no subscription');
  return found;
}

test('the issue of a prescription is sent once, signed, with ids and codes only', async () => {
  const { id, secret } = await subscribe();
  const rx = await issue();
  const one = await only(id);
  expect(one).toMatchObject({ state: 'queued', type: 'prescription.issued', prescriptionId: `osigu:${rx}` });
  const jobs = await everyone.rows(`select 1 from pgboss.job where name = 'deliveries' and data->>'id' = $1`, [one.id]);
  expect(jobs.length).toBe(1);
  await Promise.all([send(one.id), send(one.id), send(one.id)]);
  expect(received.length).toBe(1);
  const [{ headers, body } = { headers: {}, body: '' }] = received;
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    type: 'prescription.issued',
    data: { system: 'osigu', prescriptionId: rx, prescriptionCode: `RX-${rx}`, encounterId: null },
  });
  expect(await only(id)).toMatchObject({ state: 'accepted', attempts: 1, reply: 'HTTP 204' });
  expect(await rowOf(id)).toMatchObject({ failingSince: null, queued: 0, failed: 0, lastReply: 'HTTP 204' });
});

test('both names of one fact, and another event that says the same, are one signal', async () => {
  const { id } = await subscribe();
  const data = { prescriptionId: `rx_twice_${++ids}` };
  await happen('med.order.signed', data);
  await happen('medication.prescription.signed.v1', data);
  await happen('medication.prescription.signed.v1', data);
  expect((await deliveries(id)).length).toBe(1);
});

test('types that nobody chose, unreadable events and events before a subscription are not sent', async () => {
  await issue();
  const { id } = await subscribe(['prescription.email_failed']);
  await issue();
  await happen('prescription.email_failed', { prescription_id: '' });
  expect(await deliveries(id)).toEqual([]);
});

test('a rebuild tells nobody anything', async () => {
  const { id } = await subscribe();
  await issue();
  const before = await everyone.rows('select count(*) from "OutboxMessage"');
  await rebuild(database.url);
  expect(await everyone.rows('select count(*) from "OutboxMessage"')).toEqual(before);
  expect((await only(id)).state).toBe('queued');
});

test('what may pass is tried again with the same id and the same bytes; what will not, has failed and shows', async () => {
  const { id } = await subscribe();
  await issue();
  const { id: one } = await only(id);
  answers = [503];
  await send(one);
  expect(await only(id)).toMatchObject({
    state: 'queued',
    attempts: 1,
    tries: [{ outcome: 'refused', reply: 'HTTP 503' }],
  });
  expect((await rowOf(id)).failingSince).not.toBeNull();
  await everyone.rows(`update "OutboxMessage" set "nextAttemptAt" = now() where id = $1`, [one]);
  answers = [410];
  await send(one);
  expect(await only(id)).toMatchObject({ state: 'failed', attempts: 2, reply: 'HTTP 410' });
  expect(await rowOf(id)).toMatchObject({ failed: 1, queued: 0 });

  await resendDelivery(admin, one, 'req_test');
  await expect(resendDelivery(admin, one, 'req_test')).rejects.toMatchObject({ status: 409, code: 'on-its-way' });
  await send(one);
  expect(await only(id)).toMatchObject({ state: 'accepted', attempts: 1 });
  expect(await rowOf(id)).toMatchObject({ failed: 0, failingSince: null });
  expect(new Set(received.map(({ id: webhookId, body }) => `${webhookId} ${body}`)).size).toBe(1);
  expect(received.length).toBe(3);
});

test('five retries, then it has failed', async () => {
  const { id } = await subscribe();
  await issue();
  const { id: one } = await only(id);
  for (let attempt = 1; attempt <= 6; attempt++) {
    answers = [500];
    await everyone.rows(`update "OutboxMessage" set "nextAttemptAt" = now() where id = $1`, [one]);
    await send(one);
  }
  expect([await only(id), received.length]).toMatchObject([{ state: 'failed', attempts: 6 }, 6]);
});

test('while it is paused what happens is kept; resumed, it goes, oldest first', async () => {
  const { id } = await subscribe();
  const first = await issue();
  await switchSubscription(admin, about(id, 1), false);
  const second = await issue();
  expect(await rowOf(id)).toMatchObject({ state: 'paused', held: 2, queued: 0 });
  for (const one of await deliveries(id)) await send(one.id);
  expect(received).toEqual([]);
  await expect(testSubscription(admin, id, 'req_test')).rejects.toMatchObject({ code: 'paused' });
  expect(await switchSubscription(admin, about(id, 2), true)).toEqual({ released: 2 });
  for (const one of (await deliveries(id)).toReversed()) await send(one.id);
  expect(received.map(({ body }) => JSON.parse(body).data.prescriptionId)).toEqual([first, second]);
});

test('a process that dies between sending and recording: it goes again under its id', async () => {
  const { id } = await subscribe();
  await issue();
  const { id: one } = await only(id);
  await everyone.rows(
    `update "OutboxMessage" set state = 'sending', attempts = 1, "sentAt" = now(), "leaseUntil" = now() - interval '1 second' where id = $1`,
    [one],
  );
  await sweepOutbox(policy);
  expect((await only(id)).state).toBe('queued');
  await everyone.rows(`update "OutboxMessage" set "nextAttemptAt" = now() where id = $1`, [one]);
  await send(one);
  expect([received.map((request) => request.id), (await only(id)).state]).toEqual([[one], 'accepted']);
});

test.each([
  ['a NUL', 200, Buffer.from('6f6b00646f6e65', 'hex')],
  ['gzip that nobody asked for', 200, gzipSync('fine, thank you')],
  ['half of a pair where it is cut', 500, `${'a'.repeat(1_991)}${'😀'.repeat(40)}`],
] as const)('a reply with %s is kept, and what was taken is not sent again', async (_what, status, said) => {
  const { id } = await subscribe();
  await issue();
  const { id: one } = await only(id);
  [answers, words] = [[status], said];
  await send(one);
  expect(await only(id)).toMatchObject({ state: status === 200 ? 'accepted' : 'queued', attempts: 1 });
  await everyone.rows(`update "OutboxMessage" set "leaseUntil" = now() - interval '1 second' where state = 'sending'`);
  await sweepOutbox(policy);
  expect([received.length, (await rowOf(id)).lastReply?.startsWith(`HTTP ${status}`)]).toEqual([1, true]);
});

const loseLease = (one: string) =>
  everyone.rows(
    `update "OutboxMessage" set state = 'sending', attempts = attempts + 1, "sentAt" = now(), "leaseUntil" = now() - interval '1 second' where id = $1`,
    [one],
  );

test('tries that are never recorded count: after five retries it has failed, and no more go out', async () => {
  const { id } = await subscribe();
  await issue();
  const { id: one } = await only(id);
  for (let attempt = 1; attempt <= 6; attempt++) {
    expect((await only(id)).state).toBe('queued');
    await loseLease(one);
    await sweepOutbox(policy);
  }
  expect(await only(id)).toMatchObject({ state: 'failed', attempts: 6 });
  await send(one);
  expect(received).toEqual([]);
});

test('a pause holds whatever was queued, came back from a lost lease or is asked for again', async () => {
  const { id } = await subscribe();
  await issue();
  const { id: one } = await only(id);
  await loseLease(one);
  await switchSubscription(admin, about(id, 1), false);
  await sweepOutbox(policy);
  expect((await only(id)).state).toBe('held');
  // Queued by somebody who had read the subscription just before the pause.
  await everyone.rows(`update "OutboxMessage" set state = 'queued', "nextAttemptAt" = now() where id = $1`, [one]);
  await send(one);
  expect([(await only(id)).state, received.length]).toEqual(['held', 0]);
  await everyone.rows(`update "OutboxMessage" set state = 'failed' where id = $1`, [one]);
  await expect(resendDelivery(admin, one, 'req_test')).rejects.toMatchObject({ status: 409, code: 'paused' });
});

test('a new secret: until the overlap ends, both verify; afterwards the new one only', async () => {
  const { id, secret } = await subscribe();
  const { secret: next } = await rotateSubscription(admin, about(id, 1), 24);
  const verified = async () => {
    const { deliveryId } = await testSubscription(admin, id, 'req_test');
    await send(deliveryId);
    const { headers = {}, body = '' } = received.at(-1) ?? {};
    return [secret, next ?? ''].map((one) => {
      try {
        return Boolean(new Webhook(one).verify(body, headers));
      } catch {
        return false;
      }
    });
  };
  expect(await verified()).toEqual([true, true]);
  await everyone.rows(`update "Subscription" set "previousUntil" = now() where id = $1`, [id]);
  expect(await verified()).toEqual([false, true]);
  const contents = JSON.stringify([
    await listSubscriptions(admin),
    await everyone.rows('select * from "Subscription"'),
  ]);
  for (const one of [secret, next]) expect(contents).not.toContain(one);
});

test.each([
  ['https://127.0.0.1/hook', 'private-address'],
  ['https://10.1.2.3/hook', 'private-address'],
  ['http://example.com/hook', 'not-https'],
  ['https://no-such-name.invalid/', 'unknown-host'],
])('a subscription to %s is refused: %s', async (address, why) => {
  const subscription = { name: 'Billing', types: issuedTypes, url: address };
  await expect(createSubscription(admin, subscription, 'req_test')).rejects.toMatchObject({
    status: 422,
    paths: [`body.url: ${why}`],
  });
});

test('two admins at once: one change is saved; another tenant gets the answer of an unknown subscription', async () => {
  const { id } = await subscribe();
  const both = await Promise.allSettled([
    changeSubscription(admin, about(id, 1), { name: 'One' }),
    changeSubscription(admin, about(id, 1), { name: 'Two' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const stranger = await accountOf('admin@other.test');
  await expect(changeSubscription(stranger, about(id, 2), { name: 'Three' })).rejects.toMatchObject({ status: 404 });
  await expect(listDeliveries(stranger, id, { limit: 5 })).rejects.toMatchObject({ status: 404 });
});
