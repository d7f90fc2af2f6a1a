import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordActions } from '#lib/actions/record-actions';
import { changeProduct } from '#lib/commands/directories/change-product';
import { applyImport, previewImport } from '#lib/commands/directories/import-directory';
import { requestResend } from '#lib/commands/mail/resend';
import { correctPatient, linkPatient, unlinkPatient } from '#lib/commands/patients/change-patient';
import { inTenant } from '#lib/db/base/in-tenant';
import { directoryEntryOf } from '#lib/db/directories/directory';
import { appendToLedger } from '#lib/db/ledger/ledger';
import { mailFacts } from '#lib/db/mail/mail-facts';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { Conflict, Forbidden, Invalid, NotFound } from '#lib/domain/base/refusal';
import { rebuild } from '#lib/processing/replays/rebuild';
import { listNamelessCodes, listNamelessPatients, listProducts } from '#lib/views/directories/products';
import { listFollowUps } from '#lib/views/follow-ups/follow-ups';
import { getResends } from '#lib/views/mail/resends';
import { search } from '#lib/views/overview/search';
import { listPrescriptions } from '#lib/views/prescriptions/prescription-list';
import { getTimeline } from '#lib/views/prescriptions/timeline';
import { demoAccounts } from '#prisma/demo';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { projected } from '#scripts/testing/stories/projected';
import { getPatient } from './patient-detail.ts';
import { listPatients, searchPatients } from './patient-list.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let users: ReadonlyMap<string, string>;
let count = 0;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  const rows = await everyone.rows<{ id: string; email: string }>('select id, email from "User"');
  users = new Map(rows.map(({ id, email }) => [email, id]));
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});
afterEach(async () => {
  await emptyLedger(everyone);
  await everyone.rows(`delete from "OutboxMessage"`);
});

function as(email: string): Account {
  const found = demoAccounts.find((one) => one.email === email);
  if (!found) throw new Error(`no account ${email}`);
  const { name, tenantId, role, inCharge, prescriberIds } = found;
  const scope = { tenantId, userId: users.get(email) ?? '', role, inCharge, prescriberIds };
  // Each asks in a session of their own, so that every view is a first one.
  return { scope, sessionId: `s${++count}`, name, email, tenantName: '', timeZone: 'UTC', locale: 'en' };
}
const ana = () => as('doctor@demo.test');
const luis = () => as('doctor2@demo.test');
const pharmacist = () => as('pharmacist@demo.test');
const admin = () => as('admin@demo.test');
const stranger = () => as('pharmacist@other.test');
const asking = (id: string) => ({ id, key: `key-${++count}-for-tests`, requestId: 'req' });
const at = (minute: number) => new Date(Date.UTC(2026, 10, 12, 9, minute)).toISOString();

function issued(rx: string, patient: string, doctor: string, name: string): ReturnType<typeof newEvent> {
  const data: JsonObject = {
    ...{ prescription_id: rx, prescription_code: `RX-${rx}`, issued_at: at(1), doctor: { doctor_id: doctor } },
    patient: { patient_id: patient, first_name: name, last_name: 'Invented' },
    medications: [{ product_code: 'MED-7', quantity: 10 }],
  };
  return newEvent('osigu', inventedEvent('prescription.issued', { created_at: at(1), data }));
}
function failed(rx: string, email: string) {
  const data = { prescription_id: rx, email, reason: '550 5.1.1 no such user', attempted_at: at(3) };
  return newEvent('osigu', inventedEvent('prescription.email_failed', { created_at: at(3), data }));
}
function delivered(rx: string, email: string) {
  const data = { prescription_id: rx, email, delivered_at: at(3) };
  return newEvent('osigu', inventedEvent('prescription.email_delivered', { created_at: at(3), data }));
}
const addresses = async () => {
  const rows = await everyone.rows<{ id: string; email: string | null }>(
    'select id, "emailAddress" as email from "Prescription"',
  );
  return Object.fromEntries(rows.map(({ id, email }) => [id.slice(id.indexOf(':') + 1), email]));
};
function prescribed(rx: string, patient: string, prescriber: string, externalId: string) {
  const data = { id: rx, patient: { id: patient, externalId }, prescriberId: prescriber, medicationId: 'med_7' };
  return newEvent('photon', inventedEvent('photon-prescription-created', { time: at(2), subject: rx, data }));
}

beforeEach(async () => {
  await appendToLedger([
    issued('rx1', 'pat1', 'doc_demo_ana', 'Lucía'),
    failed('rx1', 'lucia@exmaple.test'),
    issued('rx2', 'pat2', 'doc_demo_luis', 'Bruno'),
    prescribed('rx3', 'pat3', 'usr_demo_ana', 'mrn-3'),
  ]);
  await processAll();
});

const people = [
  'Nombre;Teléfono;Correo;Idioma;osigu_id;photon_id;external_id',
  'Lucía Invented;+502 1;lucia@example.test;español;pat1;;',
  'Carla Invented;;carla@example.test;en;;;mrn-3',
].join('\r\n');

const importAs = async (account: Account, csv: string) => {
  const { digest } = await previewImport(account, 'patients', csv, 'req');
  return applyImport(account, 'patients', csv, digest, 'req');
};
const ids = async (account: Account) => (await listPatients(account, { limit: 50 }, 'req')).items.map(({ id }) => id);

test('an import does exactly what its preview said, once, and again changes nothing', async () => {
  const preview = await previewImport(pharmacist(), 'patients', people, 'req');
  expect(preview.counts).toEqual({ new: 2, changed: 0, unchanged: 0, conflicting: 0, wrong: 0 });
  expect(await everyone.rows(`select seq from "LedgerEvent" where type like 'scriptline.%'`)).toEqual([]);
  expect(await applyImport(pharmacist(), 'patients', people, preview.digest, 'req')).toEqual({
    applied: 2,
    passedOver: 0,
  });
  const acts = () => everyone.rows(`select seq from "LedgerEvent" where type like 'scriptline.%'`);
  const written = await acts();
  // Two entries, two links, and the two addresses that mails go to now.
  expect(written).toHaveLength(6);
  expect(await applyImport(pharmacist(), 'patients', people, preview.digest, 'req')).toEqual({
    applied: 0,
    passedOver: 0,
  });
  expect(await acts()).toHaveLength(6);
  expect((await previewImport(pharmacist(), 'patients', people, 'req')).counts).toMatchObject({ unchanged: 2 });
  const entry = await inTenant({ tenantId: 'demo' }, (tx) => directoryEntryOf(tx, 'demo', 'osigu:pat1'));
  expect(entry).toEqual({ name: 'Lucía Invented', phone: '+502 1', email: 'lucia@example.test', language: 'es' });
});

test('a preview that the directory has left behind is not applied', async () => {
  const { digest } = await previewImport(pharmacist(), 'patients', people, 'req');
  await correctPatient(ana(), asking('osigu:pat1'), { phone: '+502 2' });
  await expect(applyImport(pharmacist(), 'patients', people, digest, 'req')).rejects.toMatchObject({
    code: 'preview-stale',
  });
  const other = people.replace('+502 1', '+502 9');
  await expect(applyImport(pharmacist(), 'patients', other, digest, 'req')).rejects.toBeInstanceOf(Conflict);
});

test('an import that stopped half-way goes on where it stopped', async () => {
  const rows = Array.from({ length: 450 }, (_, n) => `Person ${n};;;;id-${n};;`);
  const csv = [people.split('\r\n')[0], ...rows].join('\n');
  const { digest } = await previewImport(pharmacist(), 'patients', csv, 'req');
  await everyone.rows(`
    create function refuse_late() returns trigger language plpgsql as
    $$ begin if new."dedupeKey" like '%:300:0' then raise exception 'stopped'; end if; return new; end $$;
    create trigger refuse_late before insert on "LedgerEvent" for each row execute function refuse_late()`);
  await expect(applyImport(pharmacist(), 'patients', csv, digest, 'req')).rejects.toThrow();
  await everyone.rows('drop function refuse_late cascade');
  const half = await everyone.rows(`select id from "PatientRecord"`);
  expect(half).toHaveLength(200);
  expect(await applyImport(pharmacist(), 'patients', csv, digest, 'req')).toEqual({ applied: 250, passedOver: 0 });
  expect(await everyone.rows(`select id from "PatientRecord"`)).toHaveLength(450);
});

test('a row whose ids belong to two people is a conflict, a row that reads badly is wrong, both with their line', async () => {
  await importAs(pharmacist(), people);
  const csv = 'name,osigu_id,external_id,email\nBoth,pat1,mrn-3,\n\nBad,pat2,,nobody@\nGood,pat2,,b@example.test';
  const preview = await previewImport(pharmacist(), 'patients', csv, 'req');
  expect(preview.counts).toEqual({ new: 0, changed: 0, unchanged: 0, conflicting: 1, wrong: 2 });
  expect(preview.rows.map(({ line, outcome }) => [line, outcome])).toEqual([
    [2, 'conflicting'],
    [4, 'wrong'],
    [5, 'wrong'],
  ]);
  await expect(previewImport(pharmacist(), 'patients', 'a,b\n1,2', 'req')).rejects.toBeInstanceOf(Invalid);
  await expect(previewImport(pharmacist(), 'patients', 'name,osigu_id\n"x,1', 'req')).rejects.toBeInstanceOf(Invalid);
});

test('an admin imports, and is shown which fields change but not what they were', async () => {
  await importAs(pharmacist(), people);
  const preview = await previewImport(admin(), 'patients', people.replace('lucia@', 'lu@'), 'req');
  expect(preview).toMatchObject({ veiled: true, counts: { changed: 1, unchanged: 1 } });
  expect(JSON.stringify(preview)).not.toContain('lucia@example.test');
});

test('where no sender names a patient or a medicine, the directory does, and says so on the patient', async () => {
  const shown = async () =>
    (await listPrescriptions(ana(), { limit: 10 }, 'req')).items.map(({ id, patient, medications }) => [
      ...[id, patient?.name, medications[0]?.display, medications[0]?.code],
    ]);
  expect(await shown()).toContainEqual(['photon:rx3', null, null, 'med_7']);
  expect((await listNamelessPatients(pharmacist())).items).toEqual([{ id: 'photon:pat3' }]);
  expect((await listNamelessCodes(pharmacist())).items.map(({ id }) => id)).toContain('photon:med_7');
  await importAs(pharmacist(), people);
  await changeProduct(
    pharmacist(),
    { id: null, key: 'product-key-1', requestId: 'req' },
    {
      display: 'Invented 5 mg',
      codes: ['photon:med_7'],
    },
  );
  expect(await shown()).toContainEqual(['photon:rx3', 'Carla Invented', 'Invented 5 mg', 'med_7']);
  const found = async (account: Account, q: string) =>
    (await listPrescriptions(account, { limit: 10, q }, 'req')).items.map(({ id }) => id);
  expect(await found(ana(), 'inven')).toEqual(['photon:rx3']);
  expect(await found(ana(), 'invented 5')).toEqual(['photon:rx3']);
  expect(await found(luis(), 'inven')).toEqual([]);
  expect(await found(ana(), 'another')).toEqual([]);
  const timeline = await getTimeline(ana(), { id: 'photon:rx3', knownAt: null, limit: 10 }, 'req');
  expect(timeline.items.at(-1)?.facts).toContainEqual({ label: 'Medicine', value: 'Invented 5 mg', kind: 'text' });
  const carla = await getPatient(ana(), 'photon:pat3', 'req');
  expect(carla).toMatchObject({ name: { value: 'Carla Invented', from: 'directory' } });
  expect(carla.senders).toMatchObject([{ id: 'photon:pat3', link: { basis: 'shared_id', by: 'Marta Quiroa' } }]);
  expect((await getPatient(ana(), 'osigu:pat1', 'req')).name).toEqual({ value: 'Lucía Invented', from: 'sender' });
  expect((await listNamelessPatients(pharmacist())).items).toEqual([]);
  expect((await listNamelessCodes(pharmacist())).items.map(({ id }) => id)).not.toContain('photon:med_7');
});

test('a person links two systems, with the name and the reason; an unlinked one is alone again', async () => {
  const { id } = await linkPatient(ana(), asking('osigu:pat1'), 'photon:pat3', 'Both cards were shown');
  const joined = await getPatient(ana(), 'photon:pat3', 'req');
  expect(joined).toMatchObject({ id, name: { value: 'Lucía Invented', from: 'sender' } });
  expect(joined.senders).toMatchObject([
    { id: 'osigu:pat1', link: { basis: 'person', note: 'Both cards were shown', by: 'Dr. Ana Solares' } },
    { id: 'photon:pat3', link: { basis: 'person', note: 'Both cards were shown' } },
  ]);
  expect(joined.prescriptions.map(({ id: rx }) => rx).sort()).toEqual(['osigu:rx1', 'photon:rx3']);
  expect(await ids(ana())).toEqual([id]);
  const [photon] = (await listPrescriptions(ana(), { limit: 10, system: 'photon' }, 'req')).items;
  expect(photon?.patient?.name).toBe('Lucía Invented');
  await expect(linkPatient(ana(), asking(id), 'photon:pat3', 'Again')).rejects.toMatchObject({ code: 'same-person' });
  await unlinkPatient(ana(), asking(id), 'photon:pat3', 'Somebody else');
  expect((await getPatient(ana(), 'photon:pat3', 'req')).recordId).toBeNull();
  expect((await ids(ana())).sort()).toEqual([id, 'photon:pat3'].sort());
});

test("neither a file nor an id that both share restores a link that a person removed; the patient's page shows it", async () => {
  await importAs(pharmacist(), people);
  const lucia = await getPatient(ana(), 'osigu:pat1', 'req');
  await unlinkPatient(ana(), asking(lucia.id), 'osigu:pat1', 'Her sister');
  const carla = await getPatient(ana(), 'photon:pat3', 'req');
  await unlinkPatient(ana(), asking(carla.id), 'photon:pat3', 'Somebody else');
  const preview = await previewImport(pharmacist(), 'patients', people, 'req');
  expect(preview.counts).toEqual({ new: 0, changed: 0, unchanged: 1, conflicting: 1, wrong: 0 });
  await importAs(pharmacist(), people);
  await appendToLedger([prescribed('rx4', 'pat3', 'usr_demo_ana', 'mrn-3')]);
  await processAll();
  for (const [id, note] of [
    ['osigu:pat1', 'Her sister'],
    ['photon:pat3', 'Somebody else'],
  ] as const)
    expect(await getPatient(ana(), id, 'req')).toMatchObject({
      recordId: null,
      senders: [{ link: null, apart: { note, by: 'Dr. Ana Solares' } }],
    });
  await linkPatient(ana(), asking('photon:pat3'), 'osigu:pat1', 'Both cards were shown');
  expect((await getPatient(ana(), 'photon:pat3', 'req')).recordId).not.toBeNull();
});

test('a patient who arrives after the import, with an id that an entry bears, is linked at once; a rebuild says the same', async () => {
  const later = people.replace('mrn-3', 'mrn-9');
  await importAs(pharmacist(), later);
  await appendToLedger([prescribed('rx9', 'pat9', 'usr_demo_ana', 'mrn-9')]);
  await processAll();
  const carla = await getPatient(ana(), 'photon:pat9', 'req');
  expect(carla).toMatchObject({
    name: { value: 'Carla Invented' },
    senders: [{ link: { basis: 'shared_id', by: null } }],
  });
  expect((await previewImport(pharmacist(), 'patients', later, 'req')).counts).toMatchObject({ unchanged: 2 });
  const live = await projected(everyone, 'demo');
  await rebuild(database.url);
  expect(await projected(everyone, 'demo')).toEqual(live);
});

test('an id that two entries bear joins nobody who arrives', async () => {
  await importAs(pharmacist(), people.replace('mrn-3', 'mrn-9'));
  await inTenant({ tenantId: 'demo' }, (tx) =>
    recordActions(
      tx,
      { tenantId: 'demo', userId: null },
      [
        {
          type: 'scriptline.patient.recorded',
          key: 'second-entry',
          data: { recordId: 'dir:second', externalId: 'mrn-9' },
        },
      ],
      at(2),
    ),
  );
  await appendToLedger([prescribed('rx9', 'pat9', 'usr_demo_ana', 'mrn-9')]);
  await processAll();
  expect((await getPatient(ana(), 'photon:pat9', 'req')).recordId).toBeNull();
});

test("an email to a patient is in the directory's language for them, else in the clinic’s", async () => {
  const languageOf = async (id: string) =>
    (await inTenant({ tenantId: 'demo' }, (tx) => mailFacts(tx, 'demo', id)))?.locale;
  expect(await languageOf('osigu:rx1')).toBe('en');
  await importAs(pharmacist(), people);
  expect(await languageOf('osigu:rx1')).toBe('es');
  expect(await languageOf('osigu:rx2')).toBe('en');
});

test('two entries of the directory are not joined by one act, and the same request is one act', async () => {
  await importAs(pharmacist(), people);
  await expect(linkPatient(ana(), asking('osigu:pat1'), 'photon:pat3', 'One')).rejects.toMatchObject({
    code: 'linked-elsewhere',
  });
  const resend = asking('osigu:pat1');
  const first = await correctPatient(ana(), resend, { phone: '+502 7' });
  expect(await correctPatient(ana(), resend, { phone: '+502 7' })).toEqual(first);
  expect(await everyone.rows(`select 1 from "LedgerEvent" where "dedupeKey" = $1`, [resend.key])).toHaveLength(1);
});

test('a corrected address is the one on file, with its history, and the one that the prescription’s mails go to', async () => {
  const before = await getPatient(ana(), 'osigu:pat1', 'req');
  expect(before.address).toMatchObject({ value: 'lucia@exmaple.test', from: 'sender' });
  const { id } = await correctPatient(ana(), asking('osigu:pat1'), {
    email: 'Lucia@Example.test',
    reason: 'She spelled it',
  });
  const after = await getPatient(ana(), id, 'req');
  expect(after.address).toMatchObject({ value: 'lucia@example.test', from: 'directory' });
  expect(after.history.map(({ address, by }) => [address, by])).toEqual([
    ['Lucia@Example.test', 'Dr. Ana Solares'],
    ['lucia@exmaple.test', null],
  ]);
  expect(after.prescriptions[0]?.email).toMatchObject({ state: 'unknown', address: 'lucia@example.test' });
  const [task] = (await listFollowUps(ana(), { limit: 10 }, 'req')).items;
  expect(task).toMatchObject({ lane: 'not_delivered', mail: 'unsent', next: 'resend' });
  const live = await projected(everyone, 'demo');
  await rebuild(database.url);
  expect(await projected(everyone, 'demo')).toEqual(live);
});

test('of one person, what was not accepted yet takes the corrected address; what was accepted, what is over and a colleague’s stay', async () => {
  await appendToLedger([
    ...['rx5', 'rx6', 'rx7'].map((rx) => issued(rx, 'pat1', 'doc_demo_ana', 'Lucía')),
    issued('rx8', 'pat1', 'doc_demo_luis', 'Lucía'),
    delivered('rx6', 'lucia@old.test'),
    failed('rx8', 'lucia@exmaple.test'),
  ]);
  await processAll();
  await everyone.rows(`update "Prescription" set state = 'canceled' where id = 'osigu:rx7'`);
  await correctPatient(ana(), asking('osigu:pat1'), { email: 'lucia@example.test' });
  expect(await addresses()).toEqual({
    ...{ rx1: 'lucia@example.test', rx5: 'lucia@example.test', rx6: 'lucia@old.test', rx7: null },
    ...{ rx8: 'lucia@exmaple.test', rx2: null, rx3: null },
  });
  await correctPatient(pharmacist(), asking('osigu:pat1'), { email: 'lucia@third.test' });
  expect(await addresses()).toMatchObject({ rx1: 'lucia@third.test', rx8: 'lucia@third.test' });
});

test('an imported address is the one that mails go to, where nobody of the clinic typed another at the prescription', async () => {
  const typed = await requestResend(ana(), 'osigu:rx1', { email: 'lucia@typed.test' }, 'typed-key-of-tests', 'req');
  expect(typed.outboxId).not.toBe('');
  await importAs(pharmacist(), people);
  expect(await addresses()).toMatchObject({ rx1: 'lucia@typed.test', rx3: 'carla@example.test' });
  await importAs(pharmacist(), people.replace('carla@', 'carla.new@'));
  expect(await addresses()).toMatchObject({ rx3: 'carla.new@example.test' });
});

test('an address typed at a resend is the patient’s: of their entry and of the doctor’s other prescriptions, once however often it is pressed', async () => {
  await importAs(pharmacist(), people);
  await appendToLedger([
    issued('rx5', 'pat1', 'doc_demo_ana', 'Lucía'),
    issued('rx8', 'pat1', 'doc_demo_luis', 'Lucía'),
  ]);
  await processAll();
  const press = () => requestResend(ana(), 'osigu:rx1', { email: 'Lucia@New.test' }, 'new-key-of-tests', 'req');
  expect(await press()).toEqual(await press());
  expect(await addresses()).toMatchObject({ rx1: 'lucia@new.test', rx5: 'lucia@new.test', rx8: null });
  const person = await getPatient(ana(), 'osigu:pat1', 'req');
  expect(person.address).toMatchObject({ value: 'lucia@new.test' });
  expect(person.entry?.email?.value).toBe('lucia@new.test');
  expect(person.history[0]).toMatchObject({ by: 'Dr. Ana Solares' });
  const { person: offered } = await getResends(luis(), 'osigu:rx8', 'req');
  expect(offered).toBe('lucia@new.test');
  expect((await getResends(ana(), 'osigu:rx1', 'req')).person).toBeNull();
});

test('a doctor sees, corrects and links their own patients only; another tenant finds none; admins see nobody', async () => {
  expect((await ids(ana())).sort()).toEqual(['osigu:pat1', 'photon:pat3']);
  expect(await ids(luis())).toEqual(['osigu:pat2']);
  expect((await ids(pharmacist())).sort()).toEqual(['osigu:pat1', 'osigu:pat2', 'photon:pat3']);
  expect(await ids(stranger())).toEqual([]);
  await expect(getPatient(luis(), 'osigu:pat1', 'req')).rejects.toBeInstanceOf(Forbidden);
  await expect(getPatient(stranger(), 'osigu:pat1', 'req')).rejects.toBeInstanceOf(NotFound);
  await expect(correctPatient(luis(), asking('osigu:pat1'), { name: 'X' })).rejects.toBeInstanceOf(Forbidden);
  await expect(linkPatient(ana(), asking('osigu:pat1'), 'osigu:pat2', 'Not mine')).rejects.toBeInstanceOf(Forbidden);
  await expect(linkPatient(ana(), asking('osigu:pat1'), 'osigu:nobody', 'None')).rejects.toBeInstanceOf(NotFound);
  await expect(getPatient(luis(), 'osigu:pat1', 'req')).rejects.toBeInstanceOf(Forbidden);
  expect(await everyone.rows(`select 1 from "PatientRecord"`)).toEqual([]);
});

test('people are found by the directory’s words too, each once, by those whose patients they are', async () => {
  await importAs(pharmacist(), people);
  const found = async (account: Account, q: string) =>
    (await searchPatients(account, q, 'req')).items.map(({ name, email }) => [name?.value, email]);
  expect(await found(ana(), 'carla')).toEqual([['Carla Invented', 'c…@example.test']]);
  expect(await found(ana(), 'lucia')).toEqual([['Lucía Invented', 'l…@example.test']]);
  expect(await found(ana(), 'lucia@example.test')).toHaveLength(1);
  expect(await found(luis(), 'carla')).toEqual([]);
  expect(await found(stranger(), 'carla')).toEqual([]);
  const hits = (await search(ana(), 'carla', 'req')).items;
  expect(hits).toMatchObject(
    [{ kind: 'person', title: 'Carla Invented', href: /^\/patients\/dir%3A/ }].map(({ href: _, ...hit }) => hit),
  );
  expect((await search(admin(), 'carla', 'req')).items).toEqual([]);
});

test('who looked at whom is in the audit before it is answered', async () => {
  const [last] = await everyone.rows<{ seq: string }>('select coalesce(max(seq), 0) as seq from "AuditEntry"');
  const doctor = ana();
  await listPatients(doctor, { limit: 10 }, 'req');
  await getPatient(doctor, 'osigu:pat1', 'req');
  const lines = await everyone.rows(
    `select action, "subjectKind" as kind, "subjectId" as id from "AuditEntry" where "actorId" = $1 and seq > $2 order by seq`,
    [doctor.scope.userId, last?.seq],
  );
  // A patient without a name is in a list by an id only: that is no view of a person.
  expect(lines).toEqual([
    { action: 'record.listed', kind: 'patient', id: 'osigu:pat1' },
    { action: 'record.viewed', kind: 'patient', id: 'osigu:pat1' },
  ]);
});

test('products are imported and corrected; a code means one product', async () => {
  const csv = 'producto,unidad,código osigu,photon_code,punto de pedido\nInvented 5 mg,tablet,MED-7,med_7,40';
  const { digest } = await previewImport(admin(), 'products', csv, 'req');
  await applyImport(admin(), 'products', csv, digest, 'req');
  const [product] = (await listProducts(pharmacist(), { limit: 10 })).items;
  expect(product).toMatchObject({
    display: 'Invented 5 mg',
    codes: ['osigu:MED-7', 'photon:med_7'],
    reorderPoint: '40',
  });
  const change = (id: string | null, edit: Parameters<typeof changeProduct>[2]) =>
    changeProduct(pharmacist(), { id, key: `key-${++count}-for-tests`, requestId: 'req' }, edit);
  await expect(change(null, { display: 'Other', codes: ['osigu:MED-7'] })).rejects.toMatchObject({
    code: 'code-taken',
  });
  await change(product?.id ?? '', { codes: ['photon:med_7'], unit: null });
  await change(null, { display: 'Other', codes: ['osigu:MED-7'] });
  const after = (await listProducts(pharmacist(), { limit: 10 })).items;
  expect(after.map(({ display, codes, unit }) => [display, codes, unit])).toEqual(
    expect.arrayContaining([
      ['Invented 5 mg', ['photon:med_7'], null],
      ['Other', ['osigu:MED-7'], null],
    ]),
  );
});

test('a rebuild from the ledger makes the directory again, row for row', async () => {
  await importAs(pharmacist(), people);
  const { id } = await correctPatient(ana(), asking('osigu:pat1'), { phone: null, email: 'l@example.test' });
  await unlinkPatient(ana(), asking(id), 'osigu:pat1', 'Somebody else');
  await changeProduct(pharmacist(), { id: null, key: 'product-key-2', requestId: 'req' }, { display: 'X', codes: [] });
  const live = await projected(everyone, 'demo');
  await rebuild(database.url);
  expect(await projected(everyone, 'demo')).toEqual(live);
});
