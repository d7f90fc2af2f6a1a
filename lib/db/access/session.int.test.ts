import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inTenant } from '#lib/db/base/in-tenant';
import { prisma } from '#lib/db/base/prisma';
import { demoDatabase } from '#scripts/testing/demo-database';
import { findSignInAccount } from './account.ts';
import { endSession, openSession, readSession } from './session.ts';
import { sweepSessions } from './sweep-sessions.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let who: { tenantId: string; userId: string };
let sessionId: string;
let opened: Date;

beforeAll(async () => {
  database = await demoDatabase();
  const account = await findSignInAccount('doctor@demo.test');
  if (account === null) throw new Error('the demo doctor was not seeded');
  who = account;
});
afterAll(() => database.close());
beforeEach(async () => {
  sessionId = await openSession(who, 'credentials', 'req_1');
  opened = new Date();
});

const later = (minutes: number) => new Date(opened.getTime() + minutes * 60_000);

test('a session is the account behind it, with everything that decides', async () => {
  const session = await readSession(sessionId);
  expect(session?.account).toEqual({
    scope: {
      ...{ ...{ tenantId: 'demo', userId: who.userId }, role: 'doctor', inCharge: false },
      prescriberIds: ['medication:usr_demo_ana', 'osigu:doc_demo_ana', 'photon:usr_demo_ana'],
      locationIds: [],
    },
    ...{ sessionId, name: 'Dr. Ana Solares', email: 'doctor@demo.test' },
    ...{ tenantName: 'Demo Clinic', timeZone: 'America/Guatemala', locale: 'en' },
  });
});

test('ended, it is over at once, and ending it again adds nothing to the audit', async () => {
  await endSession(sessionId, 'sign-out');
  expect(await readSession(sessionId)).toBeNull();
  await endSession(sessionId, 'sign-out');
  const { tenantId, userId } = who;
  const lines = await inTenant(who, (tx) =>
    tx.auditEntry.findMany({ where: { tenantId, action: 'sign-out', actorId: userId } }),
  );
  expect(lines).toHaveLength(1);
});

test('idle for fifteen minutes, it is locked, and renewing comes too late', async () => {
  expect(await readSession(sessionId, false, later(14))).not.toBeNull();
  expect(await readSession(sessionId, false, later(15.1))).toBeNull();
  expect(await readSession(sessionId, true, later(15.1))).toBeNull();
  expect(await readSession(sessionId, false, later(14))).not.toBeNull();
});

test('only renewing keeps it alive: reading it a hundred times does not', async () => {
  for (let minute = 0; minute < 14; minute++) await readSession(sessionId, false, later(minute));
  expect(await readSession(sessionId, false, later(15.1))).toBeNull();
  const renewed = await readSession(sessionId, true, later(14));
  expect(renewed?.endsAt).toEqual(later(29));
  expect(await readSession(sessionId, false, later(28))).not.toBeNull();
});

test('being seen is written at most once a minute, and never backwards', async () => {
  const { tenantId } = who;
  const lastSeen = async () => {
    const row = await inTenant(who, (tx) =>
      tx.session.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: sessionId } } }),
    );
    return row.lastSeenAt;
  };
  const first = await lastSeen();
  await readSession(sessionId, true, later(0.5));
  expect(await lastSeen()).toEqual(first);
  await readSession(sessionId, true, later(5));
  expect(await lastSeen()).toEqual(later(5));
  await readSession(sessionId, true, later(2));
  expect(await lastSeen()).toEqual(later(5));
});

test('after twelve hours it is over, however busy', async () => {
  for (let minute = 10; minute < 720; minute += 10) await readSession(sessionId, true, later(minute));
  expect(await readSession(sessionId, true, later(719))).not.toBeNull();
  expect(await readSession(sessionId, true, later(720.1))).toBeNull();
});

test('a disabled account has no session', async () => {
  const { tenantId, userId } = who;
  const disable = (at: Date | null) =>
    inTenant(who, (tx) =>
      tx.user.update({ where: { tenantId_id: { tenantId, id: userId } }, data: { disabledAt: at } }),
    );
  await disable(new Date());
  expect(await readSession(sessionId)).toBeNull();
  await disable(null);
  expect(await readSession(sessionId)).not.toBeNull();
});

test('an unknown id is nobody', async () => {
  expect(await readSession('x'.repeat(43))).toBeNull();
});

test('the row of a session cannot be read by a query that names another tenant, or none', async () => {
  const asOther = await inTenant({ tenantId: 'other' }, (tx) => tx.session.findMany({ where: { id: sessionId } }));
  expect(asOther).toEqual([]);
  expect(await prisma('scoped').session.findMany({ where: { id: sessionId } })).toEqual([]);
});

test('old sessions are forgotten with their pointers, but each account’s latest, and never one that is open', async () => {
  const { tenantId } = who;
  const old = await openSession(who, 'credentials', 'req_old');
  const long = new Date(Date.now() - 40 * 86_400_000);
  await inTenant(who, (tx) =>
    tx.session.updateMany({ where: { tenantId, id: old }, data: { lastSeenAt: long, expiresAt: long, endedAt: long } }),
  );
  const other = await findSignInAccount('doctor2@demo.test');
  if (!other) throw new Error('no second doctor');
  const only = await openSession(other, 'credentials', 'req_only');
  await inTenant(who, (tx) =>
    tx.session.updateMany({ where: { tenantId, id: only }, data: { lastSeenAt: long, expiresAt: long } }),
  );
  expect(await sweepSessions()).toBe(1);
  const left = await inTenant(who, (tx) => tx.session.findMany({ where: { tenantId }, select: { id: true } }));
  const ids = left.map(({ id }) => id);
  expect([ids.includes(old), ids.includes(only), ids.includes(sessionId)]).toEqual([false, true, true]);
  expect(await prisma('scoped').sessionDirectory.findUnique({ where: { sessionId: old } })).toBeNull();
  expect(await readSession(sessionId)).not.toBeNull();
});
