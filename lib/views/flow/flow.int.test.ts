import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectOfSource } from '#lib/commands/connections/expect-source';
import { endMute, muteIncident } from '#lib/commands/flow/mute-incident';
import { addRecipient, removeRecipient, testRecipient } from '#lib/commands/flow/ops-recipients';
import { readSession } from '#lib/db/access/session';
import { stopSendingJobs } from '#lib/db/base/jobs';
import { openSecret } from '#lib/db/base/secret-box';
import type { Account } from '#lib/domain/access/account';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { ownSourceOf } from '#scripts/testing/own-source';
import { processAll } from '#scripts/testing/processing';
import { sessionCookie } from '#scripts/testing/session-cookie';
import { signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { POST } from '../../../app/api/webhooks/[source]/route.ts';
import { getFlow } from './flow.ts';
import { listOpsAlerts } from './ops-alerts.ts';
import { listRecipients } from './ops-recipients.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let elena: Account;
let tomas: Account;
const accountOf = async (email: string): Promise<Account> => {
  const account = (await readSession((await sessionCookie(email)).sessionId))?.account;
  if (!account) throw new Error(`no session of ${email}`);
  return account;
};
beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  [elena, tomas] = await Promise.all([accountOf('admin@demo.test'), accountOf('admin2@demo.test')]);
}, 30_000);
afterAll(async () => {
  await everyone.close();
  await stopSendingJobs();
  await database.close();
});
beforeEach(() => everyone.rows(`delete from "Heartbeat"`));

const beat = () => everyone.rows(`insert into "Heartbeat" (worker, at) values ('test', now())`);
const kinds = async () => (await listOpsAlerts(elena)).items.map(({ kind }) => kind);

test('with no worker left to note it, every screen says that none is running', async () => {
  expect((await listOpsAlerts(elena)).items).toMatchObject([{ kind: 'worker-gone', id: null }]);
  expect((await getFlow(elena)).alerts.map(({ kind }) => kind)).toContain('worker-gone');
  await beat();
  expect(await kinds()).toEqual([]);
});

test('email that has not left for more than ten minutes is reported at reading; at ten it is not yet', async () => {
  await beat();
  const put = (age: string) =>
    everyone.rows(
      `insert into "OutboxMessage" ("tenantId", id, kind, purpose, address, "mailMessageId", content, "createdAt") values ('demo', $1::text, 'email', 'resend', 'x@example.com', '<x@y>', '{}', now() - $1::text::interval)`,
      [age],
    );
  await put('9 minutes 55 seconds');
  expect(await kinds()).toEqual([]);
  await put('10 minutes 5 seconds');
  const { items } = await listOpsAlerts(elena);
  expect(items).toMatchObject([{ kind: 'outbox-old', figures: { unsent: 2 } }]);
  await everyone.rows(`delete from "OutboxMessage"`);
});

test('an incident muted by one admin is not counted for the other, and is when the mute is ended; both are in the audit', async () => {
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await muteIncident(elena, { kind: 'worker-gone', subject: '', until, reason: 'new machines' }, 'req_1');
  expect(await listOpsAlerts(tomas)).toEqual({ items: [], muted: 1 });
  const [shown] = (await getFlow(tomas)).alerts;
  expect(shown?.muted).toEqual({ until, reason: 'new machines', by: elena.name });
  await endMute(tomas, { kind: 'worker-gone', subject: '' }, 'req_2');
  await endMute(elena, { kind: 'worker-gone', subject: '' }, 'req_3');
  expect((await listOpsAlerts(elena)).items).toHaveLength(1);
  const lines = await everyone.rows(
    `select action, "actorId" as by from "AuditEntry" where action like 'flow.mute%' order by seq`,
  );
  expect(lines).toEqual([
    { action: 'flow.muted', by: elena.scope.userId },
    { action: 'flow.mute-ended', by: tomas.scope.userId },
  ]);
  const far = new Date(Date.now() + 31 * 86_400_000).toISOString();
  await expect(
    muteIncident(elena, { kind: 'worker-gone', subject: '', until: far, reason: 'for ever' }, 'req_4'),
  ).rejects.toThrow(expect.objectContaining({ status: 422 }));
});

test('a source shows its day, its failures and what is expected of it', async () => {
  await beat();
  const source = await ownSourceOf(everyone, { encryptionKey: database.encryptionKey });
  const post = (body: object) => POST(signedRequest(source, body), { params: Promise.resolve({ source: source.key }) });
  const event = inventedEvent('medication.prescription.held.v1', { time: new Date(Date.now() - 60_000).toISOString() });
  for (const body of [event, event, { half: true }]) await post(body);
  await processAll();
  const row = async () => (await getFlow(elena)).sources.find(({ id }) => id === source.sourceId);
  expect(await row()).toMatchObject({
    ...{ received: 2, repeated: 1, quarantined: 1, dead: 0, openLetters: 1, waiting: 0, lately: 2 },
    silence: { state: 'learning', by: 'habit' },
  });
  expect((await row())?.hours).toHaveLength(24);
  expect((await row())?.sentLagSeconds).toBeGreaterThan(55);
  await expectOfSource(elena, source.sourceId, { everyMinutes: 5, fromHour: 0, toHour: 24 }, 'req_5');
  await everyone.rows(`update "SourceExpectation" set "setAt" = now() - interval '6 minutes' where "sourceId" = $1`, [
    source.sourceId,
  ]);
  expect((await row())?.silence.state).toBe('sending');
  await everyone.rows(`update "LedgerEvent" set "receivedAt" = now() - interval '6 minutes' where "sourceId" = $1`, [
    source.sourceId,
  ]);
  expect(await row()).toMatchObject({
    silence: { state: 'silent', by: 'expectation' },
    expectation: { setBy: elena.name },
  });
  await expectOfSource(elena, source.sourceId, null, 'req_6');
  expect((await row())?.silence.state).toBe('learning');
});

test('an address is notified once, however many name it; a webhook of our own network is refused; its secret is sealed', async () => {
  const ops = { kind: 'email', address: 'ops@example.com', locale: 'en' } as const;
  const both = await Promise.allSettled([addRecipient(elena, ops, 'req_7'), addRecipient(tomas, ops, 'req_8')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const inside = { kind: 'webhook', address: 'https://127.0.0.1/hook', locale: 'en' } as const;
  await expect(addRecipient(elena, inside, 'req_9')).rejects.toThrow(
    expect.objectContaining({ code: 'private-address' }),
  );
  const plain = { ...inside, address: 'http://93.184.216.34/hook' };
  await expect(addRecipient(elena, plain, 'req_10')).rejects.toThrow(expect.objectContaining({ code: 'not-https' }));
  const { id, secret } = await addRecipient(elena, { ...inside, address: 'https://93.184.216.34/hook' }, 'req_11');
  const [kept] = await everyone.rows<{ secret: string }>(`select secret from "OpsRecipient" where id = $1`, [id]);
  expect(kept?.secret).not.toContain(secret);
  expect(openSecret(kept?.secret ?? '', { tenantId: 'demo', sourceId: id })).toBe(secret);
  await testRecipient(elena, id, 'req_12');
  const known = async () => (await listRecipients(elena)).items.find((one) => one.id === id);
  expect((await known())?.last).toMatchObject({ state: 'queued' });
  await removeRecipient(tomas, id, 'req_13');
  await removeRecipient(elena, id, 'req_14');
  expect(await known()).toBeUndefined();
});
