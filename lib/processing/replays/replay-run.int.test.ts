import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeReplayState, startReplay } from '#lib/commands/replays/run-replay';
import { readSession } from '#lib/db/access/session';
import { stopSendingJobs } from '#lib/db/base/jobs';
import { prisma } from '#lib/db/base/prisma';
import { appendToLedger } from '#lib/db/ledger/ledger';
import { forgetOldDiffs } from '#lib/db/replays/replay-preview';
import type { Account } from '#lib/domain/access/account';
import { interpretRow } from '#lib/events/interpret-row';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { asWorker, processAll } from '#scripts/testing/processing';
import { begun, previewed, ran, refusing } from '#scripts/testing/replays';
import { sessionCookie } from '#scripts/testing/session-cookie';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep, newEvent } from '#scripts/testing/stories/keep-events';
import { nastyHistory } from '#scripts/testing/stories/nasty-history';
import { projected } from '#scripts/testing/stories/projected';
import { runReplays } from './replay-run.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let admin: Account;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  const account = (await readSession((await sessionCookie('admin@demo.test')).sessionId))?.account;
  if (!account) throw new Error('no session');
  admin = account;
}, 60_000);
beforeEach(() => emptyLedger(everyone));
afterAll(async () => {
  await everyone.close();
  await stopSendingJobs();
  await database.close();
});

const everything = refusing(() => true);
const dispensed = (n: number) =>
  inventedEvent('medication.dispensing.completed.v1', {
    id: `msg_${n}`,
    data: { dispenseId: `dsp_${n}`, lotNumber: 'L1' },
  });

/** So many dispenses that a schema refused, all of them dead letters. */
async function dead(count: number): Promise<readonly number[]> {
  await keep(...Array.from({ length: count }, (_, n) => dispensed(n)));
  await processAll(everything);
  const letters = await everyone.rows<{ seq: string }>(`select seq from "DeadLetter" order by seq`);
  expect(letters).toHaveLength(count);
  return letters.map(({ seq }) => Number(seq));
}

const counted = async (query: string) =>
  Number((await everyone.rows<{ n: string }>(`select count(*) as n from ${query}`))[0]?.n);
const letters = () => everyone.rows('select state, cause, type from "DeadLetter" order by seq');
const outcomes = (id: string) =>
  everyone.rows(
    'select outcome, why, count(*)::int as count from "ReplayItem" where "runId" = $1 group by 1, 2 order by 1, 2',
    [id],
  );

test('fail → dead letter → replay → fail → replay → done: one dead letter, two episodes, nothing deleted, both replays audited', async () => {
  const ids = await dead(1);
  const first = await previewed({ ids });
  await startReplay(admin, { previewId: first.id, ratePerSecond: 100 }, 'req_1');
  expect(await letters()).toMatchObject([{ state: 'replaying' }]);
  expect(await ran(first, { interpret: everything.interpret })).toMatchObject({ state: 'done', failed: 1 });
  expect(await letters()).toMatchObject([{ state: 'open', cause: 'invalid-payload' }]);

  const second = await previewed({ ids });
  await startReplay(admin, { previewId: second.id, ratePerSecond: 100 }, 'req_2');
  expect(await ran(second)).toMatchObject({ state: 'done', done: 1, failed: 0 });
  expect(await letters()).toMatchObject([{ state: 'resolved' }]);
  const episodes = await everyone.rows('select episode, cause from "DeadLetterEpisode" order by episode');
  expect(episodes).toEqual([1, 2].map((episode) => ({ episode, cause: 'invalid-payload' })));
  const audited = await everyone.rows(
    `select "subjectId", "actorId" from "AuditEntry" where action = 'replay.started' and "subjectId" = any($1)`,
    [[first.id, second.id]],
  );
  expect(audited).toHaveLength(2);
  await expect(everyone.rows('delete from "ReplayItem"')).rejects.toThrow('permanent');
});

test('an event that fails alone is dead again with its new cause, holds nothing back and is given its outcome once', async () => {
  const ids = await dead(40);
  const run = await previewed({ ids });
  await begun(run);
  const poisonous = ids[7];
  const ended = await ran(run, {
    interpret: (row) => {
      if (Number(row.seq) === poisonous) throw new TypeError('cannot read it');
      return interpretRow(row);
    },
  });
  expect(ended).toMatchObject({ state: 'done', done: 39, failed: 1, skipped: 0 });
  expect(await outcomes(run.id)).toEqual([
    { outcome: 'done', why: null, count: 39 },
    { outcome: 'failed', why: 'retries-exhausted', count: 1 },
  ]);
  expect(await counted('"Dispense"')).toBe(39);
  const again = await everyone.rows(`select state, cause from "DeadLetter" where state <> 'resolved'`);
  expect(again).toEqual([{ state: 'open', cause: 'retries-exhausted' }]);
});

test('any number of workers at one run: each event once, and the projections as if it had been read the first time', async () => {
  await appendToLedger(nastyHistory());
  await processAll(asWorker);
  const expected = (await projected(everyone, 'demo')).filter((line) => !line.startsWith('LedgerEvent'));
  await emptyLedger(everyone);
  await appendToLedger(nastyHistory());
  await processAll(everything);
  const run = await previewed({ filter: {} });
  await begun(run);
  const replaying = { interpret: interpretRow };
  const worker = async () => {
    for (let idle = 0; idle < 40; idle++) {
      if ((await runReplays(replaying, 7)) !== null) idle = 0;
      await new Promise((resume) => setTimeout(resume, 5));
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  const ended = await ran(run);
  expect(ended).toMatchObject({ state: 'done', failed: 0, done: run.willProcess, skipped: run.willSkip });
  expect((await projected(everyone, 'demo')).filter((line) => !line.startsWith('LedgerEvent'))).toEqual(expected);
});

test('a double click, or two admins at once, make one run; a preview begins once', async () => {
  const run = await previewed({ ids: await dead(3) });
  const start = { previewId: run.id, ratePerSecond: 50 };
  const answers = await Promise.all([1, 2, 3].map((n) => startReplay(admin, start, `req_${n}`)));
  expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([run.id]));
  expect(await counted(`"AuditEntry" where action = 'replay.started' and "subjectId" = '${run.id}'`)).toBe(1);
  expect(await ran(run)).toMatchObject({ done: 3 });
  await startReplay(admin, start, 'req_4');
  expect(await ran(run)).toMatchObject({ state: 'done', done: 3 });
});

test('paused, nothing more is taken; resumed, it goes on; canceled, what is left is skipped and open again', async () => {
  const run = await previewed({ ids: await dead(60) });
  await begun(run, 40);
  expect(await runReplays({ interpret: interpretRow })).toBe(10);
  await changeReplayState(admin, run.id, 'pause', 'req_1');
  expect(await runReplays({ interpret: interpretRow })).toBeNull();
  await expect(changeReplayState(admin, run.id, 'pause', 'req_2')).resolves.toEqual({ id: run.id });
  await changeReplayState(admin, run.id, 'resume', 'req_3');
  expect(await runReplays({ interpret: interpretRow })).toBe(10);
  await changeReplayState(admin, run.id, 'cancel', 'req_4');
  expect(await ran(run)).toMatchObject({ state: 'canceled', done: 20, skipped: 40 });
  expect(await outcomes(run.id)).toEqual([
    { outcome: 'done', why: null, count: 20 },
    { outcome: 'skipped', why: 'canceled', count: 40 },
  ]);
  expect(await counted(`"DeadLetter" where state = 'open'`)).toBe(40);
  await expect(changeReplayState(admin, run.id, 'resume', 'req_5')).rejects.toMatchObject({ code: 'already-canceled' });
});

test('what was processed, discarded or taken by another run meanwhile is passed over, and says why', async () => {
  const ids = await dead(4);
  const [one, two, three] = ids;
  const run = await previewed({ ids });
  const other = await previewed({ ids: ids.slice(0, 1) });
  const third = await previewed({ ids: ids.slice(1, 2) });
  await begun(third);
  await ran(third);
  await begun(other, 1);
  await everyone.rows(`update "DeadLetter" set state = 'discarded' where seq = $1`, [three]);
  await begun(run);
  await everyone.rows(`update "ReplayRun" set state = 'paused' where id = $1`, [other.id]);
  await ran(run);
  const rows = await everyone.rows<{ seq: string; why: string | null }>(
    'select seq, why from "ReplayItem" where "runId" = $1 order by seq',
    [run.id],
  );
  expect(rows.map(({ seq, why }) => [Number(seq), why])).toEqual([
    [one, 'in-another-run'],
    [two, 'already-processed'],
    [three, 'discarded'],
    [ids[3], null],
  ]);
  await changeReplayState(admin, other.id, 'cancel', 'req_test');
});

test('what could not be opened stays dead without an amendment; what was refused for a setting is judged by the setting as it is now', async () => {
  const body = inventedEvent('medication.prescription.held.v1', {
    tenantid: 'ten_moved',
    data: { prescriptionId: 'rx_1' },
  });
  const [source] = await everyone.rows<{ id: string }>(`select id from "Source" where key = 'demo-medication'`);
  const wrong = {
    ...newEvent('medication-service', body),
    sourceId: source?.id ?? '',
    rejection: { cause: 'wrong-tenant', paths: ['tenantid'] } as const,
  };
  const raw = new TextEncoder().encode('{');
  const broken = {
    ...{ ...wrong, raw, data: null, wireType: null, messageId: 'broken', dedupeKey: 'broken' },
    rejection: { cause: 'not-json', paths: ['body'] } as const,
  };
  await appendToLedger([wrong, broken]);
  expect(await previewed({ filter: {} })).toMatchObject({ willProcess: 0, willFail: 2 });
  await everyone.rows(`update "Tenant" set "wireIds" = array_append("wireIds", 'ten_moved') where "tenantId" = 'demo'`);
  const run = await previewed({ filter: {} });
  expect(run).toMatchObject({ willProcess: 1, willFail: 1, byCause: { 'wrong-tenant': 1, 'not-json': 1 } });
  await begun(run);
  await ran(run);
  expect(await outcomes(run.id)).toEqual([
    { outcome: 'done', why: null, count: 1 },
    { outcome: 'failed', why: 'not-json', count: 1 },
  ]);
});

test('ignored events are read by the catalogue as it is now; those it still does not know stay ignored', async () => {
  await keep(
    dispensed(1),
    inventedEvent('medication.prescription.held.v1', { id: 'unknown', type: 'nobody.knows.v1' }),
  );
  const unread = (row: Parameters<typeof interpretRow>[0]) => {
    const { settled } = interpretRow(row);
    return { settled: { ...settled, status: 'ignored' as const, subjects: [] }, lane: null, effect: null };
  };
  await processAll({ ...asWorker, interpret: unread });
  const run = await previewed({ filter: { status: 'ignored' } });
  expect(run).toMatchObject({ total: 2, willProcess: 1, willSkip: 1 });
  await begun(run);
  await ran(run);
  expect(await outcomes(run.id)).toEqual([
    { outcome: 'done', why: null, count: 1 },
    { outcome: 'skipped', why: 'still-ignored', count: 1 },
  ]);
});

test('the rows of a diff go after 30 days, its numbers stay', async () => {
  const run = await previewed({ ids: await dead(2) });
  const recent = await previewed({ filter: {} });
  await everyone.rows(`update "ReplayRun" set "createdAt" = now() - interval '31 days' where id = $1`, [run.id]);
  await forgetOldDiffs(prisma('any'));
  expect(await counted(`"ReplayChange" where "runId" = '${run.id}'`)).toBe(0);
  expect(await counted(`"ReplayChange" where "runId" = '${recent.id}'`)).toBeGreaterThan(0);
  expect(Object.keys(run.changed ?? {})).toContain('Dispense');
});

test('nothing is ever sent by a replay: no mail, no webhook to a subscription, no job', async () => {
  await everyone.rows(
    `insert into "Subscription" ("tenantId", id, name, types, url, secret, "createdBy")
     values ('demo', 'sub_replay', 'Everything', $1, 'https://example.test/', 'sealed', 'usr_test') on conflict do nothing`,
    [['medication.dispensing.completed.v1', 'prescription.issued', 'prescription.email_failed']],
  );
  const before = [await counted('"OutboxMessage"'), await counted('pgboss.job')];
  await appendToLedger(nastyHistory());
  await processAll(everything);
  const run = await previewed({ filter: {} });
  await begun(run);
  expect((await ran(run)).done).toBeGreaterThan(50);
  expect([await counted('"OutboxMessage"'), await counted('pgboss.job')]).toEqual(before);
});
