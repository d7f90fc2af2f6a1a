import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { settleBounceCluster } from '#lib/commands/follow-ups/settle-bounce-cluster';
import { snoozeFollowUp } from '#lib/commands/follow-ups/snooze-follow-up';
import { recordOtherChannel } from '#lib/commands/mail/other-channel';
import { requestResend } from '#lib/commands/mail/resend';
import { assignPrescription } from '#lib/commands/prescriptions/assign-prescription';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { watchFlow } from '#lib/processing/flow/watch-flow';
import { rebuild } from '#lib/processing/replays/rebuild';
import { listUnassigned } from '#lib/views/prescriptions/unassigned';
import { demoAccounts, demoTenants } from '#prisma/demo';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { countOpenIncidents, listIncidents } from './bounce-clusters.ts';
import { countOpenFollowUps, listFollowUps } from './follow-ups.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let accounts: ReadonlyMap<string, Account>;
let count = 0;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  const users = await everyone.rows<{ id: string; email: string }>('select id, email from "User"');
  accounts = new Map(
    demoAccounts.map(({ email, name, tenantId, role, inCharge, prescriberIds }) => {
      const userId = users.find((user) => user.email === email)?.id ?? '';
      const tenant = demoTenants.find((one) => one.tenantId === tenantId);
      const scope = { tenantId, userId, role, inCharge, prescriberIds };
      return [
        email,
        { scope, sessionId: email, name, email, tenantName: '', timeZone: tenant?.timeZone ?? 'UTC', locale: 'en' },
      ] as const;
    }),
  );
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});
beforeEach(() => {
  count = 0;
});
afterEach(async () => {
  await emptyLedger(everyone);
  await everyone.rows('truncate "OutboxMessage"');
});

function as(email: string): Account {
  const account = accounts.get(email);
  if (!account) throw new Error(`no account ${email}`);
  return account;
}
const ana = () => as('doctor@demo.test');
const admin = () => as('admin@demo.test');

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** An Osigu event so many minutes ago, with the clock its payload carries. */
function osigu(type: string, minutes: number, data: JsonObject, tenantId = 'demo') {
  const at = ago(minutes);
  const body = { event_id: `evt_f_${++count}`, created_at: at };
  return newEvent(
    'osigu',
    inventedEvent(type, {
      ...body,
      data: { attempted_at: at, delivered_at: at, issued_at: at, completed_at: at, ...data },
    }),
    false,
    tenantId,
  );
}

function medication(type: string, minutes: number, data: JsonObject) {
  return newEvent('medication-service', inventedEvent(type, { id: `evt_f_${++count}`, time: ago(minutes), data }));
}

const issued = (rx: string, minutes: number, doctor = 'doc_demo_ana', tenantId = 'demo') =>
  osigu(
    'prescription.issued',
    minutes,
    {
      prescription_id: rx,
      prescription_code: `RX-${rx}`,
      doctor: { doctor_id: doctor },
      patient: { patient_id: `pat_${rx}`, first_name: 'Lía', last_name: 'Sandoval' },
    },
    tenantId,
  );
const failed = (rx: string, minutes: number, reason = '550 5.1.1 no such user', email = `${rx}@example.com`) =>
  osigu('prescription.email_failed', minutes, { prescription_id: rx, email, reason });
const accepted = (rx: string, minutes: number, email = `${rx}@example.com`) =>
  osigu('prescription.email_delivered', minutes, { prescription_id: rx, prescription_code: `RX-${rx}`, email });

async function happen(...events: Parameters<typeof appendToLedger>[0]): Promise<void> {
  await appendToLedger(events);
  await processAll();
}

async function open(account = ana()): Promise<readonly string[]> {
  const { items } = await listFollowUps(account, { limit: 50 }, 'req');
  return items.map((row) => `${row.lane} ${row.prescriptionId}${row.incident ? ' (incident)' : ''}`);
}

async function settled(account = ana()): Promise<readonly string[]> {
  const answer = await listFollowUps(account, { limit: 50 }, 'req');
  return answer.settled.map((row) => `${row.lane} ${row.prescriptionId} ${row.settledBy}`);
}

test('a failed mail is its doctor’s, with who, what, why and the next step; a colleague and another tenant see nothing', async () => {
  await happen(issued('rx1', 90), failed('rx1', 60), failed('rx1', 30));
  const { items, count: counted } = await listFollowUps(ana(), { limit: 50 }, 'req');
  expect(items).toMatchObject([
    {
      ...{ id: 'not_delivered|osigu:rx1', lane: 'not_delivered', code: 'RX-rx1', attempts: 2, next: 'correct' },
      ...{ patient: { name: 'Lía Sandoval' }, cause: 'address', mail: 'failed', address: 'r…@example.com' },
    },
  ]);
  expect(items[0]?.since).toBe(
    (await everyone.rows<{ since: Date }>('select since from "FollowUp" order by kind'))[0]?.since.toISOString(),
  );
  expect(counted).toMatchObject({ total: 1, byLane: { not_delivered: 1, not_picked_up: 0 } });
  expect(await open(as('doctor2@demo.test'))).toEqual([]);
  expect(await open(as('doctor@other.test'))).toEqual([]);
  expect((await countOpenFollowUps(as('doctor2@demo.test'))).total).toBe(0);
});

test('a list tells the server’s words without the address in them', async () => {
  await happen(issued('rx1', 90), failed('rx1', 60, '550 5.1.1 <rx1@example.com>: no such user'));
  const { items } = await listFollowUps(ana(), { limit: 50 }, 'req');
  expect(items[0]?.said).toBe('550 5.1.1 <…@example.com>: no such user');
});

test('a late acceptance, paper, phone and a dispense settle it, and say so', async () => {
  for (const rx of ['rx1', 'rx2', 'rx3', 'rx4']) await happen(issued(rx, 90), failed(rx, 60));
  expect(await open()).toHaveLength(4);
  await happen(
    accepted('rx1', 10),
    osigu('dispensing.completed', 5, {
      dispensation_id: 'd4',
      code: 'RX-rx4',
      code_type: 'PRESCRIPTION',
      prescription_id: 'rx4',
    }),
  );
  await recordOtherChannel(ana(), 'osigu:rx2', { by: 'paper' }, 'key-paper', 'req');
  await recordOtherChannel(ana(), 'osigu:rx3', { by: 'phone', note: 'Read the code to her' }, 'key-phone', 'req');
  expect(await open()).toEqual([]);
  expect((await settled()).toSorted()).toEqual([
    'not_delivered osigu:rx1 accepted',
    'not_delivered osigu:rx2 paper',
    'not_delivered osigu:rx3 phone',
    'not_delivered osigu:rx4 dispensed',
  ]);
});

test('a resend is on its way: the task waits, and stays the doctor’s', async () => {
  await happen(issued('rx1', 90), failed('rx1', 60));
  await requestResend(ana(), 'osigu:rx1', { email: 'right@example.com' }, 'key-resend', 'req');
  const { items } = await listFollowUps(ana(), { limit: 50 }, 'req');
  expect(items).toMatchObject([{ mail: 'queued', next: 'wait', address: 'r…@example.com' }]);
});

test('not picked up: due after the tenant’s days, gone when dispensed, shown as settled only when it had been due', async () => {
  const day = 24 * 60;
  await happen(
    issued('late', 5 * day),
    accepted('late', 5 * day),
    issued('young', 3 * day),
    accepted('young', 3 * day),
  );
  expect(await open()).toEqual(['not_picked_up osigu:late']);
  await everyone.rows(`update "Tenant" set "pickUpDays" = 2 where "tenantId" = 'demo'`);
  expect(await open()).toEqual(['not_picked_up osigu:young', 'not_picked_up osigu:late']);
  await everyone.rows(`update "Tenant" set "pickUpDays" = 4 where "tenantId" = 'demo'`);
  const fetched = (rx: string) => ({
    dispensation_id: `d${rx}`,
    code: `RX-${rx}`,
    code_type: 'PRESCRIPTION',
    prescription_id: rx,
  });
  await happen(osigu('dispensing.completed', 5, fetched('late')), osigu('dispensing.completed', 5, fetched('young')));
  expect(await open()).toEqual([]);
  expect(await settled()).toEqual(['not_picked_up osigu:late dispensed']);
});

test('held and resumed', async () => {
  const rx = { prescriptionId: 'rxm', prescriberId: 'usr_demo_ana' };
  await happen(
    medication('medication.prescription.signed.v1', 60, { ...rx, signedAt: ago(60) }),
    medication('medication.prescription.held.v1', 30, { ...rx, reason: 'Kidney result' }),
  );
  expect(await open()).toEqual(['on_hold medication:rxm']);
  await happen(medication('medication.prescription.resumed.v1', 10, rx));
  expect(await open()).toEqual([]);
  expect(await settled()).toEqual(['on_hold medication:rxm resumed']);
});

test('a recall reaches the doctors of the lot, also for a dispense that comes after it, and only them', async () => {
  const lot = { stockItemId: 'stk_f', lotNumber: 'lot f-1' };
  const given = (rx: string, minutes: number) =>
    medication('medication.dispensing.completed.v1', minutes, {
      ...lot,
      dispenseId: `dsp_${rx}`,
      prescriptionId: rx,
      dispensedQuantity: 30,
      quantityUnit: 'tablet',
    });
  const signed = (rx: string, prescriberId: string) =>
    medication('medication.prescription.signed.v1', 90, { prescriptionId: rx, prescriberId, signedAt: ago(90) });
  await happen(signed('ra', 'usr_demo_ana'), signed('rb', 'usr_demo_ana'), signed('rl', 'usr_demo_luis'));
  await happen(
    given('ra', 60),
    medication('medication.inventory.recall_triggered.v1', 30, {
      ...lot,
      lotNumber: 'LOT F-1',
      recallId: 'rec_f',
      recalledAt: ago(30),
    }),
  );
  await happen(given('rb', 10), given('rl', 10));
  expect((await open()).toSorted()).toEqual(['recall medication:ra', 'recall medication:rb']);
  expect(await open(as('doctor2@demo.test'))).toEqual(['recall medication:rl']);
  await happen(
    medication('medication.dispensing.returned.v1', 5, {
      dispenseId: 'dsp_ra',
      returnId: 'ret_f',
      prescriptionId: 'ra',
      returnedQuantity: 30,
      quantityUnit: 'tablet',
      ...lot,
    }),
  );
  expect(await open()).toEqual(['recall medication:rb']);
  await snoozeFollowUp(
    ana(),
    { kind: 'recall', prescriptionId: 'medication:rb' },
    { until: ago(-60), reason: 'Called, comes in' },
    'key-recall',
    'req',
  );
  expect(await open()).toEqual([]);
});

test('a snoozed task with its reason is out of sight, returns when things get worse, and only its own doctor may snooze it', async () => {
  await happen(issued('rx1', 90), failed('rx1', 60));
  const task = { kind: 'not_delivered', prescriptionId: 'osigu:rx1' } as const;
  const until = ago(-60);
  const asking = { until, reason: 'She comes in tomorrow' };
  await expect(snoozeFollowUp(as('doctor2@demo.test'), task, asking, 'key-colleague', 'req')).rejects.toMatchObject({
    status: 403,
  });
  await expect(snoozeFollowUp(as('doctor@other.test'), task, asking, 'key-other', 'req')).rejects.toMatchObject({
    status: 404,
  });
  await expect(snoozeFollowUp(ana(), { ...task, kind: 'on_hold' }, asking, 'key-none', 'req')).rejects.toMatchObject({
    status: 404,
  });
  await expect(snoozeFollowUp(ana(), task, { ...asking, until: ago(1) }, 'key-past', 'req')).rejects.toMatchObject({
    status: 422,
  });
  await snoozeFollowUp(ana(), task, asking, 'key-snooze', 'req');
  const { items, snoozed, count: counted } = await listFollowUps(ana(), { limit: 50 }, 'req');
  expect([items, counted.total]).toEqual([[], 0]);
  expect(snoozed).toMatchObject([
    { id: 'not_delivered|osigu:rx1', snoozedUntil: until, snoozeReason: 'She comes in tomorrow' },
  ]);
  // Its own clock is later than the snooze.
  await happen(failed('rx1', -1));
  expect(await open()).toEqual(['not_delivered osigu:rx1']);
});

test('fifteen refusals of one server are one cluster: shown to the doctors, fixed by an admin once, settled together', async () => {
  const rxs = Array.from({ length: 15 }, (_, nth) => `inc${nth}`);
  const reason = '554 5.7.1 <ana@example.com>: blocked by policy';
  await happen(
    ...rxs.flatMap((rx, nth) => [
      issued(rx, 60, nth < 9 ? 'doc_demo_ana' : 'doc_demo_luis'),
      failed(rx, 20 - nth / 4, reason),
    ]),
  );
  await happen(issued('own', 60), failed('own', 20));
  const { incidents, count: counted, items } = await listFollowUps(ana(), { limit: 50 }, 'req');
  expect(incidents).toMatchObject([{ what: 'domain', domain: 'example.com', cause: 'refused', count: 9 }]);
  expect(counted.total).toBe(1);
  expect(items.filter((row) => row.incident === null).map((row) => row.prescriptionId)).toEqual(['osigu:own']);
  expect((await listFollowUps(as('doctor2@demo.test'), { limit: 50 }, 'req')).incidents).toMatchObject([{ count: 6 }]);
  const [incident] = (await listIncidents(admin())).items;
  expect(incident).toMatchObject({
    failures: 15,
    open: 15,
    state: 'open',
    said: '554 5.7.1 <…@example.com>: blocked by policy',
  });
  expect((await listIncidents(as('admin@other.test'))).items).toEqual([]);

  const key = incident?.key ?? '';
  const pressed = await Promise.all([
    settleBounceCluster(admin(), key, 'req'),
    settleBounceCluster(as('admin2@demo.test'), key, 'req'),
  ]);
  expect(pressed.reduce((sum, { queued }) => sum + queued, 0)).toBe(15);
  const mails = await everyone.rows<{ n: number; last: number }>(
    `select count(*)::int as n, round(extract(epoch from max("nextAttemptAt") - min("nextAttemptAt")))::int as last from "OutboxMessage"`,
  );
  expect(mails[0]?.n).toBe(15);
  expect(mails[0]?.last).toBeGreaterThanOrEqual(6);
  expect((await listIncidents(admin())).items).toMatchObject([{ open: 15, underWay: 15, state: 'sending' }]);

  await happen(...rxs.slice(0, 14).map((rx) => accepted(rx, -1)));
  expect((await listIncidents(admin())).items).toMatchObject([{ open: 1 }]);
  expect((await listFollowUps(as('doctor2@demo.test'), { limit: 50 }, 'req')).incidents).toMatchObject([{ count: 1 }]);
  await happen(accepted('inc14', -1));
  expect((await listIncidents(admin())).items).toMatchObject([{ open: 0, state: 'settled' }]);
  expect((await listFollowUps(as('doctor2@demo.test'), { limit: 50 }, 'req')).incidents).toEqual([]);
});

test('failures that our side must fix are the admin’s from the first on, and a cluster is reported once and once more when it is over', async () => {
  const alerts = () =>
    everyone.rows(
      `select subject, ("toldAt" is not null) as told, ("recoveredAt" is not null) as over from "OpsAlert" where "tenantId" = 'demo' and kind = 'mail-failing' order by "openedAt"`,
    );
  const reason = '554 5.7.1 message refused by policy';
  await happen(issued('one', 60), failed('one', 20, reason), failed('typo', 20));
  expect((await listIncidents(admin())).items).toMatchObject([
    { what: 'few', cause: 'refused', domain: 'example.com', failures: 1, open: 1, state: 'open' },
  ]);
  expect(await countOpenIncidents(admin())).toEqual({ count: 1 });
  await watchFlow('demo', 0);
  expect(await alerts()).toEqual([]);
  const rxs = Array.from({ length: 10 }, (_, nth) => `many${nth}`);
  await happen(...rxs.flatMap((rx) => [issued(rx, 60), failed(rx, 10, reason)]));
  for (const _ of [1, 2]) await watchFlow('demo', 0);
  expect(await alerts()).toEqual([{ subject: 'domain~example.com', told: true, over: false }]);
  await happen(...['one', ...rxs].map((rx) => accepted(rx, 1)));
  expect(await countOpenIncidents(admin())).toEqual({ count: 0 });
  await watchFlow('demo', 0);
  expect(await alerts()).toMatchObject([{ over: true }]);
});

test('an incident of more than a page hides nothing of what is the doctor’s to do', async () => {
  const rxs = Array.from({ length: 12 }, (_, nth) => `inc${nth}`);
  await happen(...rxs.flatMap((rx) => [issued(rx, 60), failed(rx, 5, '554 5.7.1 blocked by policy')]));
  await happen(issued('own', 60), failed('own', 30));
  const { items, incidents, nextCursor } = await listFollowUps(ana(), { limit: 5 }, 'req');
  expect(items.filter(({ incident }) => incident === null).map((row) => row.prescriptionId)).toEqual(['osigu:own']);
  expect([incidents.length, items.length, nextCursor]).toEqual([1, 13, null]);
});

test('a failure that is nobody’s is the admin’s after five minutes, until it is assigned to a doctor or its parent comes', async () => {
  await happen(failed('new', 2), failed('old', 30), failed('parent', 40));
  const ids = async () => (await listUnassigned(admin(), { limit: 50 })).items.map((row) => row.prescriptionId);
  expect(await ids()).toEqual(['osigu:parent', 'osigu:old']);
  expect((await listUnassigned(as('admin@other.test'), { limit: 50 })).items).toEqual([]);
  const userId = as('doctor2@demo.test').scope.userId;
  await assignPrescription(admin(), 'osigu:old', { userId }, 'key-assign', 'req');
  await happen(issued('parent', 60));
  expect(await ids()).toEqual([]);
  expect(await open(as('doctor2@demo.test'))).toEqual(['not_delivered osigu:old']);
  expect(await open()).toEqual(['not_delivered osigu:parent']);
  await expect(assignPrescription(admin(), 'osigu:parent', { userId }, 'key-owned', 'req')).rejects.toMatchObject({
    code: 'owned',
  });
  // The parent comes after all, and names another prescriber: an earlier fact, and still the source's.
  await happen(issued('old', 60, 'doc_demo_ana'));
  expect((await open()).toSorted()).toEqual(['not_delivered osigu:old', 'not_delivered osigu:parent']);
  expect(await open(as('doctor2@demo.test'))).toEqual([]);
});

test('pages follow one another without a gap or a repeat, lane by lane', async () => {
  const rx = (nth: number) => `pg${nth}`;
  await happen(...Array.from({ length: 7 }, (_, nth) => [issued(rx(nth), 90), failed(rx(nth), 60 - (nth % 3))]).flat());
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listFollowUps(ana(), { limit: 3, cursor }, 'req');
    seen.push(...page.items.map((row) => row.prescriptionId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
});

test('a rebuild makes the same follow-ups, snoozes and assignments included', async () => {
  await happen(
    issued('rx1', 90),
    failed('rx1', 60),
    failed('lone', 30),
    issued('rx2', 90),
    failed('rx2', 50),
    accepted('rx2', 10),
  );
  await snoozeFollowUp(
    ana(),
    { kind: 'not_delivered', prescriptionId: 'osigu:rx1' },
    { until: ago(-60), reason: 'Tomorrow' },
    'key-rb',
    'req',
  );
  await assignPrescription(admin(), 'osigu:lone', { userId: as('doctor2@demo.test').scope.userId }, 'key-ra', 'req');
  const rows = () => everyone.rows('select * from "FollowUp" order by id');
  const live = await rows();
  expect(live).toHaveLength(4);
  await rebuild(database.url);
  expect(await rows()).toEqual(live);
});
