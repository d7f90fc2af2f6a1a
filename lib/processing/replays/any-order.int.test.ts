import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { NewEvent } from '#lib/db/ledger/new-event';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger, projections } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { byLane } from '#scripts/testing/lane';
import { asWorker, processAll } from '#scripts/testing/processing';
import { nastyHistory } from '#scripts/testing/stories/nasty-history';
import { projected } from '#scripts/testing/stories/projected';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let history: readonly NewEvent[];
let inOrder: readonly string[];
const orders = byLane({ quick: 20, full: 60, nightly: 200 });

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  history = nastyHistory();
  await appendToLedger(history);
  await processAll({ ...asWorker, batch: 1 });
  inOrder = await projected(everyone, 'demo');
}, 300_000);
afterAll(async () => {
  await everyone.close();
  await database.close();
});

/** The arrival of one history: its order with duplicates, the size of its parts, and the processes that handle it in between. */
type Arrival = {
  readonly order: readonly NewEvent[];
  readonly pieces: readonly number[];
  readonly batches: readonly number[];
};

/** Few pieces and mostly large batches: each transaction costs the same, and the order is what matters. */
const arrivals = (tenantId: string): fc.Arbitrary<Arrival> =>
  fc.record({
    order: fc
      .tuple(
        fc.shuffledSubarray([...history], { minLength: history.length }),
        fc.array(fc.tuple(fc.nat(history.length - 1), fc.nat(10_000)), { maxLength: 40 }),
      )
      .map(([shuffled, repeats]) => {
        const order = [...shuffled];
        for (const [which, where] of repeats)
          order.splice(where % order.length, 0, ...shuffled.slice(which, which + 1));
        return order.map((event) => ({ ...event, tenantId }));
      }),
    pieces: fc.array(fc.integer({ min: 5, max: 100 }), { minLength: 2, maxLength: 4 }),
    batches: fc.array(fc.constantFrom(19, 64, 256), { minLength: 1, maxLength: 3 }),
  });

async function arrive({ order, pieces, batches }: Arrival): Promise<void> {
  let at = 0;
  for (let nth = 0; at < order.length; nth++) {
    const size = pieces[nth] ?? order.length;
    await appendToLedger(order.slice(at, at + size));
    at += size;
    await Promise.all(batches.map((batch) => processAll({ ...asWorker, batch })));
  }
}

test('the history is as nasty as it says: nothing of it is refused, and it fills every table', async () => {
  const statuses = await everyone.rows('select distinct status from "LedgerEvent" order by 1');
  expect(statuses).toEqual([{ status: 'ignored' }, { status: 'processed' }]);
  const tables = new Set(inOrder.map((line) => line.slice(0, line.indexOf(' '))));
  expect(tables.size).toBe(projections.length + 2);
  expect(inOrder.filter((line) => line.includes('"c":'))).not.toEqual([]);
});

test(`${orders} random orders with repeats, in pieces, by one to three workers: every table is the same`, async () => {
  const tenants = Array.from({ length: 4 }, (_, n) => `tenant_${n}`);
  await fc.assert(
    fc
      .asyncProperty(fc.tuple(...tenants.map(arrivals)), async (arriving) => {
        // Four tenants at once: their events meet in the same batches, and must not in anything else.
        await Promise.all(arriving.map(arrive));
        for (const tenantId of tenants) expect(await projected(everyone, tenantId)).toEqual(inOrder);
      })
      .afterEach(() => emptyLedger(everyone)),
    { numRuns: orders / tenants.length, endOnFailure: true },
  );
  // No bound of the product's: the histories take a minute on a quiet machine, and many on a busy one.
}, 1_500_000);
