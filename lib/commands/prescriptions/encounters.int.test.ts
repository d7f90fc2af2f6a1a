import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyImport, previewImport } from '#lib/commands/directories/import-directory';
import { readSession } from '#lib/db/access/session';
import type { Account } from '#lib/domain/access/account';
import { listEncounters } from '#lib/views/prescriptions/encounters';
import { getPrescription } from '#lib/views/prescriptions/prescription-detail';
import { listPrescriptions } from '#lib/views/prescriptions/prescription-list';
import { demoDatabase } from '#scripts/testing/demo-database';
import { ownPrescriptionOf } from '#scripts/testing/own-prescription';
import { sessionCookie } from '#scripts/testing/session-cookie';
import { attachEncounter } from './attach-encounter.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let ana: Account;
let luis: Account;
let marta: Account;
let admin: Account;
let stranger: Account;

async function accountOf(email: string): Promise<Account> {
  const account = (await readSession((await sessionCookie(email)).sessionId))?.account;
  if (!account) throw new Error('no session');
  return account;
}
beforeAll(async () => {
  database = await demoDatabase();
  [ana, luis, marta] = [
    await accountOf('doctor@demo.test'),
    await accountOf('doctor2@demo.test'),
    await accountOf('pharmacist@demo.test'),
  ];
  [admin, stranger] = [await accountOf('admin@demo.test'), await accountOf('admin@other.test')];
}, 30_000);
afterAll(() => database.close());

let keys = 0;
const attach = (who: Account, id: string, encounter: string | null) =>
  attachEncounter(who, id, encounter, `encounter-key-${++keys}`, 'req_test');
const shown = async (id: string) => (await getPrescription(ana, id, null, 'req_test')).encounterId;
const found = async (q: string) =>
  (await listPrescriptions(ana, { q, limit: 10 }, 'req_test')).items.map(({ id }) => id);

test('an encounter that a person sets is shown, found by its id, and can be unlinked', async () => {
  const id = await ownPrescriptionOf('doc_demo_ana');
  expect(await shown(id)).toBeNull();
  await attach(ana, id, 'ENC-4711');
  expect([await shown(id), await found('enc-4711')]).toEqual(['ENC-4711', [id]]);
  await attach(marta, id, 'ENC-4712');
  expect([await found('ENC-4711'), await found('ENC-4712')]).toEqual([[], [id]]);
  await attach(admin, id, null);
  expect([await shown(id), await found('ENC-4712')]).toEqual([null, []]);
  const { items } = await listEncounters(admin, { limit: 3 });
  expect(items.map(({ encounterId, by }) => [encounterId, by])).toEqual([
    [null, 'Elena Tobar'],
    ['ENC-4712', 'Marta Quiroa'],
    ['ENC-4711', 'Dr. Ana Solares'],
  ]);
});

test("a colleague's prescription is not a doctor's to say it of, and another tenant's is not there", async () => {
  const id = await ownPrescriptionOf('doc_demo_ana');
  await expect(attach(luis, id, 'ENC-1')).rejects.toMatchObject({ status: 403 });
  await expect(attach(stranger, id, 'ENC-1')).rejects.toMatchObject({ status: 404 });
});

test('a file of visits: previewed row by row, applied exactly, once', async () => {
  const [one, two] = [await ownPrescriptionOf('doc_demo_ana'), await ownPrescriptionOf('doc_demo_ana')];
  const bare = two.slice('osigu:'.length);
  const csv = `Receta;Consulta\n${one};ENC-A\n${bare};ENC-B\nno-such;ENC-C\n${bare};ENC-D\n`;
  const preview = await previewImport(admin, 'encounters', csv, 'req_test');
  expect(preview.counts).toEqual({ new: 2, changed: 0, unchanged: 0, conflicting: 0, wrong: 2 });
  expect(preview.veiled).toBe(false);
  expect(await shown(one)).toBeNull();
  expect(await applyImport(admin, 'encounters', csv, preview.digest, 'req_test')).toEqual({
    applied: 2,
    passedOver: 0,
  });
  expect([await shown(one), await shown(two)]).toEqual(['ENC-A', 'ENC-B']);
  expect((await previewImport(admin, 'encounters', csv, 'req_test')).counts).toMatchObject({ new: 0, unchanged: 2 });
});
