import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { settleDeadLetters } from '#lib/commands/dead-letters/settle-dead-letters';
import type { DeadLetterFilter } from '#lib/contract/dead-letters/dead-letter-filter';
import { prisma } from '#lib/db/base/prisma';
import { foldTallies } from '#lib/db/dead-letters/dead-letter-tallies';
import type { Account } from '#lib/domain/access/account';
import type { KeptRow } from '#lib/domain/ledger/meaning';
import { interpretRow } from '#lib/events/interpret-row';
import { receiveWebhook } from '#lib/ingest/receive-webhook';
import { listFile } from '#lib/views/base/list-file';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { asWorker, poisoned, processAll } from '#scripts/testing/processing';
import { type Body, demoSender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
import { getDeadLetter } from './dead-letter-detail.ts';
import { listDeadLetterGroups, readableIgnored } from './dead-letter-groups.ts';
import { deadLetterCells, listDeadLetters } from './dead-letters.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let as: (email: string) => Account;
const admin = () => as('admin@demo.test');
const because = { reason: 'settled for a test', requestId: 'req' };

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

const post = (key: string, body: Body) => receiveWebhook(key, signedRequest(demoSender(key), body));
const completed = (data: object) => inventedEvent('medication.dispensing.completed.v1', { data: { ...data } });

/** Three causes: a payload that lost a key, another list position of one fault, and no JSON at all. */
beforeEach(async () => {
  const lost = Array.from({ length: 7 }, () => completed({ dispenseId: { was: 'text' } }));
  const strange = Array.from({ length: 4 }, () => ({ ...completed({}), specversion: '9' }));
  for (const body of lost) await post('demo-medication', body);
  for (const body of strange) await post('demo-medication', body);
  for (const text of ['{', '[', 'no']) await post('demo-osigu', text);
  await processAll();
});

const rows = (filter = {}) => listDeadLetters(admin(), { limit: 50, ...filter });
const file = (filter = {}) =>
  listFile(admin(), 'dead-letters', deadLetterCells, (page) => listDeadLetters(admin(), { ...filter, ...page }), 'req');
const groups = (filter = {}) => listDeadLetterGroups(admin(), { limit: 50, ...filter });

test('letters stand together by cause, with how many there are, where from and since when', async () => {
  const { items, total } = await groups();
  expect(total).toBe(14);
  const causes = items.map(({ cause, type, counts, sources }) => [cause, type, counts.open, sources]);
  expect(causes.sort()).toEqual([
    ['invalid-payload', 'medication.dispensing.completed.v1', 7, ['demo-medication']],
    ['not-an-envelope', 'medication.dispensing.completed.v1', 4, ['demo-medication']],
    ['not-json', null, 3, ['demo-osigu']],
  ]);
  for (const { trend, firstAt, lastAt, oldestAt } of items) {
    expect(trend.counts.reduce((a, b) => a + b, 0)).toBeGreaterThan(2);
    expect(firstAt <= lastAt && oldestAt !== null).toBe(true);
  }
});

test('every filter means the same rows in groups, rows, numbers and file; a page leads to the next until all were seen once', async () => {
  const [seventh] = (await rows({ cause: 'invalid-payload' })).items;
  const filters: readonly DeadLetterFilter[] = [
    {},
    { cause: 'not-json' },
    { source: 'demo-medication' },
    { type: 'medication.dispensing.completed.v1' },
    { state: 'open' },
    { state: 'discarded' },
    { fingerprint: seventh?.fingerprint },
    { q: String(seventh?.seq) },
    { q: seventh?.messageId, state: 'open' },
    { q: 'nobody knows' },
  ];
  for (const filter of filters) {
    const seen: number[] = [];
    let cursor: string | undefined;
    let total = 0;
    do {
      const page = await listDeadLetters(admin(), { ...filter, limit: 3, cursor });
      seen.push(...page.items.map(({ seq }) => seq));
      total = page.total;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect([filter, seen.length, new Set(seen).size]).toEqual([filter, total, total]);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
    const counted = (await groups(filter)).items.flatMap(({ counts }) => Object.values(counts));
    expect([filter, counted.reduce((a, b) => a + b, 0)]).toEqual([filter, total]);
    const csv = await (await file(filter)).text();
    expect([filter, csv.trim().split('\n').length - 1]).toEqual([filter, total]);
  }
});

test('what is discarded is kept, audited with its reason, and can be opened again; whoever is second moves nothing', async () => {
  const { asOf } = await rows();
  const filter = { cause: 'invalid-payload' as const };
  await post('demo-medication', completed({ dispenseId: { was: 'late' } }));
  await processAll();
  const both = await Promise.all([
    settleDeadLetters(admin(), 'discard', { filter, asOf }, because),
    settleDeadLetters(as('admin2@demo.test'), 'discard', { filter, asOf }, because),
  ]);
  expect(both.map(({ moved }) => moved).reduce((a, b) => a + b)).toBe(7);
  const [group] = (await groups(filter)).items;
  expect(group?.counts).toEqual({ open: 1, replaying: 0, resolved: 0, discarded: 7 });
  const [one] = (await rows({ ...filter, state: 'discarded' })).items;
  expect(one?.settledAt).not.toBeNull();

  const ids = [BigInt(one?.seq ?? 0)];
  expect(await settleDeadLetters(admin(), 'reopen', { ids }, because)).toEqual({ moved: 1, notRetained: 0 });
  expect(await settleDeadLetters(admin(), 'reopen', { ids }, because)).toEqual({ moved: 0, notRetained: 0 });
  const detail = await getDeadLetter(admin(), BigInt(one?.seq ?? 0));
  expect(detail).toMatchObject({ state: 'open', settledAt: null });
  expect(detail.acts.map(({ act, reason }) => [act, reason])).toEqual([
    ['reopened', because.reason],
    ['discarded', because.reason],
  ]);
  expect((await rows()).total).toBe(15);
});

test('a dead letter whose content is no longer retained stays discarded, and an admin who would reopen it gets the reason', async () => {
  const filter = { cause: 'invalid-payload' as const };
  const { asOf } = await rows();
  await settleDeadLetters(admin(), 'discard', { filter, asOf }, because);
  const [gone, stays] = (await rows({ ...filter, state: 'discarded' })).items;
  const ids = [BigInt(gone?.seq ?? 0), BigInt(stays?.seq ?? 0)];
  const purge = `update "LedgerEvent" set raw = null, data = null, headers = '{}', "deliveryId" = null, "deliveryIndex" = null, "purgedAt" = now() where seq = $1`;
  await everyone.rows(purge, [gone?.seq]);
  expect(await settleDeadLetters(admin(), 'reopen', { ids: ids.slice(0, 1) }, because)).toEqual({
    moved: 0,
    notRetained: 1,
  });
  expect(await settleDeadLetters(admin(), 'reopen', { ids }, because)).toEqual({ moved: 1, notRetained: 1 });
  expect(await getDeadLetter(admin(), ids[0] ?? 0n)).toMatchObject({ state: 'discarded' });
  expect(await settleDeadLetters(admin(), 'discard', { ids: ids.slice(1) }, because)).toEqual({
    moved: 1,
    notRetained: 0,
  });
});

test('the counts that are kept are the counts that there are, folded or not, whatever happened to the letters', async () => {
  const truth = `select fingerprint, count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'discarded')::int as discarded
    from "DeadLetter" where "tenantId" = 'demo' group by 1 order by 1`;
  const tallies = `select fingerprint, sum(open)::int as open, sum(discarded)::int as discarded from "DeadLetterTally"
    where "tenantId" = 'demo' group by 1 having sum(open + replaying + resolved + discarded) > 0 order by 1`;
  const alike = async () => expect(await everyone.rows(tallies)).toEqual(await everyone.rows(truth));
  await alike();
  const { asOf } = await rows();
  await settleDeadLetters(admin(), 'discard', { filter: { source: 'demo-osigu' }, asOf }, because);
  // A second failure under another cause moves the dead letter to another group.
  await everyone.rows(
    `update "DeadLetter" set cause = 'future', fingerprint = 'future|x' where seq = (select min(seq) from "DeadLetter")`,
  );
  await alike();
  const before = await everyone.rows('select 1 from "DeadLetterTally"');
  await prisma('any').$transaction(foldTallies);
  const after = await everyone.rows('select 1 from "DeadLetterTally"');
  expect(after.length).toBeLessThan(before.length);
  await alike();
});

test('an open dead letter is never removed, and nothing but retention removes a settled one', async () => {
  const { items } = await rows({ cause: 'not-json' });
  const [first] = items;
  await settleDeadLetters(admin(), 'discard', { ids: [BigInt(first?.seq ?? 0)] }, because);
  const remove = `delete from "DeadLetter" where "tenantId" = 'demo' and state =`;
  await expect(everyone.rows(`${remove} 'discarded'`)).rejects.toThrow('nothing but retention');
  await everyone.rows(`set app.retention = 'on'`);
  await expect(everyone.rows(`${remove} 'open'`)).rejects.toThrow('open dead letter is never removed');
  await everyone.rows(`${remove} 'discarded'`);
  await everyone.rows('reset app.retention');
  await expect(everyone.rows('delete from "DeadLetterEpisode"')).rejects.toThrow('never told otherwise');
  expect((await rows()).total).toBe(13);
});

test('a letter that fails again has two episodes and is one letter', async () => {
  const event = completed({ dispenseId: 'dsp_again' });
  await keep(event);
  const kill = async () => {
    await everyone.rows(`update "LedgerEvent" set attempts = 5, "firstFailedAt" = now() where "messageId" = $1`, [
      event['id'],
    ]);
    await processAll(poisoned(event['id']));
  };
  await kill();
  await everyone.rows(`update "LedgerEvent" set status = 'received', "nextAttemptAt" = now() where "messageId" = $1`, [
    event['id'],
  ]);
  await kill();
  const { items, total } = await rows({ q: String(event['id']) });
  expect([total, items[0]?.episodes, items[0]?.state]).toEqual([1, 2, 'open']);
  const { episodeList } = await getDeadLetter(admin(), BigInt(items[0]?.seq ?? 0));
  expect(episodeList.map(({ episode, cause }) => [episode, cause])).toEqual([
    [2, 'retries-exhausted'],
    [1, 'retries-exhausted'],
  ]);
});

test('ignored events that the catalogue of their day could not read are offered again once it can, by the name they came under', async () => {
  const names = ['medication.cold_chain.broken.v1', 'medication.prescription.held.v1', 'PHARMACY.dispensing.completed'];
  const [unknown = '', held = '', legacy = ''] = names;
  const before = await readableIgnored(admin());
  expect(before.items).toEqual([]);
  await post('demo-medication', inventedEvent(held, { type: unknown }));
  for (const name of [held, held, legacy]) await post('demo-medication', inventedEvent(name));
  // A visit that is of no concern to a prescription was read, and is never offered.
  await post('demo-osigu', inventedEvent('dispensing.started', { data: { code_type: 'AUTHORIZATION' } }));
  // The catalogue of an earlier day knows none of these names.
  const earlier = (row: KeptRow) =>
    names.includes(row.wireType) ? interpretRow({ ...row, wireType: `before.${row.wireType}` }) : interpretRow(row);
  const named = (row: KeptRow) => {
    const meaning = earlier(row);
    return { ...meaning, settled: { ...meaning.settled, type: meaning.settled.type.replace(/^before\./, '') } };
  };
  await processAll({ ...asWorker, interpret: named });
  const statuses = await everyone.rows(`select count(*)::int as n from "LedgerEvent" where status = 'ignored'`);
  expect(statuses).toEqual([{ n: 5 }]);
  expect((await readableIgnored(admin())).items).toEqual([
    { type: held, count: 2 },
    { type: legacy, count: 1 },
  ]);
  expect((await readableIgnored(as('admin@other.test'))).items).toEqual([]);
});

test('no list, group, file or history says a word of what a sender said', async () => {
  const [name, email, patientId] = ['Lucía Secreta', 'lucia.secreta', 'pat_secret_7'] as const;
  const data = { patientId, dispenseId: [name], note: email, items: [{ [email]: name }] };
  await post('demo-medication', inventedEvent('medication.dispensing.completed.v1', { data }));
  await post('demo-medication', { ...completed({ patientId, note: name }), specversion: name });
  await post('demo-osigu', `{"patient": "${name} ${email}"`);
  await processAll();
  const all = await rows();
  const details = await Promise.all(all.items.map(({ seq }) => getDeadLetter(admin(), BigInt(seq))));
  const said = JSON.stringify([all, await groups(), details]) + (await (await file()).text());
  expect(all.total).toBe(17);
  for (const secret of [name, email, patientId]) expect([secret, said.includes(secret)]).toEqual([secret, false]);
});

test("another tenant's admin sees and moves nothing of it", async () => {
  const { items, asOf } = await rows();
  const stranger = as('admin@other.test');
  expect((await listDeadLetters(stranger, { limit: 50 })).total).toBe(0);
  expect((await listDeadLetterGroups(stranger, { limit: 50 })).items).toEqual([]);
  await expect(getDeadLetter(stranger, BigInt(items[0]?.seq ?? 0))).rejects.toMatchObject({ status: 404 });
  expect(await settleDeadLetters(stranger, 'discard', { filter: {}, asOf }, because)).toEqual({
    moved: 0,
    notRetained: 0,
  });
  expect((await rows({ state: 'open' })).total).toBe(14);
});
