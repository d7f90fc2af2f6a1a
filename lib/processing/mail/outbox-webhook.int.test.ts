import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestResend } from '#lib/commands/mail/resend';
import { readSession } from '#lib/db/access/session';
import { stopSendingJobs } from '#lib/db/base/jobs';
import { sealWith } from '#lib/db/base/secret-box';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import { getPrescription } from '#lib/views/prescriptions/prescription-detail';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { ownPrescriptionOf } from '#scripts/testing/own-prescription';
import { processAll } from '#scripts/testing/processing';
import { sessionCookie } from '#scripts/testing/session-cookie';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { sendMessage } from './outbox.ts';
import { transportOver } from './outbox-transport.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let ana: Account;
const received: { headers: Record<string, string>; body: string }[] = [];
const secret = `whsec_${Buffer.from('an outbound secret of 32 bytes!!').toString('base64')}`;
const hook = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  received.push({ headers: Object.fromEntries(headers), body });
  response.writeHead(204).end();
});

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  const account = (await readSession((await sessionCookie('doctor@demo.test')).sessionId))?.account;
  if (!account) throw new Error('no session');
  ana = account;
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const sealed = sealWith(Buffer.from(database.encryptionKey, 'base64'), secret, {
    tenantId: 'demo',
    sourceId: 'outbound-webhook',
  });
  await everyone.rows(
    `update "Tenant" set "resendBy" = 'webhook', "resendWebhookUrl" = $1, "resendWebhookSecret" = $2 where "tenantId" = 'demo'`,
    [`http://127.0.0.1:${Reflect.get(Object(hook.address()), 'port')}/`, sealed],
  );
}, 30_000);
afterAll(async () => {
  hook.close();
  await everyone.close();
  await stopSendingJobs();
  await database.close();
});

const policy = { baseSeconds: 1, capSeconds: 60 };
const stateOf = async (table: 'OutboxMessage' | 'Prescription', id: string) =>
  (
    await everyone.rows(
      `select ${table === 'Prescription' ? '"emailState"' : 'state'} as state from "${table}" where id = $1`,
      [id],
    )
  )[0]?.['state'];

async function send(id: string, key: string, reach: 'anywhere' | 'public'): Promise<string> {
  const { outboxId } = await requestResend(ana, id, { email: 'marisol@example.com' }, key, 'req_test');
  await sendMessage(
    { tenantId: 'demo', id: outboxId },
    { policy, leaseSeconds: 5, transport: transportOver(undefined, reach) },
  );
  return outboxId;
}

test("the clinic's own system is asked, signed; the sender's next word on the mail closes it", async () => {
  const id = await ownPrescriptionOf('doc_demo_ana');
  const outboxId = await send(id, 'webhook-key-1', 'anywhere');
  const [{ headers, body } = { headers: {}, body: '' }] = received;
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    type: 'scriptline.prescription.resend_requested',
    data: {
      outboxId,
      system: 'osigu',
      prescriptionId: id.slice('osigu:'.length),
      prescriptionCode: expect.stringMatching(/^RX-/),
      email: 'marisol@example.com',
    },
  });
  expect([await stateOf('OutboxMessage', outboxId), await stateOf('Prescription', id)]).toEqual(['accepted', 'queued']);
  const { email } = await getPrescription(ana, id, null, 'req_test');
  expect(email).toMatchObject({ state: 'queued', passedOn: true });
});

test("of an Osigu prescription, Osigu's acceptance settles the reach", async () => {
  const rx = 'rx_by_webhook';
  const osigu = (name: string, data: Record<string, string>) =>
    appendToLedger([newEvent('osigu', inventedEvent(name, { data: { prescription_id: rx, ...data } }))]);
  await osigu('prescription.issued', {});
  await processAll();
  await send(`osigu:${rx}`, 'webhook-key-2', 'anywhere');
  await osigu('prescription.email_delivered', { email: 'marisol@example.com', delivered_at: new Date().toISOString() });
  await processAll();
  expect(await stateOf('Prescription', `osigu:${rx}`)).toBe('accepted');
});

test('an address of our own network is refused, and our side must fix it', async () => {
  const id = await ownPrescriptionOf('doc_demo_ana');
  const before = received.length;
  const outboxId = await send(id, 'webhook-key-3', 'public');
  const [row] = await everyone.rows(
    `select "emailState" as state, "emailCause" as cause from "Prescription" where id = $1`,
    [id],
  );
  expect([received.length - before, await stateOf('OutboxMessage', outboxId), row]).toEqual([
    0,
    'failed',
    { state: 'failed', cause: 'sender' },
  ]);
});
