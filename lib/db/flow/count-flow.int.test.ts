import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inTenant } from '#lib/db/base/in-tenant';
import { appendToLedger } from '#lib/db/ledger/ledger';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { countFlow } from './count-flow.ts';
import { countedTo, hourTallies, minuteTallies } from './flow-sources.ts';

// Every number of Flow is the number of rows that it opens, whatever the time of counting.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const countOnce = () => inTenant({ tenantId: 'demo' }, (tx) => countFlow(tx, 'demo'));
/** Until nothing is left; transactions of other databases of the server are waited for, too. */
const countAll = () =>
  vi.waitFor(async () => {
    await countOnce();
    const [place] = await everyone.rows<{ left: number }>(
      `select count(*)::int as left from "LedgerEvent" where "tenantId" = 'demo' and seq > (select seq from "FlowCursor" where "tenantId" = 'demo')`,
    );
    expect(place?.left).toBe(0);
  }, 20_000);
const event = () => newEvent('medication-service', inventedEvent('medication.prescription.held.v1'));
const send = (count: number) => appendToLedger(Array.from({ length: count }, event));
const [source] = ['src_medication-service'];
const counted = async () =>
  (
    await everyone.rows<{ events: number; minutes: number }>(
      `select sum(events)::int as events, sum(minutes)::int as minutes from "FlowHour" where "sourceId" = $1`,
      [source],
    )
  )[0];

test('each event is counted once, and of what is not counted yet the screen counts the rows', async () => {
  await everyone.rows(
    `insert into "Source" ("tenantId", id, key, name, format) values ('demo', $1, 'counted', 'Counted', 'medication-service')`,
    [source],
  );
  const from = new Date(Date.now() - 3 * 3_600_000);
  from.setUTCMinutes(0, 0, 0);
  let sent = 0;
  for (const more of [3, 0, 5, 1]) {
    await send(more);
    sent += more;
    await countOnce();
    const shown = await inTenant({ tenantId: 'demo' }, async (tx) => {
      const place = await countedTo(tx, 'demo');
      const hours = await hourTallies(tx, 'demo', place, from);
      const minutes = await minuteTallies(tx, 'demo', place, from);
      return [hours, minutes].map((rows) =>
        rows.filter(({ sourceId }) => sourceId === source).reduce((sum, { events }) => sum + events, 0),
      );
    });
    expect(shown).toEqual([sent, sent]);
  }
  await countAll();
  expect(await counted()).toMatchObject({ events: sent });
  expect((await everyone.rows(`select 1 from "FlowMinute" where "sourceId" = $1`, [source])).length).toBe(
    (await counted())?.minutes,
  );
});

test('a number that was handed out early and committed late is counted all the same', async () => {
  await countAll();
  const before = (await counted())?.events ?? 0;
  const slow = new pg.Client({ connectionString: database.url, options: '-c app.tenant=*' });
  await slow.connect();
  await slow.query('begin');
  await slow.query(
    `insert into "LedgerEvent" ("tenantId", "sourceId", "dedupeKey", "messageId", digest, "receivedAt", headers, status, raw)
     values ('demo', $1, 'late', 'late', 'd', clock_timestamp(), '{}', 'ignored', '')`,
    [source],
  );
  await send(4);
  for (let round = 0; round < 3; round++) await countOnce();
  expect((await counted())?.events).toBe(before);
  await slow.query('commit');
  await slow.end();
  await countAll();
  expect((await counted())?.events).toBe(before + 5);
});

test('two that count at once count once', async () => {
  await countAll();
  const before = (await counted())?.events ?? 0;
  await send(6);
  for (let round = 0; round < 4; round++) await Promise.all([countOnce(), countOnce(), countOnce()]);
  await countAll();
  expect((await counted())?.events).toBe(before + 6);
});
