import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from '#lib/contract/base/page';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { followUpKinds } from '#lib/domain/follow-ups/follow-up-kind';
import { incidentsCsv, listIncidents } from '#lib/views/follow-ups/bounce-clusters';
import { listFollowUps } from '#lib/views/follow-ups/follow-ups';
import { followUpsCsv } from '#lib/views/follow-ups/follow-ups-csv';
import { listPatients, searchPatients } from '#lib/views/patients/patient-list';
import { foundPatientsCsv, patientsCsv } from '#lib/views/patients/patients-csv';
import { listUnassigned, unassignedCsv } from '#lib/views/prescriptions/unassigned';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let as: (email: string) => Account;
let count = 0;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  as = await accountsOf(everyone);
});
afterEach(() => emptyLedger(everyone));
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const ana = () => as('doctor@demo.test');
const admin = () => as('admin@demo.test');
/** More than a file reads at a time. */
const many = Array.from({ length: 203 }, (_, nth) => `m${nth}`);
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

function osigu(type: string, minutes: number, data: JsonObject) {
  const at = ago(minutes);
  const body = { event_id: `evt_file_${++count}`, created_at: at, data: { issued_at: at, attempted_at: at, ...data } };
  return newEvent('osigu', inventedEvent(type, body));
}
const issued = (rx: string, name = 'Lía') =>
  osigu('prescription.issued', 90, {
    ...{ prescription_id: rx, prescription_code: `RX-${rx}`, doctor: { doctor_id: 'doc_demo_ana' } },
    patient: { patient_id: `pat_${rx}`, first_name: name, last_name: 'Sandoval' },
  });
const failed = (rx: string, minutes: number, reason = '550 5.1.1 no such user', domain = 'example.com') =>
  osigu('prescription.email_failed', minutes, { prescription_id: rx, email: `${rx}@${domain}`, reason });
/** Ten refusals of one server: a cluster. */
const incident = (domain: string, minutes: number) =>
  Array.from({ length: 10 }, (_, nth) => `${domain.slice(0, 2)}${nth}`).flatMap((rx) => [
    issued(rx),
    failed(rx, minutes, `554 5.7.1 <${rx}@${domain}>: blocked by policy`, domain),
  ]);
function medication(type: string, minutes: number, data: JsonObject) {
  return newEvent('medication-service', inventedEvent(type, { id: `evt_file_${++count}`, time: ago(minutes), data }));
}
const signed = (prescriptionId: string) =>
  medication('medication.prescription.signed.v1', 90, {
    ...{ prescriptionId, prescriberId: 'usr_demo_ana', signedAt: ago(90) },
  });

async function happen(...events: Parameters<typeof appendToLedger>[0]): Promise<void> {
  await appendToLedger(events);
  await processAll();
}

async function everyPage<T, P extends Page<T>>(
  page: (cursor: string | undefined) => Promise<P>,
): Promise<readonly P[]> {
  const pages: P[] = [];
  let cursor: string | undefined;
  do {
    const read = await page(cursor);
    pages.push(read);
    cursor = read.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return pages;
}

async function linesOf(file: Response): Promise<readonly Record<string, string>[]> {
  return parse<Record<string, string>>(await file.text(), { columns: true });
}

/** The audit entries of one request, and their number. */
const audited = (requestId: string) =>
  everyone.rows(
    `select action, "subjectKind" as kind, case when action = 'list.exported' then "subjectId" end as list, count(*)::int as n
      from "AuditEntry" where "requestId" = $1 group by 1, 2, 3 order by 1`,
    [requestId],
  );

test('a doctor’s tasks leave as a file: the list’s rows in the screen’s order, addresses masked, the export and each view in the audit', async () => {
  const lot = { stockItemId: 'stk_file', lotNumber: 'F-1' };
  await happen(
    ...many.flatMap((rx, nth) => [issued(rx), failed(rx, 60 - (nth % 7))]),
    ...incident('first.example', 20),
    ...incident('second.example', 10),
    signed('held'),
    medication('medication.prescription.held.v1', 30, { prescriptionId: 'held', reason: 'Kidney result' }),
    signed('given'),
    medication('medication.dispensing.completed.v1', 50, {
      ...{ ...lot, dispenseId: 'dsp_file', prescriptionId: 'given', dispensedQuantity: 30, quantityUnit: 'tablet' },
    }),
    medication('medication.inventory.recall_triggered.v1', 40, { ...lot, recallId: 'rec_file', recalledAt: ago(40) }),
  );
  const pages = await everyPage((cursor) => listFollowUps(ana(), { cursor, limit: 60 }, 'list'));
  const items = pages.flatMap((page) => page.items);
  const incidents = pages[0]?.incidents ?? [];
  expect([incidents.length, items.length, items.at(-1)?.lane === 'recall']).toEqual([2, many.length + 22, false]);
  const shown = [
    ...incidents.flatMap(({ key }) => items.filter((row) => row.incident === key)),
    ...followUpKinds.flatMap((lane) => items.filter((row) => row.incident === null && row.lane === lane)),
  ];
  const file = await followUpsCsv(ana(), 'file-follow-ups');
  expect(file.headers.get('content-disposition')).toContain('follow-ups.csv');
  const lines = await linesOf(file);
  expect(lines.map(({ id, since, patient, next, address, said }) => [id, since, patient, next, address, said])).toEqual(
    shown.map(({ id, since, patient, next, address, said }) => [
      ...[id, since, patient?.name ?? patient?.id ?? '', next, address ?? '', said ?? ''],
    ]),
  );
  expect(JSON.stringify(lines)).not.toMatch(/[\w.]@/);
  expect(await audited('file-follow-ups')).toEqual([
    { action: 'list.exported', kind: 'list', list: 'follow-ups', n: 1 },
    { action: 'record.listed', kind: 'prescription', list: null, n: many.length + 20 },
  ]);
});

test('people leave as a file: the list’s rows and order, addresses masked, no formula run, the export and each view in the audit', async () => {
  await happen(...many.flatMap((rx) => [issued(rx), failed(rx, 60)]), issued('sum', '=1+1'));
  const pages = await everyPage((cursor) => listPatients(ana(), { cursor, limit: 60 }, 'list'));
  const items = pages.flatMap((page) => page.items);
  const file = await patientsCsv(ana(), 'file-patients');
  expect(file.headers.get('content-disposition')).toContain('patients.csv');
  const lines = await linesOf(file);
  expect(lines.map(({ id, email, reach, prescriptions }) => [id, email, reach, prescriptions])).toEqual(
    items.map(({ id, email, reach, prescriptions }) => [id, email ?? '', reach ?? '', String(prescriptions)]),
  );
  expect(lines).toHaveLength(many.length + 1);
  expect(JSON.stringify(lines)).not.toMatch(/[\w.]@/);
  expect(lines.find(({ id }) => id === 'osigu:pat_sum')?.['name']).toBe("'=1+1 Sandoval");
  expect(await audited('file-patients')).toEqual([
    { action: 'list.exported', kind: 'list', list: 'patients', n: 1 },
    { action: 'record.listed', kind: 'patient', list: null, n: many.length + 1 },
  ]);
  expect(await linesOf(await patientsCsv(as('doctor2@demo.test'), 'file-luis'))).toEqual([]);
});

test('whom a search finds leaves as a file of exactly those', async () => {
  await happen(issued('one', 'Perla'), issued('two', 'Perla'), issued('three', 'Bruno'));
  const { items } = await searchPatients(ana(), 'perla', 'list');
  const lines = await linesOf(await foundPatientsCsv(ana(), 'perla', 'file-found'));
  expect(lines.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  expect(lines).toHaveLength(2);
  expect(await audited('file-found')).toEqual([
    { action: 'list.exported', kind: 'list', list: 'patients', n: 1 },
    { action: 'record.listed', kind: 'patient', list: null, n: 2 },
  ]);
});

test('the failures that our side must fix leave as a file: the list’s rows and order, nobody’s name or address, the export in the audit', async () => {
  await happen(
    ...incident('first.example', 20),
    ...incident('second.example', 10),
    ...[issued('few'), failed('few', 5, '530 5.7.0 authentication required', 'third.example')],
  );
  const { items } = await listIncidents(admin());
  expect(items.length).toBeGreaterThanOrEqual(2);
  const lines = await linesOf(await incidentsCsv(admin(), 'file-incidents'));
  expect(lines).toEqual(
    items.map((row) => ({
      ...{ key: row.key, what: row.what, domain: row.domain ?? '', cause: row.cause, since: row.since },
      ...{ lastAt: row.lastAt, failures: String(row.failures), open: String(row.open) },
      ...{ underWay: String(row.underWay), state: row.state, said: row.said ?? '' },
    })),
  );
  expect(JSON.stringify(lines)).not.toMatch(/[\w.]@|Sandoval/);
  expect(await audited('file-incidents')).toEqual([{ action: 'list.exported', kind: 'list', list: 'incidents', n: 1 }]);
});

test('failures that are nobody’s leave as a file: every page’s rows in order, no address, the export in the audit', async () => {
  await happen(...many.map((rx, nth) => failed(rx, 60 - (nth % 7))));
  const pages = await everyPage((cursor) => listUnassigned(admin(), { cursor, limit: 60 }));
  const items = pages.flatMap((page) => page.items);
  expect(items).toHaveLength(many.length);
  const lines = await linesOf(await unassignedCsv(admin(), 'file-unassigned'));
  expect(lines).toEqual(
    items.map(({ prescriptionId, since, cause, attempts }) => ({
      ...{ prescription: prescriptionId, since, cause, attempts: String(attempts) },
    })),
  );
  expect(JSON.stringify(lines)).not.toContain('@');
  expect(await audited('file-unassigned')).toEqual([
    { action: 'list.exported', kind: 'list', list: 'unassigned', n: 1 },
  ]);
});
