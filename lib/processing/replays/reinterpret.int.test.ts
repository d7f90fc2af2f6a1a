import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeReplayState } from '#lib/commands/replays/run-replay';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { NewEvent } from '#lib/db/ledger/new-event';
import type { Account } from '#lib/domain/access/account';
import { type Change, isChange } from '#lib/domain/ledger/change';
import type { KeptRow, Meaning } from '#lib/domain/ledger/meaning';
import { interpretRow } from '#lib/events/interpret-row';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { difference, everyRow, predictedRows } from '#scripts/testing/every-row';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { asWorker, processAll } from '#scripts/testing/processing';
import { begun, previewed, ran } from '#scripts/testing/replays';
import { nastyHistory } from '#scripts/testing/stories/nasty-history';
import { projected } from '#scripts/testing/stories/projected';
import { richHistory } from '#scripts/testing/stories/rich-history';
import { rebuild } from './rebuild.ts';
import { runReplays } from './replay-run.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let admin: Account;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  admin = (await accountsOf(everyone))('admin@demo.test');
}, 60_000);
beforeEach(() => emptyLedger(everyone));
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const lasting = '2027-06-01T00:00:00.000Z';

/** A reading with a fault: it swaps what is nobody's, names other subjects, other rows and other parents, and a time that nothing later overtakes. */
function misread(change: Change): readonly Change[] {
  const { table, id } = change;
  const text = (value: unknown) => {
    if (typeof value !== 'string' || /^\d{4}-/.test(value)) return value;
    return /^-?\d+(\.\d+)?$/.test(value) ? value.replace(/\d/, '3$&') : `${value}_misread`;
  };
  const set = Object.fromEntries(Object.entries(change.set).map(([name, value]) => [name, text(value)]));
  const wrong = [
    { ...change, set, at: lasting },
    { ...change, id: `${id}_misread` },
    { table, id, at: change.at, set },
  ];
  return wrong.filter(isChange);
}

function faulty(type: string) {
  return (row: KeptRow): Meaning => {
    const meaning = interpretRow(row);
    if (meaning.settled.type !== type || !meaning.effect) return meaning;
    const subjects = meaning.settled.subjects.map(({ kind, id }) => ({ kind, id: `${id}_misread` }));
    const effect = { ...meaning.effect, changes: meaning.effect.changes.flatMap(misread) };
    return { ...meaning, effect, settled: { ...meaning.settled, subjects } };
  };
}

/** A history of few ids and few moments, as the ledger takes it. */
function richEvents(): readonly NewEvent[] {
  return richHistory(20_261_129, 150).map(({ sourceId, received }) => ({
    ...{ tenantId: 'demo', sourceId, dedupeKey: received.messageId, environment: null },
    format: received.own ? 'scriptline' : 'standard',
    ...{ messageId: received.messageId, digest: received.digest, wireType: received.wireType },
    ...{ occurredAt: received.occurredAt, correlationId: null, actorId: received.actorId, raw: new Uint8Array() },
    ...{ delivery: null, deliveryIndex: null, contentType: null, headers: {}, rejection: null },
    data: JSON.stringify(received.data),
  }));
}

const withoutMarks = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('LedgerEvent'));
const state = async () => withoutMarks(await projected(everyone, 'demo'));

async function misreadHistory(history: readonly NewEvent[], type: string): Promise<void> {
  await appendToLedger(history);
  await processAll({ ...asWorker, interpret: faulty(type) });
}

/** Of each, what it is that a fault of its reading spoils: parents, ids, mails, balances, counts, links, visits. */
const cases: readonly (readonly [type: string, history: () => readonly NewEvent[]])[] = [
  ['medication.dispensing.completed.v1', nastyHistory],
  ['medication.dispensing.completed.v1', richEvents],
  ['medication.prescription.signed.v1', richEvents],
  ['prescription.email_failed', nastyHistory],
  ['prescription.issued', nastyHistory],
  ['medication.alert.overridden.v1', richEvents],
  ['scriptline.stock.counted', nastyHistory],
  ['scriptline.patient.recorded', nastyHistory],
];

for (const [type, history] of cases)
  test(`${type} of a ${history.name}: reinterpreted, every row is the one a rebuild gives, and the preview predicted each of them`, async () => {
    await misreadHistory(history(), type);
    const before = await everyRow(everyone);
    const run = await previewed({ filter: { status: 'processed', type } });
    expect(difference(before, await everyRow(everyone))).toEqual([]);
    expect(run).toMatchObject({ mode: 'reinterpret', state: 'previewed', willFail: 0, willSkip: 0 });
    expect([run.total > 0, run.willProcess]).toEqual([true, run.total]);
    await begun(run);
    const ended = await ran(run);
    expect(ended).toMatchObject({ state: 'done', done: run.total, failed: 0, skipped: 0 });
    const really = difference(before, await everyRow(everyone));
    expect(really).not.toEqual([]);
    expect(await predictedRows(everyone, run)).toEqual(really);
    const reread = await state();
    await rebuild(database.url);
    expect(reread).toEqual(await state());
    expect(reread.filter((line) => line.includes('_misread'))).toEqual([]);
  }, 60_000);

test('events that come in between the preview and the run, and between its batches, are in what comes out', async () => {
  const type = 'medication.dispensing.completed.v1';
  const all = nastyHistory();
  await misreadHistory(
    all.filter((_, index) => index % 3 > 0),
    type,
  );
  const run = await previewed({ filter: { status: 'processed', type } });
  const late = all.filter((_, index) => index % 3 === 0);
  const half = Math.floor(late.length / 2);
  await appendToLedger(late.slice(0, half));
  await processAll();
  await begun(run);
  await runReplays({ interpret: interpretRow }, 2);
  await appendToLedger(late.slice(half));
  await processAll();
  expect(await ran(run)).toMatchObject({ state: 'done', done: run.total });
  const reread = await state();
  await rebuild(database.url);
  expect(reread).toEqual(await state());
});

test('paused, resumed and tried again it goes on where it was; canceled, what it did not come to stays as it is', async () => {
  const type = 'medication.dispensing.completed.v1';
  await misreadHistory(nastyHistory(), type);
  const run = await previewed({ filter: { status: 'processed', type } });
  await begun(run);
  await runReplays({ interpret: interpretRow }, 2);
  await changeReplayState(admin, run.id, 'pause', 'req_1');
  expect(await runReplays({ interpret: interpretRow })).toBeNull();
  await changeReplayState(admin, run.id, 'resume', 'req_2');
  await runReplays({ interpret: interpretRow }, 1);
  await changeReplayState(admin, run.id, 'cancel', 'req_3');
  expect(await ran(run)).toMatchObject({ state: 'canceled', done: 3, skipped: run.total - 3 });
  expect(await everyone.rows('select count(*)::int as n from "ReplayRow"')).toEqual([{ n: 0 }]);
  const again = await previewed({ filter: { status: 'processed', type } });
  await begun(again);
  expect(await ran(again)).toMatchObject({ state: 'done', done: run.total });
  const reread = await state();
  await rebuild(database.url);
  expect(reread).toEqual(await state());
});

test("an event that today's catalogue refuses is predicted as failing, leaves nothing behind and is a dead letter; nothing is sent", async () => {
  const type = 'medication.dispensing.completed.v1';
  await appendToLedger(nastyHistory());
  await processAll();
  const sent = await everyone.rows(
    'select (select count(*) from "OutboxMessage") as mails, (select count(*) from pgboss.job) as jobs',
  );
  const strict = {
    interpret(row: KeptRow): Meaning {
      const meaning = interpretRow(row);
      if (meaning.settled.type !== type) return meaning;
      const none = { factKey: null, retainUntil: null, subjects: [] };
      const rejection = { cause: 'invalid-payload', paths: ['lotNumber: not as expected'] } as const;
      return { settled: { ...meaning.settled, ...none, status: 'quarantined', rejection }, lane: null, effect: null };
    },
  };
  const run = await previewed({ filter: { status: 'processed', type } }, 'demo', strict);
  expect(run).toMatchObject({ willProcess: 0, willFail: run.total });
  await begun(run);
  expect(await ran(run, strict)).toMatchObject({ state: 'done', done: 0, failed: run.total });
  const reread = await state();
  await rebuild(database.url);
  expect(reread).toEqual(await state());
  expect(await everyone.rows('select count(*)::int as n from "DeadLetter" where state = \'open\'')).toEqual([
    { n: run.total },
  ]);
  expect(
    await everyone.rows(
      'select (select count(*) from "OutboxMessage") as mails, (select count(*) from pgboss.job) as jobs',
    ),
  ).toEqual(sent);
});
