import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import { getHandover } from '#lib/views/mail/handover';
import { search } from '#lib/views/overview/search';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep, newEvent } from '#scripts/testing/stories/keep-events';
import { getPrescription } from './prescription-detail.ts';
import { listPrescriptions } from './prescription-list.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let as: (email: string) => Account;

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

const found = async (email: string, q?: string) =>
  (await listPrescriptions(as(email), { q, limit: 50 }, 'req_list')).items.map(({ id }) => id);

test('a list masks addresses, also within the words of the server; opened, both are whole', async () => {
  const email = 'lucia.secret@exmaple.test';
  const reason = `550 <${email}> unknown here`;
  const osigu = (type: string, data = {}) => newEvent('osigu', inventedEvent(type, { data }));
  await appendToLedger([osigu('prescription.issued'), osigu('prescription.email_failed', { email, reason })]);
  await processAll();
  const asker = as('pharmacist@demo.test');
  const [row] = (await listPrescriptions(asker, { limit: 50 }, 'req_list')).items;
  expect(row?.email).toMatchObject({
    ...{ state: 'failed', address: 'l…@exmaple.test', reason: '550 <…@exmaple.test> unknown here' },
  });
  const opened = await getPrescription(asker, row?.id ?? '', null, 'req_opened');
  expect(opened.email).toMatchObject({ state: 'failed', address: email, reason });
});

test('an admin finds a prescription by its ids and codes, and never by what it prescribes', async () => {
  const data = {
    prescriptionId: 'rx_veiled-1',
    medicationCode: 'RXN-6813',
    medicationDisplay: 'Cationic Methadone 5 MG',
  };
  await keep(inventedEvent('medication.prescription.signed.v1', { data }));
  await processAll();
  const id = 'medication:rx_veiled-1';
  for (const q of ['methadone', 'meth', 'RXN-6813', 'cat', 'rx_veiled-1 methadone']) {
    expect([q, await found('pharmacist@demo.test', q)]).toEqual([q, [id]]);
    expect([q, await found('admin@demo.test', q)]).toEqual([q, []]);
    const hits = (await search(as('admin@demo.test'), q, 'req')).items.filter(({ kind }) => kind === 'prescription');
    expect([q, hits]).toEqual([q, []]);
  }
  for (const q of ['rx_veiled-1', 'RX_VEILED', 'medication:rx_veiled-1', undefined])
    expect([q, await found('admin@demo.test', q)]).toEqual([q, [id]]);
});

test("who asks for a colleague's hand-over sheet, or has no right to one, is refused, and the audit says so", async () => {
  const data = { prescriptionId: 'rx_sheet', prescriberId: 'usr_demo_ana' };
  await keep(inventedEvent('medication.prescription.signed.v1', { data }));
  await processAll();
  const id = 'medication:rx_sheet';
  expect(await getHandover(as('doctor2@demo.test'), id, 'req_colleague')).toBeNull();
  expect(await getHandover(as('pharmacist@demo.test'), id, 'req_pharmacist')).toBeNull();
  expect(await getHandover(as('doctor@demo.test'), 'medication:rx_none', 'req_none')).toBeNull();
  const lines = await everyone.rows(
    `select "requestId", "subjectKind", "subjectId" from "AuditEntry" where action = 'refused' order by seq`,
  );
  expect(lines).toEqual([
    { requestId: 'req_colleague', subjectKind: 'prescription', subjectId: id },
    { requestId: 'req_pharmacist', subjectKind: 'permission', subjectId: 'handover.print' },
  ]);
});
