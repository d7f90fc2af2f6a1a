import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepDemoMail } from '#lib/db/mail/demo-mail';
import { startDemoSink } from '#lib/outbound/demo-sink';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { getInbox } from './inbox.ts';

// The demo's mail server accepts emails of every tenant; each reader sees those of their own tenant.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let sink: Awaited<ReturnType<typeof startDemoSink>>;

beforeAll(async () => {
  database = await demoDatabase();
  process.env['SCRIPTLINE_DEMO'] = '1';
  everyone = await lookAtEveryone(database.url);
  sink = await startDemoSink(keepDemoMail);
});
afterAll(async () => {
  await sink.stop();
  await everyone.close();
  await database.close();
});

async function mailed(tenantId: string, to: string, subject: string): Promise<void> {
  const messageId = `<${subject}@clinic.test>`;
  await everyone.rows(
    `insert into "OutboxMessage" ("tenantId", id, kind, purpose, address, "mailMessageId", content) values ($1, $2, 'email', 'account_link', $3, $4, '{}')`,
    [tenantId, subject, to, messageId],
  );
  await send(to, subject, messageId);
}

async function send(to: string, subject: string, messageId: string): Promise<void> {
  const relay = createTransport(sink.url);
  await relay.sendMail({
    from: 'no-reply@clinic.test',
    to,
    subject,
    messageId,
    text: `Open https://x.test/${subject}`,
  });
  relay.close();
}

test("a one-time link is read by its own tenant's people only, also by its number", async () => {
  await mailed('demo', 'admin2@demo.test', 'link-of-demo');
  await mailed('other', 'admin@other.test', 'link-of-other');
  const account = await accountsOf(everyone);
  const seen = async (email: string) => (await getInbox(account(email), null))?.items.map(({ subject }) => subject);
  expect(await seen('doctor@demo.test')).toEqual(['link-of-demo']);
  expect(await seen('doctor@other.test')).toEqual(['link-of-other']);

  const demo = await getInbox(account('doctor@demo.test'), null);
  const id = demo?.items[0]?.id ?? '';
  expect((await getInbox(account('doctor@demo.test'), id))?.open?.text).toContain('link-of-demo');
  expect((await getInbox(account('doctor@other.test'), id))?.open).toBeNull();
});

test('a mail that no tenant of this database sent is shown to nobody', async () => {
  await send('admin2@demo.test', 'from-a-stranger', '<stranger@nowhere.test>');
  const account = await accountsOf(everyone);
  for (const email of ['doctor@demo.test', 'admin@demo.test', 'admin@other.test']) {
    const subjects = (await getInbox(account(email), null))?.items.map(({ subject }) => subject);
    expect(subjects).not.toContain('from-a-stranger');
  }
});
