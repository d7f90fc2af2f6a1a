import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inTenant } from '#lib/db/base/in-tenant';
import { demoDatabase } from '#scripts/testing/demo-database';
import { signInVouched, signInWithPassword } from './sign-in.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;

beforeAll(async () => {
  database = await demoDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  globalThis.scriptlineSignInLimits = undefined;
  await setDoctor({ failedSignIns: 0, slowedUntil: null, disabledAt: null });
});

const right = 'scriptline-demo';
const doctor = 'doctor@demo.test';
const stranger = 'nobody@demo.test';
let requests = 0;

function attempt(email: string, password: string, address = '192.0.2.1') {
  return signInWithPassword({ email, password, address, requestId: `req_${++requests}` });
}

async function setDoctor(data: {
  failedSignIns?: number;
  slowedUntil?: Date | null;
  disabledAt?: Date | null;
}): Promise<void> {
  await inTenant({ tenantId: 'demo' }, (tx) =>
    tx.user.updateMany({ where: { tenantId: 'demo', email: doctor }, data }),
  );
}

async function failing(email: string, times: number, address?: string): Promise<string[]> {
  const faults: string[] = [];
  for (let time = 0; time < times; time++) {
    const outcome = await attempt(email, 'wrong', address);
    faults.push(outcome.ok ? 'in' : outcome.fault);
  }
  return faults;
}

test('the right password opens, however the address is spelled', async () => {
  expect(await attempt('  Doctor@Demo.TEST ', right)).toMatchObject({
    ok: true,
    email: doctor,
    who: { tenantId: 'demo' },
  });
  expect(await attempt('doctor@other.test', right)).toMatchObject({ ok: true, who: { tenantId: 'other' } });
});

test('a wrong password and an unknown account are refused in the same words, and slowed alike', async () => {
  const expected = [...Array(5).fill('CredentialsSignin'), 'SignInSlowed'];
  expect(await failing(doctor, 6)).toEqual(expected);
  expect(await failing(stranger, 6)).toEqual(expected);
});

test('of many guesses at once, only as many pass as would one after the other: for an account as for a stranger', async () => {
  for (const email of [doctor, stranger]) {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => attempt(email, 'wrong')));
    const faults = outcomes.map((outcome) => (outcome.ok ? 'in' : outcome.fault));
    expect(faults.filter((fault) => fault === 'CredentialsSignin')).toHaveLength(5);
    expect(faults.filter((fault) => fault === 'SignInSlowed')).toHaveLength(15);
  }
});

test('a slowed account refuses even the right password, and takes it when the time is over', async () => {
  await failing(doctor, 5);
  expect(await attempt(doctor, right)).toEqual({ ok: false, fault: 'SignInSlowed' });
  await setDoctor({ slowedUntil: new Date(Date.now() - 1) });
  expect(await attempt(doctor, right)).toMatchObject({ ok: true });
});

test('the count of failures holds over all processes and is forgotten by the right password', async () => {
  await failing(doctor, 4);
  globalThis.scriptlineSignInLimits = undefined;
  expect(await attempt(doctor, right)).toMatchObject({ ok: true });
  expect(await failing(doctor, 4)).toEqual(Array(4).fill('CredentialsSignin'));
  globalThis.scriptlineSignInLimits = undefined;
  expect(await failing(doctor, 2)).toEqual(['CredentialsSignin', 'SignInSlowed']);
});

test('one address that tries many accounts is stopped, others are not', async () => {
  for (let nth = 0; nth < 100; nth++) await attempt(`nobody${nth}@demo.test`, 'wrong', '192.0.2.66');
  expect(await attempt(doctor, right, '192.0.2.66')).toEqual({ ok: false, fault: 'SignInSlowed' });
  expect(await attempt(doctor, right, '192.0.2.7')).toMatchObject({ ok: true });
});

test('any number of right sign-ins from one address is welcome', async () => {
  for (let nth = 0; nth < 105; nth++) expect(await attempt(doctor, right)).toMatchObject({ ok: true });
});

test('a disabled account is refused in the words of a wrong password', async () => {
  await setDoctor({ disabledAt: new Date() });
  expect(await attempt(doctor, right)).toEqual({ ok: false, fault: 'CredentialsSignin' });
});

test('every refusal of a known account is in the audit, with its reason', async () => {
  const from = requests;
  await attempt(doctor, 'wrong');
  await setDoctor({ disabledAt: new Date() });
  await attempt(doctor, right);
  const mine = [`req_${from + 1}`, `req_${from + 2}`];
  const lines = await inTenant({ tenantId: 'demo' }, (tx) =>
    tx.auditEntry.findMany({ where: { tenantId: 'demo', requestId: { in: mine } }, orderBy: { seq: 'asc' } }),
  );
  expect(lines.map(({ action, reason, requestId }) => [action, reason, requestId])).toEqual([
    ['sign-in.refused', 'wrong-password', mine[0]],
    ['sign-in.refused', 'disabled', mine[1]],
  ]);
});

test('also a slowed try and a refusal of the identity provider are in the audit, and nothing of a stranger is', async () => {
  await failing(doctor, 5);
  const from = requests;
  await attempt(doctor, right);
  await attempt(stranger, right);
  await signInVouched(doctor, false, 'req_vouched_unverified');
  await signInVouched(stranger, true, 'req_vouched_stranger');
  await setDoctor({ disabledAt: new Date() });
  await signInVouched(doctor, true, 'req_vouched_disabled');
  const requestIds = [`req_${from + 1}`, `req_${from + 2}`];
  const mine = [...requestIds, 'req_vouched_unverified', 'req_vouched_stranger', 'req_vouched_disabled'];
  const lines = await inTenant({ tenantId: 'demo' }, (tx) =>
    tx.auditEntry.findMany({ where: { tenantId: 'demo', requestId: { in: mine } }, orderBy: { seq: 'asc' } }),
  );
  expect(lines.map(({ reason, requestId }) => [reason, requestId])).toEqual([
    ['account-slowed', requestIds[0]],
    ['oidc-email-not-verified', 'req_vouched_unverified'],
    ['oidc-disabled', 'req_vouched_disabled'],
  ]);
  expect(JSON.stringify(lines, (_key, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
    'nobody',
  );
});

test('an identity provider opens only an account that is known, and only by an address it has verified', async () => {
  expect(await signInVouched('Doctor@demo.test', true, 'req_v')).toMatchObject({ ok: true, who: { tenantId: 'demo' } });
  expect(await signInVouched(doctor, false, 'req_v')).toMatchObject({ ok: false });
  expect(await signInVouched(stranger, true, 'req_v')).toMatchObject({ ok: false });
  await setDoctor({ disabledAt: new Date() });
  expect(await signInVouched(doctor, true, 'req_v')).toMatchObject({ ok: false });
});
