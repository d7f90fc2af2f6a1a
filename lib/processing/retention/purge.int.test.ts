import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#lib/db/base/in-tenant';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { NewEvent } from '#lib/db/ledger/new-event';
import { dueCounts, openRun } from '#lib/db/retention/purge-run';
import { rebuild } from '#lib/processing/replays/rebuild';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger, projections } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { byLane } from '#scripts/testing/lane';
import { processAll } from '#scripts/testing/processing';
import { nastyHistory } from '#scripts/testing/stories/nasty-history';
import { purgeSome } from './purge.ts';

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

const tenantId = 'demo';
const years = (count: number) => new Date(Date.UTC(2026 + count, 11, 1));

/** Every projection row as it is, ledger numbers and all; the subjects too, but for those of checkpoints, which only a purge adds. */
async function state(): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const table of projections) {
    const rows = await everyone.rows(`select to_jsonb(t) as row from "${table}" t`);
    lines.push(...rows.map(({ row }) => `${table} ${JSON.stringify(row)}`));
  }
  const subjects = await everyone.rows(
    `select to_jsonb(s) as row from "EventSubject" s join "LedgerEvent" e using ("tenantId", seq) where e.type <> 'scriptline.checkpoint'`,
  );
  lines.push(...subjects.map(({ row }) => `EventSubject ${JSON.stringify(row)}`));
  return lines.sort();
}

async function purgeAsOf(asOf: Date, batch?: number): Promise<bigint> {
  const id = await inTenant({ tenantId }, async (tx) => {
    const total = (await dueCounts(tx, tenantId, asOf, null)).reduce((sum, { due }) => sum + due, 0);
    return openRun(tx, { tenantId, startedBy: null, asOf, receivedBefore: null, total });
  });
  if (id === null) throw new Error('a run is open');
  while (await purgeSome(batch));
  return id;
}

const contents = async () =>
  Number(
    (
      await everyone.rows(
        `select count(*) from "LedgerEvent" where data is not null and type <> 'scriptline.checkpoint'`,
      )
    )[0]?.['count'],
  );

type Course = {
  readonly order: readonly NewEvent[];
  readonly cuts: readonly { readonly after: number; readonly years: number; readonly batch: number }[];
};

const history = nastyHistory();

/** The history in any order, purged at any moments between its events, as of any later day, in batches of any size. */
const courses: fc.Arbitrary<Course> = fc.record({
  order: fc.shuffledSubarray([...history], { minLength: history.length }),
  cuts: fc.array(
    fc.record({
      after: fc.integer({ min: 10, max: 120 }),
      years: fc.constantFrom(0, 1, 3, 8, 12),
      batch: fc.constantFrom(3, 25, 200),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** Nearly everything is there and is due: tried first, however few courses are tried. */
const mostPurged: Course = { order: history, cuts: [{ after: 120, years: 12, batch: 25 }] };

test('whatever is purged, whenever and in whatever batches: a rebuild from checkpoints and what remains equals the live state, row for row', async () => {
  let most = 0;
  await fc.assert(
    fc
      .asyncProperty(courses, async ({ order, cuts }) => {
        let at = 0;
        for (const { after, years: ahead, batch } of cuts) {
          await appendToLedger(order.slice(at, at + after));
          at += after;
          await processAll();
          const before = await state();
          await purgeAsOf(years(ahead), batch);
          expect(await state()).toEqual(before);
        }
        await appendToLedger(order.slice(at));
        await processAll();
        const live = await state();
        const remaining = await contents();
        most = Math.max(most, history.length - remaining);
        const { unreadable } = await rebuild(database.url);
        expect(unreadable).toBe(0);
        expect(await state()).toEqual(live);
      })
      .afterEach(() => emptyLedger(everyone)),
    { numRuns: byLane({ quick: 3, full: 8, nightly: 25 }), endOnFailure: true, examples: [[mostPurged]] },
  );
  expect(most).toBeGreaterThan(100);
  // No bound of the product's: a busy machine takes long.
}, 1_500_000);
