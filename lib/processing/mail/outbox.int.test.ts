import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordOtherChannel } from '#lib/commands/mail/other-channel';
import { queueResend } from '#lib/commands/mail/queue-resend';
import { requestResend } from '#lib/commands/mail/resend';
import { settleResend } from '#lib/commands/mail/settle-resend';
import { withdrawResend } from '#lib/commands/mail/withdraw-resend';
import { readSession } from '#lib/db/access/session';
import { inTenant } from '#lib/db/base/in-tenant';
import { stopSendingJobs } from '#lib/db/base/jobs';
import { outboxAge } from '#lib/db/mail/outbox-age';
import type { Account } from '#lib/domain/access/account';
import type { SendOutcome } from '#lib/domain/mail/outbox';
import { sweepOutbox } from '#lib/processing/overview/outbox-sweep';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { ownPrescriptionOf } from '#scripts/testing/own-prescription';
import { sessionCookie } from '#scripts/testing/session-cookie';
import { type OutboxSending, sendMessage } from './outbox.ts';
import { transportOver } from './outbox-transport.ts';

const policy = { baseSeconds: 1, capSeconds: 60 };
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let ana: Account;
let id: string;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  const account = (await readSession((await sessionCookie('doctor@demo.test')).sessionId))?.account;
  if (!account) throw new Error('no session');
  ana = account;
}, 30_000);
afterAll(async () => {
  await everyone.close();
  await stopSendingJobs();
  await database.close();
});
beforeEach(async () => {
  id = await ownPrescriptionOf('doc_demo_ana');
});

type Relay = { readonly url: string; readonly taken: string[]; stop(): Promise<void> };
const relays: Relay[] = [];
afterEach(async () => {
  for (const relay of relays.splice(0)) await relay.stop();
});

/** A real mail server; `refuse` answers a recipient instead of taking it. */
async function relay(
  refuse: (tries: number) => { code: number; words: string } | null = () => null,
  port = 0,
): Promise<Relay> {
  const taken: string[] = [];
  let tries = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_, __, done) {
      const no = refuse(++tries);
      done(no && Object.assign(new Error(no.words), { responseCode: no.code }));
    },
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        taken.push(session.envelope.rcptTo[0]?.address ?? '');
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const at = Reflect.get(Object(server.server.address()), 'port');
  const made = {
    url: `smtp://127.0.0.1:${at}`,
    taken,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  relays.push(made);
  return made;
}

const over = (url: string, more: Partial<OutboxSending> = {}): OutboxSending => ({
  policy: { baseSeconds: 1, capSeconds: 60 },
  leaseSeconds: 5,
  transport: transportOver(url),
  ...more,
});

let keys = 0;
const ask = (email = 'marisol@example.com', seen?: 'failed') =>
  requestResend(ana, id, { email, ...(seen ? { seen } : {}) }, `key-of-test-${++keys}`, 'req_test');
const job = (outboxId: string) => ({ tenantId: 'demo', id: outboxId });
const dueNow = (outboxId: string) =>
  everyone.rows(`update "OutboxMessage" set "nextAttemptAt" = now() where id = $1`, [outboxId]);

type Row = {
  state: string;
  attempts: number;
  reply: string | null;
  cause: string | null;
  tries: { outcome: string }[];
};
async function message(outboxId: string): Promise<Row> {
  const [row] = await everyone.rows<Row>(
    `select state, attempts, reply, cause, tries from "OutboxMessage" where id = $1`,
    [outboxId],
  );
  if (!row) throw new Error('no message');
  return row;
}
async function reach(): Promise<{ state: string; address: string; cause: string | null }> {
  const [row] = await everyone.rows<{ state: string; address: string; cause: string | null }>(
    `select "emailState" as state, "emailAddress" as address, "emailCause" as cause from "Prescription" where id = $1`,
    [id],
  );
  if (!row) throw new Error('no prescription');
  return row;
}
const ledgered = async () =>
  (
    await everyone.rows<{ type: string }>(
      `select l.type from "LedgerEvent" l join "EventSubject" s on s."tenantId" = l."tenantId" and s.seq = l.seq
    where s.id = $1 and l.type like 'scriptline.%' order by l.seq`,
      [id],
    )
  ).map(({ type }) => type);

test('asked for, sent and accepted: the ledger, the reach and the outbox say the same', async () => {
  const to = await relay();
  const { outboxId } = await ask('Marisol@Example.com');
  expect(await reach()).toMatchObject({ state: 'queued', address: 'marisol@example.com' });
  await sendMessage(job(outboxId), over(to.url));
  expect(to.taken).toEqual(['marisol@example.com']);
  expect(await message(outboxId)).toMatchObject({ state: 'accepted', attempts: 1, tries: [{ outcome: 'accepted' }] });
  expect(await reach()).toMatchObject({ state: 'accepted', address: 'marisol@example.com' });
  expect(await ledgered()).toEqual(['scriptline.resend.requested', 'scriptline.email.accepted']);
});

test('two who press at once send one email, and the second gets that answer', async () => {
  const both = await Promise.allSettled([ask(), ask(), ask('other@example.com')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  for (const one of both)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409, code: 'on-its-way' });
  const messages = await everyone.rows(`select 1 from "OutboxMessage" where "prescriptionId" = $1`, [id]);
  expect([messages.length, await ledgered()]).toEqual([1, ['scriptline.resend.requested']]);
});

test('one request repeated is one mail; the same key for another address is a conflict', async () => {
  const again = (email: string) => requestResend(ana, id, { email }, 'one-key-of-a-request', 'req_test');
  const first = await again('ana@example.com');
  expect(await again('ana@example.com')).toEqual(first);
  await expect(again('eva@example.com')).rejects.toMatchObject({ status: 409, code: 'key-used' });
});

test('two workers woken for one message send it once', async () => {
  const to = await relay();
  const { outboxId } = await ask();
  await Promise.all([1, 2, 3].map(() => sendMessage(job(outboxId), over(to.url))));
  expect([to.taken.length, (await message(outboxId)).attempts]).toEqual([1, 1]);
});

test('what will not pass is tried once', async () => {
  const to = await relay(() => ({ code: 550, words: '5.1.1 no such user' }));
  const { outboxId } = await ask();
  await sendMessage(job(outboxId), over(to.url));
  await dueNow(outboxId);
  await sendMessage(job(outboxId), over(to.url));
  expect(await message(outboxId)).toMatchObject({
    state: 'failed',
    attempts: 1,
    reply: '550 5.1.1 no such user',
    cause: 'address',
  });
  expect(await reach()).toMatchObject({ state: 'failed', cause: 'address' });
});

test('what may pass is tried five times more, then it has failed', async () => {
  const to = await relay(() => ({ code: 452, words: '4.2.2 mailbox full' }));
  const { outboxId } = await ask();
  for (let tries = 1; tries <= 5; tries++) {
    await sendMessage(job(outboxId), over(to.url));
    expect(await message(outboxId)).toMatchObject({
      state: 'queued',
      attempts: tries,
      reply: '452 4.2.2 mailbox full',
    });
    expect((await reach()).state).toBe('queued');
    await dueNow(outboxId);
  }
  await sendMessage(job(outboxId), over(to.url));
  expect(await message(outboxId)).toMatchObject({ state: 'failed', attempts: 6, cause: 'mailbox' });
  expect(await ledgered()).toEqual(['scriptline.resend.requested', 'scriptline.email.failed']);
});

test('a relay that is down and comes back: the mail goes out by itself, once', async () => {
  const down = await relay();
  const port = Number(new URL(down.url).port);
  await down.stop();
  const { outboxId } = await ask();
  await sendMessage(job(outboxId), over(down.url));
  expect(await message(outboxId)).toMatchObject({
    state: 'queued',
    cause: 'passing',
    reply: expect.stringContaining('ECONNREFUSED'),
  });
  const back = await relay(() => null, port);
  await dueNow(outboxId);
  await sendMessage(job(outboxId), over(down.url));
  expect([back.taken.length, (await message(outboxId)).state]).toEqual([1, 'accepted']);
});

test('our side must fix refusals by our own relay, never the address', async () => {
  const transport = async (): Promise<SendOutcome> => ({
    outcome: 'refused',
    lasting: true,
    stage: 'AUTH PLAIN',
    reply: '535 5.7.8 user unknown',
  });
  const { outboxId } = await ask();
  await sendMessage(job(outboxId), over('', { transport }));
  expect([(await message(outboxId)).cause, (await reach()).cause]).toEqual(['sender', 'sender']);
});

test('a transport that throws has sent nothing: it is tried again', async () => {
  const { outboxId } = await ask();
  await sendMessage(job(outboxId), over('', { transport: () => Promise.reject(new TypeError('broken')) }));
  expect(await message(outboxId)).toMatchObject({ state: 'queued', attempts: 1 });
});

const died = new Error('the process died');

/** Sends the mail and dies before recording it. */
async function dieAfterSending(outboxId: string, to: Relay): Promise<void> {
  const transport = async (...asked: Parameters<OutboxSending['transport']>): Promise<SendOutcome> => {
    await transportOver(to.url)(...asked);
    return new Promise<SendOutcome>(() => undefined);
  };
  void sendMessage(job(outboxId), over('', { transport })).catch(() => died);
  await expect.poll(() => to.taken.length).toBe(1);
  await everyone.rows(`update "OutboxMessage" set "leaseUntil" = now() - interval '1 second' where id = $1`, [
    outboxId,
  ]);
}

test('a process that dies between send and record leaves one that may have been sent; nothing sends it again', async () => {
  const to = await relay();
  const { outboxId } = await ask();
  await dieAfterSending(outboxId, to);
  await Promise.all([sweepOutbox(policy), sweepOutbox(policy)]);
  expect(await message(outboxId)).toMatchObject({ state: 'uncertain', tries: [{ outcome: 'uncertain' }] });
  expect((await reach()).state).toBe('uncertain');
  await dueNow(outboxId);
  await sendMessage(job(outboxId), over(to.url));
  await expect(ask()).rejects.toMatchObject({ status: 409, code: 'uncertain' });
  expect(to.taken.length).toBe(1);
  expect(await ledgered()).toEqual(['scriptline.resend.requested', 'scriptline.email.uncertain']);
});

test.each([
  ['sent', 'accepted', 'scriptline.email.accepted'],
  ['not-sent', 'failed', 'scriptline.email.failed'],
] as const)('a person settles it as %s, once', async (word, state, type) => {
  const to = await relay();
  const { outboxId } = await ask();
  await dieAfterSending(outboxId, to);
  await sweepOutbox(policy);
  await settleResend(ana, id, outboxId, word, 'req_test');
  expect([(await message(outboxId)).state, (await reach()).state, (await ledgered()).at(-1)]).toEqual([
    state,
    state,
    type,
  ]);
  await expect(settleResend(ana, id, outboxId, 'sent', 'req_test')).rejects.toMatchObject({ code: 'settled' });
});

test('a slow process that is alive after all settles its own message, unless a person has', async () => {
  let answer: (outcome: SendOutcome) => void = () => undefined;
  const { outboxId } = await ask();
  const sending = sendMessage(
    job(outboxId),
    over('', { transport: () => new Promise((resolve) => (answer = resolve)) }),
  );
  await expect.poll(async () => (await message(outboxId)).state).toBe('sending');
  await everyone.rows(`update "OutboxMessage" set "leaseUntil" = now() - interval '1 second' where id = $1`, [
    outboxId,
  ]);
  await sweepOutbox(policy);
  expect((await message(outboxId)).state).toBe('uncertain');
  answer({ outcome: 'accepted', reply: '250 ok' });
  await sending;
  expect([(await message(outboxId)).state, (await reach()).state]).toEqual(['accepted', 'accepted']);
});

test('a resend of an email accepted since the doctor looked reports that, and the doctor may insist', async () => {
  const to = await relay();
  const { outboxId } = await ask();
  await sendMessage(job(outboxId), over(to.url));
  await expect(ask('marisol@example.com', 'failed')).rejects.toMatchObject({ status: 409, code: 'settled' });
  const again = await ask('marisol@example.com');
  await sendMessage(job(again.outboxId), over(to.url));
  expect(to.taken.length).toBe(2);
});

test.each<[string, () => Promise<unknown>]>([
  [
    'accepted at the address on file, whatever he types',
    async () => {
      const to = await relay();
      const { outboxId } = await ask();
      await sendMessage(job(outboxId), over(to.url));
    },
  ],
  [
    'told by phone',
    async () => {
      const to = await relay(() => ({ code: 550, words: '5.1.1 no such user' }));
      const { outboxId } = await ask();
      await sendMessage(job(outboxId), over(to.url));
      await recordOtherChannel(ana, id, { by: 'phone', note: 'Read it to her' }, `told-key-of-${++keys}`, 'req_test');
    },
  ],
])('a resend of what was settled since the doctor looked says so: %s', async (_, happen) => {
  await happen();
  await expect(ask('other@example.com', 'failed')).rejects.toMatchObject({ status: 409, code: 'settled' });
  expect((await reach()).address).toBe('marisol@example.com');
});

test('what has run out is not sent', async () => {
  await everyone.rows(`update "Prescription" set "expirationDate" = now()::date - 2 where id = $1`, [id]);
  await expect(ask()).rejects.toMatchObject({ status: 409, code: 'expired' });
});

test('the doctor cancels an email that waits for its next try, and the form is free at once', async () => {
  const to = await relay(() => ({ code: 452, words: '4.2.2 try again later' }));
  const { outboxId } = await ask('typo@example.com');
  await sendMessage(job(outboxId), over(to.url));
  await expect(ask('right@example.com')).rejects.toMatchObject({ code: 'on-its-way' });
  await withdrawResend(ana, id, outboxId, 'req_test');
  expect((await reach()).state).not.toBe('queued');
  await expect(withdrawResend(ana, id, outboxId, 'req_test')).rejects.toMatchObject({ status: 409, code: 'gone' });
  const again = await ask('right@example.com');
  await dueNow(outboxId);
  await sendMessage(job(outboxId), over(to.url));
  expect(await message(outboxId)).toMatchObject({
    state: 'cancelled',
    attempts: 1,
    tries: [{ outcome: 'refused' }, { outcome: 'withdrawn', reply: 'person' }],
  });
  expect((await message(again.outboxId)).state).toBe('queued');
  expect(await ledgered()).toEqual([
    'scriptline.resend.requested',
    'scriptline.resend.withdrawn',
    'scriptline.resend.requested',
  ]);
});

test.each<[string, string, () => Promise<unknown>]>([
  ['ended', 'is over', () => everyone.rows(`update "Prescription" set state = 'canceled' where id = $1`, [id])],
  [
    'address',
    'has another address on file',
    () => everyone.rows(`update "Prescription" set "emailAddress" = 'another@example.com' where id = $1`, [id]),
  ],
  [
    'settled',
    'was settled',
    () =>
      everyone.rows(
        `insert into "FollowUp" ("tenantId", id, kind, "prescriptionId", since, "troubleAt", "settledAt", "settledBy")
       values ('demo', 'not_delivered|' || $1, 'not_delivered', $1, now(), now(), now() + interval '1 second', 'phone')`,
        [id],
      ),
  ],
])('the worker looks again before each try and takes back, as %s, the mail of what %s', async (why, _, happen) => {
  const to = await relay(() => ({ code: 452, words: '4.2.2 try again later' }));
  const { outboxId } = await ask();
  await sendMessage(job(outboxId), over(to.url));
  await happen();
  await dueNow(outboxId);
  await sendMessage(job(outboxId), over(to.url));
  expect(await message(outboxId)).toMatchObject({
    ...{ state: 'cancelled', attempts: 1 },
    tries: [{ outcome: 'refused' }, { outcome: 'withdrawn', reply: why }],
  });
});

test('many that go out one by one are not late for it', async () => {
  await everyone.rows(`update "OutboxMessage" set state = 'failed' where state in ('queued', 'sending')`);
  await inTenant({ tenantId: 'demo' }, (tx) =>
    queueResend(tx, {
      ...{ tenantId: 'demo', prescriptionId: id, userId: ana.scope.userId, email: 'a@example.com', reason: null },
      ...{ key: `spread-key-${++keys}`, outboxId: `out_spread_${keys}`, inSeconds: 900 },
    }),
  );
  const moved = (column: string) =>
    everyone.rows(`update "OutboxMessage" set "${column}" = "${column}" - interval '11 minutes' where id = $1`, [
      `out_spread_${keys}`,
    ]);
  await moved('createdAt');
  const age = async () => (await inTenant({ tenantId: 'demo' }, (tx) => outboxAge(tx, 'demo'))).oldestSeconds;
  expect(await age()).toBe(0);
  await moved('dueAt');
  await moved('dueAt');
  expect(await age()).toBeGreaterThan(400);
});

test('the sweep wakes what is due and was forgotten', async () => {
  const { outboxId } = await ask();
  await everyone.rows(`delete from pgboss.job where name = 'outbox'`);
  await everyone.rows(`update "OutboxMessage" set "nextAttemptAt" = now() - interval '2 minutes' where id = $1`, [
    outboxId,
  ]);
  await sweepOutbox(policy);
  const jobs = await everyone.rows<{ id: string }>(`select data->>'id' as id from pgboss.job where name = 'outbox'`);
  expect(jobs.map((one) => one.id)).toContain(outboxId);
});

test('the wait of the oldest unsent email is reported for each tenant; settled ones no longer count', async () => {
  await everyone.rows(`update "OutboxMessage" set state = 'failed' where state in ('queued', 'sending')`);
  const ageOf = (tenantId: string) => inTenant({ tenantId }, (tx) => outboxAge(tx, tenantId));
  const to = await relay();
  const { outboxId } = await ask();
  expect((await ageOf('demo')).oldestSeconds).toBeLessThan(600);
  await everyone.rows(`update "OutboxMessage" set "createdAt" = now() - interval '11 minutes' where id = $1`, [
    outboxId,
  ]);
  const waiting = await ageOf('demo');
  expect([waiting.unsent, waiting.oldestSeconds > 600]).toEqual([1, true]);
  expect(await ageOf('other')).toEqual({ unsent: 0, oldestSeconds: 0 });
  await sendMessage(job(outboxId), over(to.url));
  expect(await ageOf('demo')).toEqual({ unsent: 0, oldestSeconds: 0 });
});
