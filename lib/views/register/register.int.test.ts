import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { countersignDispense } from '#lib/commands/dispenses/countersign-dispense';
import { correctRegister } from '#lib/commands/register/correct-register';
import type { RegisterRow } from '#lib/contract/register/register';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { listDispenses } from '#lib/views/dispenses/dispense-list';
import { demoAccounts } from '#prisma/demo';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
import { readRegister, registerSubstances } from './register.ts';
import { registerCsv } from './register-csv.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let accounts: ReadonlyMap<string, Account>;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  const users = await everyone.rows<{ id: string; email: string }>('select id, email from "User"');
  accounts = new Map(
    demoAccounts.map(({ email, name, tenantId, role, inCharge, prescriberIds }) => {
      const userId = users.find((user) => user.email === email)?.id ?? '';
      const scope = { tenantId, userId, role, inCharge, prescriberIds };
      return [email, { scope, sessionId: email, name, email, tenantName: '', timeZone: 'UTC', locale: 'en' }] as const;
    }),
  );
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});
afterEach(() => emptyLedger(everyone));

function as(email: string): Account {
  const account = accounts.get(email);
  if (!account) throw new Error(`no account ${email}`);
  return account;
}
const marta = () => as('pharmacist@demo.test');
const ivan = () => as('pharmacist2@demo.test');
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const item = { stockItemId: 'stk_m', lotNumber: 'A-1', quantityUnit: 'tablet' };
const morphine = { ...item, medicationCode: 'MORPH', medicationDisplay: 'Morphine 10 MG Oral Tablet' };
const received = (minutes: number, quantity: number, data: JsonObject = {}) =>
  inventedEvent('medication.inventory.stock_received.v1', {
    time: minutesAgo(minutes),
    data: { ...morphine, quantity, receivedAt: minutesAgo(minutes), grnNumber: `grn-${minutes}`, ...data },
  });
const dispensed = (id: string, minutes: number, dispensedQuantity: number, data: JsonObject = {}) =>
  inventedEvent('medication.controlled_substance.dispensed.v1', {
    time: minutesAgo(minutes),
    data: {
      ...{ ...morphine, dispenseId: id, prescriptionId: `rx_${id}`, schedule: 'II', dispensedQuantity },
      ...{ pharmacistId: 'usr_demo_pharma', counterSignId: null, ...data },
    },
  });

async function sent(...events: readonly JsonObject[]): Promise<void> {
  await keep(...events);
  await processAll();
}

const printedRow = ({ id, before, after, gaps }: RegisterRow) => `${id} ${before} → ${after} ${gaps.join()}`.trimEnd();
const read = (more: Partial<Parameters<typeof readRegister>[1]> = {}) =>
  readRegister(marta(), { substance: 'MORPH', limit: 50, ...more }, 'req');

test('a page runs in the order of the facts, page after page, and a late dispense takes its own place', async () => {
  await sent(received(60, 100), dispensed('d1', 50, 10), dispensed('d2', 30, 20));
  await sent(dispensed('late', 40, 5));
  const whole = (await read()).items;
  expect(whole.map(printedRow)).toEqual([
    'dispense:medication:d2 85 → 65',
    'dispense:medication:late 90 → 85',
    'dispense:medication:d1 100 → 90',
    expect.stringMatching(/^receipt:\S+ 0 → 100$/),
  ]);
  const first = await read({ limit: 1 });
  const second = await read({ limit: 2, cursor: first.nextCursor ?? '' });
  expect([...first.items, ...second.items]).toEqual(whole.slice(0, 3));
  expect((await read({ from: minutesAgo(45), to: minutesAgo(35) })).items.map(printedRow)).toEqual([
    'dispense:medication:late 90 → 85',
  ]);
  expect((await registerSubstances(marta(), {})).items).toMatchObject([
    {
      substance: 'MORPH',
      schedule: 'II',
      balances: [{ unit: 'tablet', quantity: '65' }],
      missing: 3,
      self: 0,
      late: 0,
    },
  ]);
});

test('each person whom the register names is in the audit: by their prescription, or as a person where the dispense has none', async () => {
  const bare = { prescriptionId: null, patientId: 'pat_bare' };
  await sent(
    received(60, 100),
    dispensed('d1', 50, 10, { patientId: 'pat_named' }),
    dispensed('d2', 40, 10, bare),
    dispensed('d3', 30, 10, { prescriptionId: null, patientId: 'pat_nameless' }),
  );
  await everyone.rows(
    `insert into "Patient" ("tenantId", id, registers) select 'demo', 'medication:' || id, jsonb_build_object('firstName', jsonb_build_object('v', id))
     from unnest(array['pat_named', 'pat_bare']) id`,
  );
  await readRegister({ ...marta(), sessionId: 'audit' }, { substance: 'MORPH', limit: 50 }, 'req_register');
  const lines = await everyone.rows(
    `select "subjectKind" as kind, "subjectId" as id from "AuditEntry" where "requestId" = 'req_register' order by 1`,
  );
  expect(lines).toEqual([
    { kind: 'patient', id: 'medication:pat_bare' },
    { kind: 'prescription', id: 'medication:rx_d1' },
  ]);
});

test('what has no stock item or no quantity is there, and says so; another substance never mixes with it', async () => {
  await sent(
    received(60, 10),
    dispensed('placeless', 50, 4, { stockItemId: null, lotNumber: null }),
    dispensed('unmeasured', 40, 0, { dispensedQuantity: null }),
    dispensed('other', 30, 7, { stockItemId: 'stk_f', medicationCode: 'FENT', medicationDisplay: 'Fentanyl' }),
  );
  expect((await read()).items.map(printedRow)).toEqual([
    'dispense:medication:unmeasured 6 → 6 unmeasured',
    'dispense:medication:placeless 10 → 6 unplaced',
    expect.stringMatching(/^receipt:\S+ 0 → 10$/),
  ]);
  expect((await read({ substance: 'FENT' })).items.map(printedRow)).toEqual([
    'dispense:medication:other 0 → -7 negative',
  ]);
  const { items } = await registerSubstances(marta(), {});
  expect(items.map(({ substance, balances }) => [substance, balances[0]?.quantity])).toEqual([
    ['MORPH', '6'],
    ['FENT', '-7'],
  ]);
});

test('in the register’s file a balance below zero is a number, and what a sender wrote is never a formula', async () => {
  await sent(dispensed('short', 30, 7, { medicationDisplay: '-7 @home', lotNumber: '=L1' }));
  const [head = '', line = ''] = (await (await registerCsv(marta(), {}, 'req')).text()).split('\n');
  const cells = line.split(',');
  const cellOf = (column: string) => cells[head.split(',').indexOf(column)];
  expect(['out', 'before', 'after', 'medicine', 'lot'].map(cellOf)).toEqual(['7', '0', '-7', "'-7 @home", "'=L1"]);
});

test('a correction is a new entry that moves the stock; what it corrects stays as it is', async () => {
  await sent(received(60, 10), dispensed('d1', 50, 3));
  const corrects = 'dispense:medication:d1';
  const correction = {
    stockItemId: 'medication:stk_m',
    lotNumber: 'a1',
    quantity: '-2',
    quantityUnit: 'tablet',
    corrects,
  };
  await correctRegister(marta(), { ...correction, reason: 'two were broken' }, 'key-correct', 'req');
  await correctRegister(marta(), { ...correction, reason: 'two were broken' }, 'key-correct', 'req');
  const { items } = await read();
  expect(items.map(printedRow).slice(0, 2)).toEqual(['correction:key-correct 7 → 5', 'dispense:medication:d1 10 → 7']);
  expect(items[0]).toMatchObject({ corrects, note: 'two were broken', by: { name: 'Marta Quiroa' } });
  expect((await registerSubstances(marta(), {})).items[0]?.balances).toEqual([{ unit: 'tablet', quantity: '5' }]);
  const nobodys = { ...correction, stockItemId: 'medication:stk_none', reason: 'nothing of ours' };
  await expect(correctRegister(marta(), nobodys, 'key-none', 'req')).rejects.toMatchObject({ status: 404 });
});

test('another pharmacist countersigns: never the dispenser, never a second time, and the same request once', async () => {
  await sent(received(60, 10), dispensed('d1', 50, 3));
  const id = 'medication:d1';
  await expect(countersignDispense(marta(), id, 'key-own-1', 'req')).rejects.toMatchObject({ status: 403 });
  expect((await read()).items[0]).toMatchObject({
    countersign: { state: 'missing', late: false },
    mayCountersign: false,
  });
  await countersignDispense(ivan(), id, 'key-ivan-1', 'req');
  await countersignDispense(ivan(), id, 'key-ivan-1', 'req');
  await expect(countersignDispense(ivan(), id, 'key-ivan-2', 'req')).rejects.toMatchObject({ code: 'countersigned' });
  expect((await read()).items[0]).toMatchObject({
    countersign: { state: 'done', late: false, by: { name: 'Iván Barrera' } },
    by: { name: 'Marta Quiroa' },
  });
  const audit = await everyone.rows(`select action from "AuditEntry" where action = 'dispense.countersigned'`);
  expect(audit).toHaveLength(1);
});

test('two who countersign at the same moment: one signs', async () => {
  await sent(dispensed('d1', 50, 3, { pharmacistId: 'usr_unknown' }));
  const both = [
    countersignDispense(ivan(), 'medication:d1', 'key-both-1', 'r'),
    countersignDispense(marta(), 'medication:d1', 'key-both-2', 'r'),
  ];
  const settled = await Promise.allSettled(both);
  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a self-countersign and a late one are shown as such; an unknown dispenser is compared by id only', async () => {
  await sent(
    dispensed('self', 3000, 1, { counterSignId: 'usr_demo_pharma' }),
    dispensed('late', 2900, 1, { pharmacistId: 'usr_unknown' }),
  );
  const { items } = await readRegister(ivan(), { substance: 'MORPH', limit: 9 }, 'req');
  expect(
    items.map(({ countersign, mayCountersign, byIdOnly }) => [
      countersign?.state,
      countersign?.late,
      mayCountersign,
      byIdOnly,
    ]),
  ).toEqual([
    ['missing', true, true, true],
    ['self', true, true, false],
  ]);
});

test('the missing, self- and late countersigns of a substance are as many as the dispenses that each number opens', async () => {
  const days = 24 * 60;
  await sent(
    ...[received(9 * days, 100), dispensed('m1', 50, 1), dispensed('m2', 5 * days, 1)],
    ...[dispensed('s1', 40, 1, { counterSignId: 'usr_demo_pharma' })],
    ...[dispensed('s2', 6 * days, 1, { counterSignId: 'usr_demo_pharma' })],
    ...[dispensed('done', 30, 1, { counterSignId: 'usr_demo_pharma2' })],
    dispensed('placeless', 4 * days, 1, { stockItemId: null, lotNumber: null }),
    dispensed('other', 20, 7, { stockItemId: 'stk_f', medicationCode: 'FENT', medicationDisplay: 'Fentanyl' }),
  );
  const { items } = await registerSubstances(marta(), {});
  const counted = items.map(({ substance, missing, self, late }) => [substance, missing, self, late]);
  expect(counted).toEqual([
    ['MORPH', 3, 2, 3],
    ['FENT', 1, 0, 0],
  ]);
  const rows = async (substance: string, countersign: 'missing' | 'self' | 'late') =>
    (await listDispenses(marta(), { substance, countersign, limit: 50 }, 'req')).items.length;
  for (const { substance, missing, self, late } of items)
    expect([await rows(substance, 'missing'), await rows(substance, 'self'), await rows(substance, 'late')]).toEqual([
      missing,
      self,
      late,
    ]);
});
