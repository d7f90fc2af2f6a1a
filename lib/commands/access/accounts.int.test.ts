import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { signInWithPassword } from '#lib/auth/sign-in';
import { openSession, readSession } from '#lib/db/access/session';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import type { Role } from '#lib/domain/base/scope';
import { listAccounts, lookAtLink } from '#lib/views/access/access';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { changeAccount, disableAccount, enableAccount, endSessions } from './change-account.ts';
import { createTenant, type NewTenant } from './create-tenant.ts';
import { forgotPassword } from './forgot-password.ts';
import { handOutAnotherLink, inviteAccount } from './invite-account.ts';
import { setPassword } from './set-password.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;

beforeAll(async () => {
  process.env['SCRIPTLINE_DEMO'] = '1';
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});
beforeEach(() => {
  globalThis.scriptlineSignInLimits = undefined;
});

let serial = 0;
const fresh = () => `new${++serial}@north.example`;
const good = 'a lamp over the harbour';
const tokenOf = (link: string) => link.slice(link.indexOf('#') + 1);
const attempt = (email: string, password: string) =>
  signInWithPassword({ email, password, address: '192.0.2.9', requestId: 'req_accounts' });

async function accountOf(email: string): Promise<Account> {
  const [row] = await everyone.rows<{ tenantId: string; id: string; role: Role }>(
    'select "tenantId", id, role from "User" where email = $1',
    [email],
  );
  if (!row) throw new Error(`no account ${email}`);
  const scope = { tenantId: row.tenantId, userId: row.id, role: row.role, inCharge: false, prescriberIds: [] };
  return { scope, sessionId: 'ses', name: email, email, tenantName: '', timeZone: 'UTC', locale: 'en' };
}

async function rowOf(admin: Account, email: string) {
  const { items } = await listAccounts(admin, { limit: 200 });
  const row = items.find((one) => one.email === email);
  if (!row) throw new Error(`no row ${email}`);
  return row;
}

async function invited(more: { role?: Role } = {}) {
  const admin = await accountOf('admin@demo.test');
  const email = fresh();
  const handed = await inviteAccount(admin, { email, name: 'New One', role: more.role ?? 'doctor' }, 'req_invite');
  return { admin, email, ...handed };
}

test('an invitation opens once: a password, then the sign-in, and the link is void', async () => {
  const { admin, email, link } = await invited();
  expect(await rowOf(admin, email)).toMatchObject({ state: 'invited', link: { purpose: 'invitation' } });
  expect(await attempt(email, good)).toMatchObject({ ok: false });
  expect(await lookAtLink(tokenOf(link))).toMatchObject({ email, purpose: 'invitation', tenantName: 'Demo Clinic' });
  expect(await setPassword(tokenOf(link), good, 'req_set')).toEqual({ email });
  expect(await attempt(email, good)).toMatchObject({ ok: true });
  await expect(setPassword(tokenOf(link), 'another lamp by the sea', 'req_set')).rejects.toThrow('no such');
  await expect(lookAtLink(tokenOf(link))).rejects.toThrow('no such');
  expect(await rowOf(admin, email)).toMatchObject({ state: 'active', link: null });
});

test('two who use one link at the same moment: one sets the password', async () => {
  const { email, link } = await invited();
  const passwords = ['first lamp on the quay', 'second lamp on the quay'] as const;
  const tries = await Promise.allSettled(passwords.map((one) => setPassword(tokenOf(link), one, 'req_race')));
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const opens = [];
  for (const password of passwords) opens.push((await attempt(email, password)).ok);
  expect(opens).toEqual(tries.map(({ status }) => status === 'fulfilled'));
});

test('a refused password leaves the link good', async () => {
  const { link } = await invited();
  for (const [password, code] of [
    ['short', 'password-too-short'],
    ['passwordpassword', 'password-too-common'],
  ] as const)
    await expect(setPassword(tokenOf(link), password, 'req_bad')).rejects.toMatchObject({ code });
  expect(await setPassword(tokenOf(link), good, 'req_good')).toMatchObject({});
});

test('a newer link takes the place of the older, and one that has run out opens nothing', async () => {
  const { admin, email, link } = await invited();
  const { id } = await rowOf(admin, email);
  const newer = await handOutAnotherLink(admin, id, 'req_again');
  await expect(lookAtLink(tokenOf(link))).rejects.toThrow('no such');
  expect(await lookAtLink(tokenOf(newer.link))).toMatchObject({ email });
  await everyone.rows(`update "AccountLink" set "expiresAt" = now() where "userId" = $1 and "usedAt" is null`, [id]);
  await expect(setPassword(tokenOf(newer.link), good, 'req_late')).rejects.toThrow('no such');
});

test.each(['', 'x', 'a.b', `${Buffer.from('*').toString('base64url')}.${'x'.repeat(43)}`, `ZGVtbw.${'x'.repeat(43)}`])(
  'the token %j opens nothing',
  async (token) => {
    await expect(lookAtLink(token)).rejects.toMatchObject({ status: 404 });
  },
);

test('the token is nowhere in the database: not in a row, not in the audit, and sealed while its mail waits', async () => {
  const { link, email } = await invited();
  const secret = tokenOf(link).split('.')[1] ?? '';
  const tables = await everyone.rows<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const holding = [];
  for (const { name } of tables) {
    const like = `select 1 from "${name}" t where t::text like '%' || $1 || '%'`;
    const rows = await everyone.rows(like, [secret]);
    if (rows.length > 0) holding.push(name);
  }
  expect(holding).toEqual([]);
  const [waiting] = await everyone.rows<{ content: { sealed?: string } }>(
    `select content from "OutboxMessage" where address = $1`,
    [email],
  );
  expect(waiting?.content.sealed).toMatch(/^v1\./);
});

test('forgotten: a link to whoever has an account, nothing to a stranger, three in an hour, and the audit names no stranger', async () => {
  const mails = async (address: string) =>
    (await everyone.rows(`select 1 from "OutboxMessage" where address = $1 and purpose = 'account_link'`, [address]))
      .length;
  for (let time = 0; time < 5; time++) await forgotPassword(' Doctor2@Demo.test ', 'req_forgot');
  expect(await mails('doctor2@demo.test')).toBe(3);
  await forgotPassword('stranger@nowhere.example', 'req_stranger');
  expect(await mails('stranger@nowhere.example')).toBe(0);
  const lines = await everyone.rows(`select 1 from "AuditEntry" e where e::text like '%stranger@nowhere%'`);
  expect(lines).toEqual([]);
});

test('a new password ends whatever was open under the old one', async () => {
  const { admin, email, link } = await invited();
  await setPassword(tokenOf(link), good, 'req_set');
  const { id } = await rowOf(admin, email);
  const session = await openSession({ tenantId: 'demo', userId: id }, 'credentials', 'req_in');
  expect(await readSession(session)).not.toBeNull();
  const reset = await handOutAnotherLink(admin, id, 'req_reset');
  expect(await lookAtLink(tokenOf(reset.link))).toMatchObject({ purpose: 'reset' });
  await setPassword(tokenOf(reset.link), 'another lamp by the sea', 'req_set');
  expect(await readSession(session)).toBeNull();
  expect(await attempt(email, good)).toMatchObject({ ok: false });
});

test('disabled: sessions and links end at once, the right password is refused; enabled again, it opens', async () => {
  const { admin, email, link } = await invited();
  await setPassword(tokenOf(link), good, 'req_set');
  const { id } = await rowOf(admin, email);
  const session = await openSession({ tenantId: 'demo', userId: id }, 'credentials', 'req_in');
  expect(await disableAccount(admin, { id, requestId: 'req_off' }, 'left the clinic')).toEqual({ ended: 1 });
  expect(await readSession(session)).toBeNull();
  expect(await attempt(email, good)).toEqual({ ok: false, fault: 'CredentialsSignin' });
  await expect(handOutAnotherLink(admin, id, 'req_link')).rejects.toMatchObject({ code: 'disabled' });
  await enableAccount(admin, { id, requestId: 'req_on' });
  expect(await attempt(email, good)).toMatchObject({ ok: true });
});

test('ended sessions are ended, and the person may sign in once more', async () => {
  const doctor = await accountOf('doctor2@demo.test');
  const admin = await accountOf('admin@demo.test');
  const session = await openSession(doctor.scope, 'credentials', 'req_in');
  await endSessions(admin, { id: doctor.scope.userId, requestId: 'req_end' });
  expect(await readSession(session)).toBeNull();
  expect(await attempt('doctor2@demo.test', 'scriptline-demo')).toMatchObject({ ok: true });
});

test('of two admins who edit one account the second is refused, and nothing of that edit is written', async () => {
  const { admin, email } = await invited();
  const { id, version } = await rowOf(admin, email);
  const request = { id, requestId: 'req_change' };
  const prescriberIds = ['osigu:doc_new', 'medication:usr_new'];
  await changeAccount(admin, request, { version, prescriberIds });
  await expect(changeAccount(admin, request, { version, name: 'Too Late' })).rejects.toMatchObject({ code: 'changed' });
  expect(await rowOf(admin, email)).toMatchObject({ name: 'New One', prescriberIds: prescriberIds.toSorted() });
  const [line] = await everyone.rows<{ reason: string }>(
    `select reason from "AuditEntry" where "requestId" = 'req_change' and action = 'account.changed'`,
  );
  expect(line?.reason).toBe('prescriberIds: [] → [medication:usr_new, osigu:doc_new]');
});

test('one prescriber id may belong to several accounts', async () => {
  const [one, two] = [await invited(), await invited()];
  for (const { admin, email } of [one, two]) {
    const { id, version } = await rowOf(admin, email);
    await changeAccount(admin, { id, requestId: 'req_ids' }, { version, prescriberIds: ['osigu:doc_practice'] });
  }
  const rows = await everyone.rows(`select 1 from "PrescriberLink" where "prescriberId" = 'osigu:doc_practice'`);
  expect(rows).toHaveLength(2);
});

test('another role ends the sessions of the old one', async () => {
  const { admin, email, link } = await invited({ role: 'pharmacist' });
  await setPassword(tokenOf(link), good, 'req_set');
  const { id, version } = await rowOf(admin, email);
  const session = await openSession({ tenantId: 'demo', userId: id }, 'credentials', 'req_in');
  const changed = await changeAccount(admin, { id, requestId: 'req_lead' }, { version, inCharge: true });
  expect((await readSession(session))?.account.scope.inCharge).toBe(true);
  await changeAccount(admin, { id, requestId: 'req_role' }, { version: changed.version, role: 'doctor' });
  expect(await readSession(session)).toBeNull();
  expect(await rowOf(admin, email)).toMatchObject({ role: 'doctor', inCharge: false });
});

test('no account can lock its own person out, and two admins who demote one another leave one', async () => {
  const [admin, second] = [await accountOf('admin@demo.test'), await accountOf('admin2@demo.test')];
  const own = { id: admin.scope.userId, requestId: 'req_own' };
  const { version } = await rowOf(admin, 'admin@demo.test');
  await expect(changeAccount(admin, own, { version, role: 'doctor' })).rejects.toMatchObject({ code: 'own-account' });
  await expect(disableAccount(admin, own, 'tired of it')).rejects.toMatchObject({ code: 'own-account' });
  const other = { id: second.scope.userId, requestId: 'req_other' };
  const tries = await Promise.allSettled([
    disableAccount(admin, other, 'the other one'),
    disableAccount(second, own, 'the other one'),
  ]);
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(tries.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'last-admin' } });
  await inTenant({ tenantId: 'demo' }, (tx) =>
    tx.user.updateMany({ where: { tenantId: 'demo', role: 'admin' }, data: { disabledAt: null } }),
  );
});

test('an address belongs to one account, whichever tenant it is of', async () => {
  const admin = await accountOf('admin@demo.test');
  const invitation = { email: 'doctor@other.test', name: 'Taken', role: 'doctor' } as const;
  await expect(inviteAccount(admin, invitation, 'req_taken')).rejects.toMatchObject({ code: 'address-taken' });
});

test('a tenant is made with its first admin, once', async () => {
  const asked: NewTenant = {
    ...{ tenantId: 'north', name: 'North Clinic', timeZone: 'America/Guatemala', wireIds: [] },
    locale: 'es',
    ...{ admin: { email: 'eva@north.example', name: 'Eva' }, baseUrl: 'https://console.north.example/' },
  };
  const { link } = await createTenant(asked);
  expect(link).toMatch(/^https:\/\/console\.north\.example\/welcome#/);
  await setPassword(tokenOf(link), good, 'req_first');
  expect(await attempt('eva@north.example', good)).toMatchObject({ ok: true, who: { tenantId: 'north' } });
  await expect(createTenant(asked)).rejects.toMatchObject({ code: 'tenant-exists' });
  const taken = { ...asked, tenantId: 'south' };
  await expect(createTenant(taken)).rejects.toMatchObject({ code: 'address-taken' });
  expect(await everyone.rows(`select 1 from "Tenant" where "tenantId" = 'south'`)).toEqual([]);
});
