import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { signInWithPassword } from '#lib/auth/sign-in';
import { receiveWebhook } from '#lib/ingest/receive-webhook';
import { demoAccounts, demoPassword, demoSources } from '#prisma/demo';
import { seedDemo } from '#prisma/seed';
import { freePort } from '#scripts/embedded-postgres/port';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { testEnvironment } from '#scripts/testing/run-stage';
import { demoSender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';

// A database in which the demo ran, and every way to start on it outside demo mode.
// Each test starts whole processes, one after the other.
vi.setConfig({ testTimeout: 120_000 });

const root = path.resolve(import.meta.dirname, '../..');
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let dataDir: string;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  dataDir = mkdtempSync(path.join(tmpdir(), 'scriptline-open-demo-'));
  chmodSync(dataDir, 0o755);
});
beforeEach(async () => {
  const made = ['Tenant', 'User', 'AccountDirectory', 'PrescriberLink', 'Session', 'AccountLink', 'AuditEntry'];
  const tables = [...made, 'Source', 'SourceDirectory', 'SourceSecret', 'LedgerEvent'];
  await everyone.rows(`truncate ${tables.map((table) => `"${table}"`).join(', ')}`);
  await seedDemo(database.url, database.encryptionKey);
});
afterAll(async () => {
  await everyone.close();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

type Ended = { readonly code: number | null; readonly said: string };

/** Runs a script until it ends, or until it says that it is ready. */
async function run(script: string, more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const env = testEnvironment({
    ...{ NODE_ENV: 'production', DATABASE_URL: database.url, SCRIPTLINE_DATA_DIR: dataDir, SCRIPTLINE_DEMO: '0' },
    ...{ AUTH_SECRET: 'a secret of sixteen and more', ENCRYPTION_KEY: database.encryptionKey },
    ...{ PORT: String(await freePort()), NEXTAUTH_URL: 'http://127.0.0.1:3000', CANARY_SECONDS: '0', ...more },
  });
  const child = spawn(process.execPath, [script], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  return heard(child);
}

function heard(child: ChildProcess): Promise<Ended> {
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.once('message', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: output.trim() })));
}

const disableDemo = () => run('scripts/demo-disable.ts', { AUTH_SECRET: '', ENCRYPTION_KEY: '' });
const lastLine = ({ said }: Ended) => said.split('\n').at(-1) ?? '';

test.each(['scripts/start.ts', 'scripts/dev.ts', 'server.ts', 'worker.ts'])(
  '%s refuses to serve a demo that is open, names what is open and the command that closes it',
  async (script) => {
    const ended = await run(script);
    expect(ended.code).toBe(1);
    const sentence = lastLine(ended);
    expect(sentence).toMatch(/^[^\n]+[.`]$/);
    expect(sentence).toContain('9 accounts');
    expect(sentence).toContain('admin@demo.test');
    expect(sentence).toContain('5 sources');
    expect(sentence).toContain('demo-medication');
    expect(sentence).toContain('npm run demo:disable');
    expect(ended.said).not.toMatch(/ at .*:\d+:\d+/);
  },
);

test('one account of the demo, or one source, is enough to refuse', async () => {
  await disableDemo();
  await everyone.rows(`update "User" set "disabledAt" = null where email = 'doctor@other.test'`);
  expect(lastLine(await run('worker.ts'))).toMatch(/1 account \(doctor@other\.test\)(?!.*source).*demo:disable/);
  await disableDemo();
  await everyone.rows(`update "Source" set "disabledAt" = null where key = 'other-medication'`);
  expect(lastLine(await run('worker.ts'))).toMatch(/1 source \(other-medication\).*demo:disable/);
});

test('the command closes accounts, sessions, links and sources, says so in the audit log, and says what it did', async () => {
  const [admin] = await everyone.rows<{ id: string }>(`select id from "User" where email = 'admin@demo.test'`);
  await everyone.rows(
    `insert into "Session" ("tenantId", id, "userId", "expiresAt") values ('demo', 'ses_1', $1, now() + interval '1 hour')`,
    [admin?.id],
  );
  await everyone.rows(
    `insert into "AccountLink" ("tenantId", id, "userId", purpose, "tokenHash", "expiresAt") values ('demo', 'lnk_1', $1, 'reset', 'h', now() + interval '1 hour')`,
    [admin?.id],
  );
  const did = await disableDemo();
  expect(did).toMatchObject({ code: 0 });
  expect(did.said).toMatch(/9 accounts/);
  expect(did.said).toMatch(/1 open session/);
  expect(did.said).toMatch(/5 sources/);
  expect(await everyone.rows(`select 1 from "User" where "disabledAt" is null`)).toEqual([]);
  expect(await everyone.rows(`select 1 from "Session" where "endedAt" is null`)).toEqual([]);
  expect(await everyone.rows(`select 1 from "AccountLink" where "revokedAt" is null`)).toEqual([]);
  expect(await everyone.rows(`select 1 from "SourceSecret" where "expiresAt" is null or "expiresAt" > now()`)).toEqual(
    [],
  );
  const lines = await everyone.rows<{ action: string; count: number }>(
    `select action, count(*)::int as count from "AuditEntry" where action in ('account.disabled', 'source.disabled') group by 1 order by 1`,
  );
  expect(lines).toEqual([
    { action: 'account.disabled', count: 9 },
    { action: 'source.disabled', count: 5 },
  ]);

  const again = await disableDemo();
  expect(again).toMatchObject({ code: 0 });
  expect(again.said).toMatch(/closed already/);
  expect(await everyone.rows(`select 1 from "AuditEntry" where action = 'account.disabled'`)).toHaveLength(9);
});

test('once it is closed, another key is taken too: nothing that is sealed with the old one is used any more', async () => {
  await disableDemo();
  const { checkSealedSecrets } = await import('./sealed-secrets.ts');
  await everyone.rows(`update "SourceSecret" set sealed = 'v1.other.x.y.z'`);
  await expect(checkSealedSecrets(database.url)).resolves.toBeUndefined();
});

test('afterwards a worker starts, nobody signs in with what was published, and no event is kept', async () => {
  await disableDemo();
  expect(await run('worker.ts')).toMatchObject({ code: 0 });
  for (const { email } of demoAccounts) {
    const attempt = { email, password: demoPassword, address: '127.0.0.1', requestId: 'req' };
    expect((await signInWithPassword(attempt)).ok).toBe(false);
  }
  for (const { key } of demoSources) {
    const request = signedRequest(demoSender(key), inventedEvent('medication.prescription.signed.v1'));
    expect([401, 404]).toContain((await receiveWebhook(key, request)).status);
  }
  expect(await everyone.rows('select 1 from "LedgerEvent"')).toEqual([]);
});

test("a real tenant's own accounts and sources are not touched, whatever its name", async () => {
  await everyone.rows(
    `insert into "Tenant" ("tenantId", name, "timeZone") values ('clinic', 'The clinic', 'America/Guatemala')`,
  );
  await everyone.rows(
    `insert into "User" ("tenantId", id, email, name, role) values ('clinic', 'usr_real', 'ana@clinic.example', 'Ana', 'admin')`,
  );
  await everyone.rows(
    `insert into "Source" ("tenantId", id, key, name, format) values ('clinic', 'src_real', 'clinic-osigu', 'Osigu', 'osigu')`,
  );
  await disableDemo();
  expect(await everyone.rows(`select id from "User" where "disabledAt" is null`)).toEqual([{ id: 'usr_real' }]);
  expect(await everyone.rows(`select id from "Source" where "disabledAt" is null`)).toEqual([{ id: 'src_real' }]);
  expect(await run('worker.ts')).toMatchObject({ code: 0 });
});

test('a tenant named like the demo, but without its people, is a real one', async () => {
  await everyone.rows('delete from "AccountDirectory"');
  expect(await run('worker.ts')).toMatchObject({ code: 0 });
});

test('demo mode opens again what the command closed, and nothing that a person closed', async () => {
  await everyone.rows(`update "User" set "disabledAt" = now() where email = 'doctor2@demo.test'`);
  await everyone.rows(`update "Source" set "disabledAt" = now() where key = 'demo-photon'`);
  await disableDemo();
  await seedDemo(database.url, database.encryptionKey);
  expect(await everyone.rows(`select email from "User" where "disabledAt" is not null`)).toEqual([
    { email: 'doctor2@demo.test' },
  ]);
  expect(await everyone.rows(`select key from "Source" where "disabledAt" is not null`)).toEqual([
    { key: 'demo-photon' },
  ]);
  const attempt = { email: 'admin@demo.test', password: demoPassword, address: '127.0.0.1', requestId: 'req' };
  expect((await signInWithPassword(attempt)).ok).toBe(true);
  const medication = demoSender('demo-medication');
  const request = signedRequest(medication, inventedEvent('medication.prescription.signed.v1'));
  expect(await receiveWebhook(medication.key, request)).toMatchObject({ status: 202, accepted: 1 });
});

test.each(['scripts/start.ts', 'server.ts'])(
  '%s shows the demo to other machines only by a second word',
  async (script) => {
    const demo = { SCRIPTLINE_DEMO: '1', HOST: '0.0.0.0' };
    const refused = await run(script, demo);
    expect(refused.code).toBe(1);
    expect(lastLine(refused)).toMatch(/^HOST .*SCRIPTLINE_DEMO_PUBLIC=1.*\.$/);
  },
);
