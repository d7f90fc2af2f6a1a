import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctPatient } from '#lib/commands/patients/change-patient';
import { ownPrescription } from '#lib/commands/prescriptions/own-prescription';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import type { Role } from '#lib/domain/base/scope';
import { listBreakGlassReviews, listOpenBreakGlass } from '#lib/views/access/break-glass';
import { getResends } from '#lib/views/mail/resends';
import { getPatient } from '#lib/views/patients/patient-detail';
import { getPrescription } from '#lib/views/prescriptions/prescription-detail';
import { getTimeline } from '#lib/views/prescriptions/timeline';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
import { endBreakGlass, openByBreakGlass, reviewBreakGlass } from './break-glass.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let ana: Account;
let luis: Account;
let admin: Account;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  ana = await accountOf('doctor@demo.test', ['medication:usr_demo_ana']);
  luis = await accountOf('doctor2@demo.test', ['medication:usr_demo_luis']);
  admin = await accountOf('admin@demo.test', []);
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

async function accountOf(email: string, prescriberIds: readonly string[]): Promise<Account> {
  const [row] = await everyone.rows<{ tenantId: string; id: string; role: Role }>(
    'select "tenantId", id, role from "User" where email = $1',
    [email],
  );
  if (!row) throw new Error(`no account ${email}`);
  const scope = { tenantId: row.tenantId, userId: row.id, role: row.role, inCharge: false, prescriberIds };
  return { scope, sessionId: `ses_${email}`, name: email, email, tenantName: '', timeZone: 'UTC', locale: 'en' };
}

let serial = 0;
/** Luis prescribes to somebody; the ids of the prescription and of the person. */
async function prescribed(patient = `pat_glass_${++serial}`): Promise<{ rx: string; pat: string }> {
  const prescriptionId = `rx_glass_${++serial}`;
  const data = { prescriptionId, patientId: patient, prescriberId: 'usr_demo_luis' };
  await keep(inventedEvent('medication.prescription.signed.v1', { data }));
  await processAll();
  return { rx: `medication:${prescriptionId}`, pat: `medication:${patient}` };
}

const why = 'he fainted in the waiting room';
const open = (asker: Account, kind: 'patient' | 'prescription', id: string) =>
  openByBreakGlass(asker, { kind, id }, why, 'req_open');
const seen = (id: string) => getPrescription(ana, id, null, 'req_see');
const forbidden = { status: 403 };

test('a colleague’s patient opens against a reason: all of that patient’s prescriptions, and nobody else’s', async () => {
  const [mine, alsoMine] = [await prescribed('pat_glass_one'), await prescribed('pat_glass_one')];
  const other = await prescribed();
  await expect(seen(mine.rx)).rejects.toMatchObject(forbidden);
  const { until } = await open(ana, 'prescription', mine.rx);
  expect(Date.parse(until) - Date.now()).toBeGreaterThan(3 * 3_600_000 - 60_000);
  expect(Date.parse(until) - Date.now()).toBeLessThanOrEqual(3 * 3_600_000 + 1_000);
  expect(await seen(mine.rx)).toMatchObject({ id: mine.rx, underGlass: true });
  expect(await seen(alsoMine.rx)).toMatchObject({ underGlass: true });
  expect((await getTimeline(ana, { id: mine.rx, knownAt: null, limit: 50 }, 'req_see')).items).not.toEqual([]);
  const person = await getPatient(ana, mine.pat, 'req_see');
  expect(person.prescriptions.map(({ id }) => id).sort()).toEqual([mine.rx, alsoMine.rx].sort());
  await expect(seen(other.rx)).rejects.toMatchObject(forbidden);
  await expect(getPatient(ana, other.pat, 'req_see')).rejects.toMatchObject(forbidden);
});

test('it opens nothing to anybody else, and nothing of another tenant', async () => {
  const { rx } = await prescribed();
  await open(ana, 'prescription', rx);
  const third = { ...ana, scope: { ...ana.scope, userId: 'usr_third', prescriberIds: [] }, sessionId: 'ses_third' };
  await expect(getPrescription(third, rx, null, 'req_see')).rejects.toMatchObject(forbidden);
  const eva = await accountOf('doctor@other.test', ['medication:usr_other_eva']);
  await expect(open(eva, 'prescription', rx)).rejects.toMatchObject({ status: 404 });
  await expect(getPrescription(eva, rx, null, 'req_see')).rejects.toMatchObject({ status: 404 });
});

test('it is for reading: nothing is sent, changed or linked by it', async () => {
  const { rx, pat } = await prescribed();
  await open(ana, 'prescription', rx);
  await expect(inTenant(ana.scope, (tx) => ownPrescription(tx, ana.scope, rx))).rejects.toMatchObject(forbidden);
  await expect(getResends(ana, rx, 'req_see')).rejects.toMatchObject(forbidden);
  const request = { id: pat, key: 'key_glass_change', requestId: 'req_change' };
  await expect(correctPatient(ana, request, { phone: '+502 5550 0199' })).rejects.toMatchObject(forbidden);
});

test('every view during the grant is listed under the opening in the audit log', async () => {
  const { rx, pat } = await prescribed();
  const { id } = await open(ana, 'patient', pat);
  await seen(rx);
  await getPatient(ana, pat, 'req_see');
  const lines = await everyone.rows<{ action: string; subjectId: string; reason: string }>(
    `select action, "subjectId", reason from "AuditEntry" where "actorId" = $1 and reason like '%' || $2 || '%' order by seq`,
    [ana.scope.userId, id],
  );
  expect(lines).toEqual([
    { action: 'break-glass.opened', subjectId: pat, reason: `break-glass ${id}: ${why}` },
    { action: 'record.viewed', subjectId: rx, reason: `break-glass ${id}` },
    { action: 'record.viewed', subjectId: pat, reason: `break-glass ${id}` },
  ]);
  const { items } = await listBreakGlassReviews(admin, { show: 'unreviewed', limit: 50 });
  expect(items.find((row) => row.id === id)).toMatchObject({ looks: 2, state: 'open', reason: why });
});

test('ended by hand or by its three hours, it is closed at once', async () => {
  const [first, second] = [await prescribed(), await prescribed()];
  const one = await open(ana, 'prescription', first.rx);
  await endBreakGlass(ana, one.id, 'req_end');
  await expect(seen(first.rx)).rejects.toMatchObject(forbidden);
  await expect(endBreakGlass(ana, one.id, 'req_end')).rejects.toMatchObject({ status: 404 });
  const two = await open(ana, 'prescription', second.rx);
  await everyone.rows('alter table "BreakGlass" disable trigger "BreakGlass_kept"');
  await everyone.rows(
    `update "BreakGlass" set "openedAt" = "openedAt" - interval '3 hours', "expiresAt" = "expiresAt" - interval '3 hours' where id = $1`,
    [two.id],
  );
  await everyone.rows('alter table "BreakGlass" enable trigger "BreakGlass_kept"');
  await expect(seen(second.rx)).rejects.toMatchObject(forbidden);
  expect((await listOpenBreakGlass(ana)).items.map(({ id }) => id)).not.toContain(two.id);
});

test('pressed twice it is one opening, and one’s own needs none', async () => {
  const { rx } = await prescribed();
  const [one, two] = await Promise.all([open(ana, 'prescription', rx), open(ana, 'prescription', rx)]);
  expect(one.id).toBe(two.id);
  await expect(open(luis, 'prescription', rx)).rejects.toMatchObject({ code: 'own' });
});

test('an admin reviews it once, when it is over; what was opened can be neither changed nor deleted', async () => {
  const { rx } = await prescribed();
  const { id } = await open(ana, 'prescription', rx);
  const review = (note: string) => reviewBreakGlass(admin, id, note, 'req_review');
  await expect(review('too early')).rejects.toMatchObject({ code: 'still-open' });
  await endBreakGlass(ana, id, 'req_end');
  await review('talked it over with her');
  await expect(review('once more')).rejects.toMatchObject({ code: 'reviewed' });
  const { items } = await listBreakGlassReviews(admin, { show: 'reviewed', limit: 50 });
  expect(items.find((row) => row.id === id)).toMatchObject({ review: { note: 'talked it over with her' } });
  for (const tampering of [
    'delete from "BreakGlass" where id = $1',
    `update "BreakGlass" set reason = 'none' where id = $1`,
    `update "BreakGlass" set "reviewNote" = 'none' where id = $1`,
  ])
    await expect(everyone.rows(tampering, [id])).rejects.toThrow('kept as it was');
});
