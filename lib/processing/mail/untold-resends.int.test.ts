import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { requestResend } from '#lib/commands/mail/resend';
import { readSession } from '#lib/db/access/session';
import { stopSendingJobs } from '#lib/db/base/jobs';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import { getHandover } from '#lib/views/mail/handover';
import { getResends } from '#lib/views/mail/resends';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { ownPrescriptionOf } from '#scripts/testing/own-prescription';
import { processAll } from '#scripts/testing/processing';
import { sessionCookie } from '#scripts/testing/session-cookie';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep, newEvent } from '#scripts/testing/stories/keep-events';
import { sendMessage } from './outbox.ts';
import { transportOver } from './outbox-transport.ts';

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

let keys = 0;
const ask = (of: string, email = 'marisol@example.com', addressIsRight?: boolean) =>
  requestResend(ana, of, { email, addressIsRight }, `untold-key-${++keys}`, 'req_test');
const messages = (of: string) => everyone.rows('select 1 from "OutboxMessage" where "prescriptionId" = $1', [of]);

async function osigu(name: string, data: Record<string, string>): Promise<void> {
  const body = inventedEvent(name, { data: { prescription_id: id.slice('osigu:'.length), ...data } });
  await appendToLedger([newEvent('osigu', body)]);
  await processAll();
}

test.each([
  ['draft', 'draft'],
  ['on_hold', 'on-hold'],
  ['dispensed', 'dispensed'],
  ['canceled', 'canceled'],
  ['discontinued', 'discontinued'],
  ['expired', 'expired'],
])('no mail and no sheet goes out for a prescription that is %s, and the screen says why', async (state, why) => {
  await everyone.rows('update "Prescription" set state = $2 where id = $1', [id, state]);
  await expect(ask(id)).rejects.toMatchObject({ status: 409, code: why });
  expect(await messages(id)).toEqual([]);
});

test('a draft of the Medication Service is refused as a draft, a signed one because it has no code', async () => {
  const rx = { prescriptionId: 'rx_untold', prescriberId: 'usr_demo_ana' };
  await keep(inventedEvent('medication.prescription.drafted.v1', { data: rx }));
  await processAll();
  await expect(ask('medication:rx_untold')).rejects.toMatchObject({ code: 'draft' });
  expect(await getHandover(ana, 'medication:rx_untold', 'req_test')).toEqual({ nothing: 'draft' });

  await keep(
    inventedEvent('medication.prescription.signed.v1', { data: { ...rx, signedAt: new Date().toISOString() } }),
  );
  await processAll();
  await expect(ask('medication:rx_untold')).rejects.toMatchObject({ status: 409, code: 'no-code' });
  expect(await getResends(ana, 'medication:rx_untold', 'req_test')).toMatchObject({ untold: 'no-code', preview: null });
  const sheet = await getHandover(ana, 'medication:rx_untold', 'req_test');
  expect(sheet).toMatchObject({ code: null, qr: null, words: { keep: null } });
  expect(JSON.stringify({ ...sheet, prescriptionId: null })).not.toContain('rx_untold');
  expect(await messages('medication:rx_untold')).toEqual([]);
});

test('a sheet for a prescription without a code names the pharmacy of its order', async () => {
  const created = inventedEvent('photon-prescription-created', { data: { id: 'rx_at', prescriberId: 'usr_demo_ana' } });
  const order = inventedEvent('photon-order-created', {
    data: { id: 'ord_at', pharmacy: { id: 'phr_1', name: 'Farmacia Sol' }, fills: [{ prescription: { id: 'rx_at' } }] },
  });
  await appendToLedger([newEvent('photon', created), newEvent('photon', order)]);
  await processAll();
  await expect(ask('photon:rx_at')).rejects.toMatchObject({ code: 'no-code' });
  const sheet = await getHandover(ana, 'photon:rx_at', 'req_test');
  expect(sheet && 'words' in sheet && sheet.words.show).toContain('Farmacia Sol');
});

test('a mail that waits does not leave once its prescription is on hold', async () => {
  const { outboxId } = await ask(id);
  await everyone.rows(`update "Prescription" set state = 'on_hold' where id = $1`, [id]);
  const nowhere = { policy: { baseSeconds: 1, capSeconds: 60 }, leaseSeconds: 5, transport: transportOver(undefined) };
  await sendMessage({ tenantId: 'demo', id: outboxId }, nowhere);
  const left = await everyone.rows(`select state, tries->-1->>'reply' as why from "OutboxMessage" where id = $1`, [
    outboxId,
  ]);
  expect(left).toEqual([{ state: 'cancelled', why: 'not_now' }]);
});

const failed = { email: 'gone@example.com', reason: '550 5.1.1 User unknown' };

test.each(['gone@example.com', 'GONE@Example.COM'])(
  'an address that a server knows nobody at is not asked again (%s), unless somebody says that it is right',
  async (same) => {
    await osigu('prescription.email_failed', failed);
    await expect(ask(id, same)).rejects.toMatchObject({ status: 409, code: 'dead-address' });
    expect(await messages(id)).toEqual([]);

    await ask(id, same, true);
    expect(await messages(id)).toHaveLength(1);
    const acts = await everyone.rows(
      `select e.data->>'addressIsRight' as confirmed from "LedgerEvent" e join "EventSubject" s on s."tenantId" = e."tenantId" and s.seq = e.seq
       where s.id = $1 and e.type = 'scriptline.resend.requested'`,
      [id],
    );
    expect(acts).toEqual([{ confirmed: 'true' }]);
  },
);

test('another address is not held back, nor one whose failure says nothing against it', async () => {
  await osigu('prescription.email_failed', failed);
  await ask(id, 'found@example.com');
  expect(await messages(id)).toHaveLength(1);
  id = await ownPrescriptionOf('doc_demo_ana');
  await osigu('prescription.email_failed', { ...failed, reason: '452 4.2.2 Mailbox full' });
  await ask(id, 'gone@example.com');
  expect(await messages(id)).toHaveLength(1);
});

test('our own relay’s word on a dead address counts like the sender’s', async () => {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, done) => done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 })),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = Number(Reflect.get(Object(server.server.address()), 'port'));
  const { outboxId } = await ask(id, 'gone@example.com');
  const transport = transportOver(`smtp://127.0.0.1:${port}`);
  await sendMessage(
    { tenantId: 'demo', id: outboxId },
    { policy: { baseSeconds: 1, capSeconds: 60 }, leaseSeconds: 5, transport },
  );
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await expect(ask(id, 'gone@example.com')).rejects.toMatchObject({ code: 'dead-address' });
});
