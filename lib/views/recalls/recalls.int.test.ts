import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeRecall } from '#lib/commands/recalls/close-recall';
import { openRecall } from '#lib/commands/recalls/open-recall';
import { assignRecall, classifyRecall, logRecallContact } from '#lib/commands/recalls/recall-actions';
import { sendRecallLetters } from '#lib/commands/recalls/send-recall-letters';
import { settleRecallLetter } from '#lib/commands/recalls/settle-recall-letter';
import { quarantineLot, releaseLot } from '#lib/commands/stock/lot-actions';
import { inTenant } from '#lib/db/base/in-tenant';
import { rowId } from '#lib/domain/base/json/row-id';
import type { SendOutcome } from '#lib/domain/mail/outbox';
import { sendMessage } from '#lib/processing/mail/outbox';
import { rebuild } from '#lib/processing/replays/rebuild';
import { recallsTouching } from '#lib/views/follow-ups/recalls-touching';
import { todayNumbers } from '#lib/views/overview/pharmacy-today';
import { getLot } from '#lib/views/stock/lot-detail';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import {
  ago,
  back,
  give,
  happened,
  notice,
  own,
  type RecallStory,
  recallId,
  recallStory,
  request,
  secondsPerDay,
  sign,
} from '#scripts/testing/stories/recall-story';
import { matchPastedNotice } from './match-notice.ts';
import { recallCsv } from './recall-csv.ts';
import { getRecall } from './recall-detail.ts';
import { recallLog } from './recall-log.ts';
import { listRecallPeople } from './recall-people.ts';
import { countOpenRecalls, listRecalls } from './recalls.ts';

let story: RecallStory;
beforeAll(async () => {
  story = await recallStory();
});
afterAll(() => story.close());
afterEach(() => story.empty());

const as = (email: string) => story.as(email);
const marta = () => as('pharmacist@demo.test');
const all = { show: 'all', limit: 200 } as const;

const contact = (personId: string, outcome: 'reached' | 'no_answer' | 'given_up', note?: string) =>
  logRecallContact(marta(), recallId, { personId, outcome, note }, request());
const people = async (account = marta(), show: 'all' | 'late' | 'to_contact' | 'mine' = 'all') =>
  (await listRecallPeople(account, recallId, { ...all, show }, 'req_test')).items;

test("everyone who received the lot is on it, whatever came first, with the amount they probably still hold; another product's lot of that number is not", async () => {
  await happened(
    ...[
      give('d1', 'rx1', ago(10 * secondsPerDay)),
      sign('rx1'),
      notice(ago(500)),
      give('d2', 'rx2', ago(288)),
      sign('rx2', 'usr_demo_luis'),
    ],
    ...[
      give('d3', 'rx3', ago(5 * secondsPerDay), { stockItemId: 'stk_other' }),
      give('d4', 'rx4', ago(5 * secondsPerDay), { lotNumber: 'L-2' }),
    ],
  );
  const listed = await people();
  expect(listed.map(({ personId }) => personId)).toEqual(['medication:pat_rx2', 'medication:pat_rx1']);
  expect(listed[0]?.given[0]?.late).toEqual({ how: 'given', seconds: 212 });
  expect(listed[1]?.given[0]).toMatchObject({ quantity: '30', late: null });
  expect(Number(listed[1]?.holds?.quantity)).toBeLessThan(30);
  expect(await getRecall(marta(), recallId, 'req_test')).toMatchObject({
    ...{ recallClass: null, late: 1, toContact: 2, state: 'open' },
    stock: [{ lot: 'L-1', hold: 'recalled', named: true }],
    latecomers: [{ personId: 'medication:pat_rx2', arrival: { seconds: 212 } }],
  });
  const before = await people();
  await rebuild(story.url);
  expect(await people()).toEqual(
    before.map((row) => expect.objectContaining({ personId: row.personId, given: row.given })),
  );
});

test('one recall of several lots is one case; the same product at another place joins it', async () => {
  const received = (stockItemId: string, lotNumber: string) =>
    inventedEvent('medication.inventory.stock_received.v1', {
      data: { stockItemId, lotNumber, medicationCode: 'RxNorm|1', grnNumber: `g_${stockItemId}${lotNumber}` },
    });
  await happened(
    ...[received('stk_1', 'L-1'), received('stk_9', 'L-1'), notice(ago(500)), notice(ago(400), { lotNumber: 'L-2' })],
    ...[
      give('d1', 'rx1', ago(secondsPerDay)),
      give('d2', 'rx2', ago(secondsPerDay), { lotNumber: 'L-2' }),
      give('d3', 'rx3', ago(secondsPerDay), { stockItemId: 'stk_9' }),
    ],
  );
  const [only, ...others] = (await listRecalls(marta(), { limit: 50 })).items;
  expect(others).toEqual([]);
  expect(only?.lots.map(({ lot }) => lot)).toEqual(['L-1', 'L-2']);
  expect((await people()).length).toBe(3);
  expect(
    (await getRecall(marta(), recallId, 'req_test')).stock.map(({ stockItemId, lot, named }) => [
      stockItemId,
      lot,
      named,
    ]),
  ).toEqual([
    ['medication:stk_1', 'L-1', true],
    ['medication:stk_1', 'L-2', true],
    ['medication:stk_9', 'L-1', false],
  ]);
});

test('the lot is frozen wherever it lies, whenever that becomes known: it is released where it lies, and its doctors hear of it', async () => {
  const received = (stockItemId: string, medicationCode: string) =>
    inventedEvent('medication.inventory.stock_received.v1', {
      data: {
        stockItemId,
        lotNumber: 'L-1',
        medicationCode,
        quantity: 100,
        quantityUnit: 'tablet',
        grnNumber: stockItemId,
      },
    });
  await happened(
    ...[notice(ago(500)), sign('rx1'), sign('rx2', 'usr_demo_luis')],
    ...[give('d1', 'rx1', ago(secondsPerDay)), give('d2', 'rx2', ago(secondsPerDay), { stockItemId: 'stk_9' })],
  );
  const lot = (id: string) => getLot(marta(), rowId(`medication:${id}`, 'L-1'));
  const touching = (email: string) =>
    inTenant(as(email).scope, async (tx) =>
      (await recallsTouching(tx, as(email))).map(({ prescriptionId }) => prescriptionId),
    );
  expect(await lot('stk_9')).toMatchObject({ hold: 'free', recall: null });
  expect(await touching('doctor2@demo.test')).toEqual([]);

  await happened(received('stk_1', 'RxNorm|1'), received('stk_9', 'RxNorm|1'), received('stk_8', 'RxNorm|2'));
  expect(await lot('stk_9')).toMatchObject({ hold: 'recalled', recall: { id: recallId, closed: false } });
  expect(await lot('stk_8')).toMatchObject({ hold: 'free', recall: null });
  expect((await getRecall(marta(), recallId, 'req_test')).stock.map(({ hold }) => hold)).toEqual([
    'recalled',
    'recalled',
  ]);
  expect(await touching('doctor2@demo.test')).toEqual(['medication:rx2']);
  const hold = (act: typeof quarantineLot, id: string) =>
    act(marta(), rowId(`medication:${id}`, 'L-1'), 'Looked at it', request().key, 'req_test');
  await expect(hold(quarantineLot, 'stk_9')).rejects.toMatchObject({ code: 'held' });
  await hold(releaseLot, 'stk_1');
  expect([(await lot('stk_1')).hold, (await lot('stk_9')).hold]).toEqual(['free', 'recalled']);
  await hold(releaseLot, 'stk_9');
  expect((await lot('stk_9')).hold).toBe('free');
});

test('each number counts exactly the rows behind it, and a case closes only when all is done', async () => {
  await happened(
    sign('rx1'),
    sign('rx2'),
    sign('rx3'),
    give('d1', 'rx1', ago(9 * secondsPerDay)),
    give('d2', 'rx2', ago(8 * secondsPerDay)),
    give('d3', 'rx3', ago(7 * secondsPerDay)),
    notice(ago(300)),
  );
  await contact('medication:pat_rx1', 'no_answer');
  await contact('medication:pat_rx1', 'reached');
  await expect(contact('medication:pat_rx2', 'given_up')).rejects.toMatchObject({ status: 422 });
  await expect(contact('medication:pat_stranger', 'reached')).rejects.toMatchObject({ status: 422 });
  await contact('medication:pat_rx2', 'given_up', 'Moved abroad');
  const close = () => closeRecall(marta(), recallId, 'Sent back to the supplier', request());
  await expect(close()).rejects.toMatchObject({ status: 409, code: 'not-yet' });
  await happened(back('d3', 30));
  const detail = await getRecall(marta(), recallId, 'req_test');
  expect(detail.counts).toMatchObject({ people: 3, contacted: 1, givenUp: 1, broughtBack: 1, returnsUndecided: 1 });
  for (const [show, count] of [
    ['to_contact', 0],
    ['contacted', 1],
    ['given_up', 1],
    ['brought_back', 1],
    ['late', 0],
  ] as const)
    expect([show, (await listRecallPeople(marta(), recallId, { show, limit: 50 }, 'req_test')).items.length]).toEqual([
      show,
      count,
    ]);
  await expect(close()).rejects.toMatchObject({ code: 'not-yet' });
  await own('scriptline.return.disposed', {
    returnId: 'medication:ret_d3',
    disposition: 'destroy',
    stockItemId: 'medication:stk_1',
    lotNumber: 'L-1',
    quantity: 30,
    quantityUnit: 'tablet',
  });
  await own('scriptline.stock.counted', {
    stockItemId: 'medication:stk_1',
    lotNumber: 'L-1',
    quantity: 0,
    quantityUnit: 'tablet',
    bucket: 'usable',
    expected: -90,
    reason: 'Recall',
  });
  await close();
  expect(await getRecall(marta(), recallId, 'req_test')).toMatchObject({
    ...{ state: 'closed', closing: { people: 3, contacted: 1, givenUp: 1, broughtBack: 1, since: 0 } },
    steps: expect.arrayContaining([{ step: 'closed', done: true }]),
  });
  await expect(close()).rejects.toMatchObject({ code: 'closed' });
  expect((await listRecalls(marta(), { state: 'open', limit: 50 })).items).toEqual([]);
  expect((await todayNumbers(marta())).recalls.count).toBe(0);
  expect((await recallLog(marta(), recallId, { limit: 50 }, 'req_test')).items.map(({ title }) => title)).toContain(
    'Recall closed: 3 people',
  );
});

test('whoever is shown with a name or a number is in the audit as a person, with or without a prescription; the log of calls too', async () => {
  await happened(
    give('d1', 'rx1', ago(9 * secondsPerDay), { prescriptionId: null, patientId: 'pat_bare' }),
    give('d2', 'rx2', ago(8 * secondsPerDay), { patientId: 'pat_two' }),
    give('d3', 'rx3', ago(7 * secondsPerDay), { patientId: 'pat_two' }),
    give('d4', 'rx4', ago(6 * secondsPerDay), { patientId: 'pat_unnamed' }),
    notice(ago(300)),
    give('d5', 'rx5', ago(100), { prescriptionId: null, patientId: 'pat_late' }),
  );
  await story.everyone.rows(
    `insert into "Patient" ("tenantId", id, registers) select 'demo', 'medication:' || id, jsonb_build_object('firstName', jsonb_build_object('v', id))
     from unnest(array['pat_bare', 'pat_two', 'pat_late']) id`,
  );
  const session = (sessionId: string) => ({ ...marta(), sessionId });
  const lines = async (requestId: string) =>
    (
      await story.everyone.rows<{ line: string }>(
        `select "subjectKind" || ' ' || "subjectId" as line from "AuditEntry" where "requestId" = $1 and action = 'record.listed' order by 1`,
        [requestId],
      )
    ).map(({ line }) => line);
  const named = ['patient medication:pat_bare', 'patient medication:pat_late', 'patient medication:pat_two'];
  await listRecallPeople(session('people'), recallId, { ...all }, 'req_people');
  expect(await lines('req_people')).toEqual(named);
  await getRecall(session('detail'), recallId, 'req_detail');
  expect(await lines('req_detail')).toEqual(['patient medication:pat_late']);
  await contact('medication:pat_unnamed', 'no_answer', 'Said to write to pat@example.test');
  const log = await recallLog(session('log'), recallId, { limit: 50 }, 'req_log');
  expect(await lines('req_log')).toEqual(['patient medication:pat_unnamed']);
  expect(JSON.stringify(log)).toContain('Said to write to …@example.test');
});

test('what comes after the closing opens the case again and says so; it closes again once that person is reached', async () => {
  await happened(give('d1', 'rx1', ago(9 * secondsPerDay)), notice(ago(300)));
  await contact('medication:pat_rx1', 'reached');
  await own('scriptline.stock.counted', {
    ...{ stockItemId: 'medication:stk_1', lotNumber: 'L-1', quantity: 0, quantityUnit: 'tablet', bucket: 'usable' },
    ...{ expected: -30, reason: 'Recall' },
  });
  const close = () => closeRecall(marta(), recallId, 'Sent back', request());
  const standing = async () => {
    const { state, reopened, toContact, closing } = await getRecall(marta(), recallId, 'req_test');
    const listed = (await listRecalls(marta(), { state, limit: 50 })).items.map(({ id }) => id);
    const { recalls } = await todayNumbers(marta());
    return { state, reopened, toContact, since: closing?.since, listed, today: recalls.count };
  };
  await close();
  const closed = { state: 'closed', reopened: false, toContact: 0, since: 0, listed: [recallId], today: 0 };
  expect(await standing()).toEqual(closed);
  await happened(give('d2', 'rx2', ago(4 * secondsPerDay)));
  const open = { state: 'open', reopened: true, toContact: 1, since: 1, listed: [recallId], today: 1 };
  expect(await standing()).toEqual(open);
  await expect(close()).rejects.toMatchObject({ code: 'not-yet' });
  await rebuild(story.url);
  expect(await standing()).toEqual(open);
  await contact('medication:pat_rx2', 'reached');
  expect(await standing()).toEqual({ ...open, toContact: 0 });
  await close();
  expect(await standing()).toEqual(closed);
});

test('a person who receives the lot after they were reached has to be reached again', async () => {
  await happened(give('d1', 'rx1', ago(9 * secondsPerDay)), notice(ago(300)));
  await own('scriptline.recall.contact_logged', { recallId, personId: 'medication:pat_rx1', outcome: 'reached' }, 120);
  expect(await people(marta(), 'to_contact')).toEqual([]);
  await happened(give('d2', 'rx1', ago(60)));
  expect(await people(marta(), 'to_contact')).toMatchObject([{ outcome: 'reached', again: true }]);
  await contact('medication:pat_rx1', 'reached');
  expect(await people(marta(), 'to_contact')).toEqual([]);
});

test('opened by hand: frozen at once; the same lot is not opened twice; further lots join; class and people are set', async () => {
  await happened(give('d1', 'rx1', ago(secondsPerDay)), give('d2', 'rx2', ago(secondsPerDay), { lotNumber: 'L-2' }));
  const lots = [{ stockItemId: 'medication:stk_1', lotNumber: 'l–1' }];
  const asked = request();
  const { id } = await openRecall(marta(), { lots, reason: 'Named in a notice' }, asked.key, 'req_test');
  expect(await openRecall(marta(), { lots, reason: 'Named in a notice' }, asked.key, 'req_test')).toEqual({ id });
  await expect(openRecall(marta(), { lots, reason: 'Again' }, request().key, 'req_test')).rejects.toMatchObject({
    code: 'already-open',
  });
  await openRecall(
    marta(),
    { recallId: id, lots: [{ stockItemId: 'medication:stk_1', lotNumber: 'L-2' }], reason: 'More of it' },
    request().key,
    'req_test',
  );
  await classifyRecall(marta(), id, { recallClass: 'I' }, request());
  await classifyRecall(marta(), id, { depth: 'patient' }, request());
  const to = as('pharmacist2@demo.test').scope.userId;
  await assignRecall(marta(), id, { userId: to, people: ['medication:pat_rx1'] }, request());
  await assignRecall(marta(), id, { userId: to }, request());
  await expect(
    assignRecall(marta(), id, { userId: as('doctor@demo.test').scope.userId }, request()),
  ).rejects.toMatchObject({ status: 422 });
  expect(await getRecall(as('pharmacist2@demo.test'), id, 'req_test')).toMatchObject({
    ...{ recallClass: 'I', depth: 'patient', byHand: true, mine: 1, owner: { id: to } },
    stock: [
      { lot: 'L-1', hold: 'recalled' },
      { lot: 'L-2', hold: 'recalled' },
    ],
    counts: { people: 2 },
  });
});

test('a doctor reads the recalls that affect their patients, and of them only their own; another tenant finds none', async () => {
  await happened(
    sign('rx1'),
    sign('rx2', 'usr_demo_luis'),
    give('d1', 'rx1', ago(secondsPerDay)),
    give('d2', 'rx2', ago(secondsPerDay)),
    notice(ago(300)),
  );
  expect((await people(as('doctor@demo.test'))).map(({ personId }) => personId)).toEqual(['medication:pat_rx1']);
  expect((await listRecalls(as('doctor2@demo.test'), { limit: 50 })).items).toMatchObject([{ counts: { people: 1 } }]);
  await expect(getRecall(as('pharmacist@other.test'), recallId, 'req_test')).rejects.toMatchObject({ status: 404 });
  await happened(notice(ago(200), { recallId: 'rcl_2', lotNumber: 'L-7' }));
  await expect(getRecall(as('doctor@demo.test'), 'medication:rcl_2', 'req_test')).rejects.toMatchObject({
    status: 403,
  });
});

test('a doctor with more recalled prescriptions than are read at a time has all of them in the lane, and none of closed cases', async () => {
  await happened(
    ...[sign('rx1'), give('d1', 'rx1', ago(9 * secondsPerDay)), notice(ago(300))],
    ...[sign('rx2'), give('d2', 'rx2', ago(9 * secondsPerDay), { lotNumber: 'L-2' })],
    notice(ago(300), { recallId: 'rcl_2', lotNumber: 'L-2' }),
  );
  const copies = (table: string, row: string, prefix: string, more: string) =>
    story.everyone.rows(
      `insert into "${table}" select (jsonb_populate_record(t, jsonb_build_object(${more}))).* from "${table}" t, generate_series(1, 600) n where t.id = $1`,
      [`${prefix}${row}`],
    );
  for (const [dispense, prescription, letter] of [
    ['d1', 'rx1', 'a'],
    ['d2', 'rx2', 'z'],
  ] as const) {
    await copies('Prescription', prescription, 'medication:', `'id', 'medication:${letter}' || n`);
    await copies(
      'Dispense',
      dispense,
      'medication:',
      `'id', 'medication:${letter}d' || n, 'prescriptionId', 'medication:${letter}' || n, 'registers',
        jsonb_set(t.registers, '{prescriptionId,v}', to_jsonb('medication:${letter}' || n))`,
    );
  }
  const lane = () =>
    inTenant(as('doctor@demo.test').scope, async (tx) => (await recallsTouching(tx, as('doctor@demo.test'))).length);
  expect(await lane()).toBe(1_202);
  await own('scriptline.recall.closed', {
    ...{ recallId, people: 601, contacted: 601, givenUp: 0, broughtBack: 0, lots: 1, stock: 'Sent back' },
  });
  await own('scriptline.recall.contact_logged', { recallId, personId: 'medication:pat_rx1', outcome: 'reached' }, 30);
  expect(await lane()).toBe(601);
});

test('a letter goes to whoever has an address, once', async () => {
  await happened(
    sign('rx1'),
    sign('rx2'),
    give('d1', 'rx1', ago(secondsPerDay)),
    give('d2', 'rx2', ago(secondsPerDay)),
    notice(ago(300)),
  );
  await own('scriptline.patient.recorded', {
    recordId: 'dir:one',
    name: 'Elena Prado',
    email: 'elena@example.com',
    phone: '555 0100',
  });
  await own('scriptline.patient.linked', {
    patientId: 'medication:pat_rx1',
    recordId: 'dir:one',
    basis: 'person',
    note: 'She said so',
  });
  expect((await people()).map(({ reach }) => [reach.email, reach.phone, reach.linked])).toEqual(
    expect.arrayContaining([
      ['elena@example.com', '555 0100', true],
      [null, null, false],
    ]),
  );
  expect(await sendRecallLetters(marta(), recallId, {}, request())).toEqual({ queued: 1, withoutEmail: 1 });
  expect(await sendRecallLetters(marta(), recallId, {}, request())).toEqual({ queued: 0, withoutEmail: 1 });
  expect(await story.everyone.rows('select address, purpose from "OutboxMessage"')).toEqual([
    { address: 'elena@example.com', purpose: 'recall_letter' },
  ]);
  expect((await people()).map(({ letter }) => letter)).toEqual(expect.arrayContaining(['queued', null]));
});

test.each(['ana@example.com, eva@example.org', 'family: ana@example.com, eva@example.org;', 'ana <ana@example.com>'])(
  'no letter goes to %j: the line of the person says that it is no usable address',
  async (email) => {
    await happened(sign('rx1'), give('d1', 'rx1', ago(2 * secondsPerDay)), notice(ago(300)));
    await own('scriptline.patient.recorded', { recordId: 'dir:one', name: 'Elena Prado', email });
    await own('scriptline.patient.linked', {
      patientId: 'medication:pat_rx1',
      recordId: 'dir:one',
      basis: 'person',
      note: 'Said so',
    });
    expect((await people()).map(({ reach }) => [reach.email, reach.unusableEmail])).toEqual([[null, email]]);
    expect(await sendRecallLetters(marta(), recallId, {}, request())).toEqual({ queued: 0, withoutEmail: 1 });
    expect(await story.everyone.rows('select 1 from "OutboxMessage"')).toEqual([]);
  },
);

test('a person with an address gets a letter, though no source names the prescription; it names the lots that they received', async () => {
  const whole = give('d2', null, ago(secondsPerDay), { patientId: 'pat_none', lotNumber: null });
  await happened(
    ...[
      sign('rx1'),
      give('d1', 'rx1', ago(2 * secondsPerDay)),
      give('d3', null, ago(secondsPerDay), { patientId: 'pat_rx1' }),
      whole,
    ],
    notice(ago(300), { lotNumber: null }),
  );
  for (const [patient, name] of [
    ['medication:pat_rx1', 'one'],
    ['medication:pat_none', 'two'],
  ] as const) {
    const recordId = `dir:${name}`;
    await own('scriptline.patient.recorded', { recordId, name: 'Elena Prado', email: `${name}@example.com` });
    await own('scriptline.patient.linked', { patientId: patient, recordId, basis: 'person', note: 'Said so' });
  }
  expect(await sendRecallLetters(marta(), recallId, {}, request())).toEqual({ queued: 2, withoutEmail: 0 });
  const put = await story.everyone.rows<{ id: string; prescriptionId: string | null; lots: string[] }>(
    `select id, "prescriptionId", content->'lots' as lots from "OutboxMessage" order by address`,
  );
  expect(put.map(({ prescriptionId, lots }) => [prescriptionId, lots])).toEqual([
    ['medication:rx1', ['L-1']],
    [null, []],
  ]);
  const sent: unknown[] = [];
  for (const { id } of put) {
    await story.everyone.rows(`update "OutboxMessage" set "nextAttemptAt" = now() where id = $1`, [id]);
    await sendMessage(
      { tenantId: 'demo', id },
      {
        ...{ policy: { baseSeconds: 1, capSeconds: 60 }, leaseSeconds: 30 },
        transport: async (parcel) => {
          if ('mail' in parcel) sent.push([parcel.mail.to, parcel.mail.from.name !== '']);
          return { outcome: 'accepted', reply: '250 ok' };
        },
      },
    );
  }
  expect(sent).toEqual([
    ['one@example.com', true],
    ['two@example.com', true],
  ]);
  expect((await people()).map(({ letter }) => letter)).toEqual(['accepted', 'accepted']);
});

test('a letter that may have been sent is settled by a person, on the case; another goes out only after one that did not', async () => {
  await happened(sign('rx1'), give('d1', 'rx1', ago(secondsPerDay)), notice(ago(300)));
  await own('scriptline.patient.recorded', { recordId: 'dir:two', name: 'Elena Prado', email: 'elena@example.com' });
  await own('scriptline.patient.linked', { patientId: 'medication:pat_rx1', recordId: 'dir:two', basis: 'person' });
  const letter = async () => (await people())[0]?.letter;
  const press = async () => (await sendRecallLetters(marta(), recallId, {}, request())).queued;
  const send = async (outcome: SendOutcome) => {
    const [due] = await story.everyone.rows<{ id: string }>(`select id from "OutboxMessage" where state = 'queued'`);
    const policy = { baseSeconds: 1, capSeconds: 60 };
    await sendMessage(
      { tenantId: 'demo', id: due?.id ?? '' },
      { policy, leaseSeconds: 30, transport: async () => outcome },
    );
  };
  const settle = (outcome: 'sent' | 'not-sent') =>
    settleRecallLetter(marta(), recallId, { personId: 'medication:pat_rx1', outcome }, request());
  expect(await press()).toBe(1);
  await expect(settle('sent')).rejects.toMatchObject({ code: 'settled' });
  await send({ outcome: 'uncertain', reply: 'The line broke' });
  expect([await letter(), await press()]).toEqual(['uncertain', 0]);
  await settle('not-sent');
  await expect(settle('not-sent')).rejects.toMatchObject({ code: 'settled' });
  expect([await letter(), await press()]).toEqual(['failed', 1]);
  await send({ outcome: 'accepted', reply: '250 ok' });
  expect([await letter(), await press()]).toEqual(['accepted', 0]);
  expect((await people())[0]?.contacts.map(({ outcome, by }) => [outcome, by])).toEqual([
    ...[
      ['letter_accepted', null],
      ['letter_queued', 'Marta Quiroa'],
      ['letter_failed', 'Marta Quiroa'],
    ],
    ...[
      ['letter_uncertain', null],
      ['letter_queued', 'Marta Quiroa'],
    ],
  ]);
});

test('a pasted notice: what is matched, what is only alike, what is not held; nothing is opened by it', async () => {
  await happened(
    give('d1', 'rx1', ago(secondsPerDay), { lotNumber: '90A024' }),
    give('d2', 'rx2', ago(secondsPerDay), { lotNumber: '9OA026' }),
  );
  const answer = await matchPastedNotice(marta(), 'a) 90A024, 90A026, Exp 09/13; b) 91B001');
  expect(answer.lots).toEqual(['90A024', '90A026', '91B001']);
  expect(answer.matches.map(({ lot, verdict }) => [lot, verdict])).toEqual([
    ['90A024', 'matched'],
    ['9OA026', 'ambiguous'],
  ]);
  expect(answer.notHeld).toContain('91B001');
  expect((await listRecalls(marta(), { limit: 50 })).items).toEqual([]);
});

test('a pasted notice says which lots it names as not affected, and a word in its reason frees no lot', async () => {
  await happened(give('d1', 'rx1', ago(secondsPerDay), { lotNumber: '90A024' }));
  const reason = 'The firm cannot at this time exclude the potential for more tablets below specification.';
  const answer = await matchPastedNotice(marta(), `${reason}\nLot: 90A024\nLots not affected: 90A026`);
  expect(answer.matches.map(({ lot, verdict }) => [lot, verdict])).toEqual([['90A024', 'matched']]);
  expect(answer.notAffected).toEqual(['90A026']);
});

test('10,000 people on one recall: the first page and the case open at once, and the export is complete', async () => {
  await happened(sign('rx1'), give('d1', 'rx1', ago(9 * secondsPerDay)), notice(ago(300)));
  await story.everyone.rows(`insert into "Dispense" select (jsonb_populate_record(d, jsonb_build_object('id', 'medication:c' || n, 'patientId', 'medication:c' || n,
    'dispensedAt', d."dispensedAt" - n * interval '1 second'))).* from "Dispense" d, generate_series(1, 9999) n where d.id = 'medication:d1'`);
  await story.everyone.rows('analyze "Dispense"');
  const began = performance.now();
  const page = await listRecallPeople(marta(), recallId, { show: 'all', limit: 50 }, 'req_test');
  const opened = performance.now();
  expect((await getRecall(marta(), recallId, 'req_test')).counts.people).toBe(10_000);
  const read = performance.now();
  expect(page.items.length).toBe(50);
  process.stdout.write(
    `10,000 people: first page ${Math.round(opened - began)} ms, the case ${Math.round(read - opened)} ms\n`,
  );
  expect(opened - began).toBeLessThan(10_000);
  const csv = await (await recallCsv(marta(), recallId, 'all', 'req_test')).text();
  expect(csv.trim().split('\n').length).toBe(10_001);
  expect(new Set(csv.split('\n').map((line) => line.split(',')[0])).size).toBe(10_002);
  const numbers = { people: 10_000, contacted: 10_000, givenUp: 0, broughtBack: 0, lots: 1 };
  await own('scriptline.recall.closed', { recallId, ...numbers, stock: 'Sent back' });
  const startedAt = performance.now();
  expect(await countOpenRecalls(marta())).toEqual({ count: 1 });
  process.stdout.write(
    `10,000 people of a closed case looked through: ${Math.round(performance.now() - startedAt)} ms\n`,
  );
}, 60_000);
