import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '#lib/contract/base/page';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { NewEvent } from '#lib/db/ledger/new-event';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { listDispenses } from '#lib/views/dispenses/dispense-list';
import { listRecalls } from '#lib/views/recalls/recalls';
import { listLots } from '#lib/views/stock/lot-list';
import { listReturns } from '#lib/views/stock/return-list';
import { listStockItems } from '#lib/views/stock/stock-list';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { random, type TestRandom } from '#scripts/testing/random';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { getToday, todayNumbers } from './pharmacy-today.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
const account: Account = {
  scope: { tenantId: 'demo', userId: 'usr_marta', role: 'pharmacist', inCharge: true, prescriberIds: [] },
  ...{ sessionId: 's', name: 'Marta', email: 'm@demo.test', tenantName: 'Demo', timeZone: 'UTC', locale: 'en' },
};

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const histories = 12;
const nobody = { people: 0, contacted: 0, givenUp: 0, broughtBack: 0, lots: 0 };
const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Facts of a shelf, few ids and many of them: units that differ, lots that move, duplicates, counts and actions in between. */
function history(r: TestRandom, run: number): readonly NewEvent[] {
  const at = () => new Date(Date.now() - r.below(50_000) * 60_000).toISOString();
  const lot = () => ({ stockItemId: r.pick(['s1', 's2', 's3', 's4']), lotNumber: r.pick(['A', 'B', 'C']) });
  const unit = () => ({ quantityUnit: r.pick(['tablet', 'tablet', 'tablet', 'ml']) });
  const row = () => {
    const { stockItemId, lotNumber } = lot();
    return { stockItemId: `medication:${stockItemId}`, lotNumber };
  };
  const dispense = () => ({ ...lot(), ...unit(), dispenseId: `d${r.below(25)}`, prescriptionId: `rx${r.below(12)}` });
  const makers: readonly [
    () => readonly [string, JsonObject, own?: true],
    ...(() => readonly [string, JsonObject, own?: true])[],
  ] = [
    () => [
      'medication.inventory.stock_received.v1',
      {
        ...lot(),
        ...unit(),
        grnNumber: `g${r.below(9)}`,
        quantity: r.below(90),
        receivedAt: at(),
        expiryDate: dayAhead(r.pick([-5, 3, 20, 45, 300])),
      },
    ],
    () => ['medication.dispensing.completed.v1', { ...dispense(), dispensedQuantity: r.below(30) }],
    () => ['PHARMACY.dispensing.completed', { ...dispense(), dispensedQuantity: r.below(30) }],
    () => ['medication.dispensing.partial.v1', { ...dispense(), dispensedQuantity: r.below(30) }],
    () => [
      'medication.controlled_substance.dispensed.v1',
      { ...dispense(), schedule: r.pick(['II', 'III']), pharmacistId: 'p1', counterSignId: r.pick([null, 'p1', 'p2']) },
    ],
    () => [
      'medication.dispensing.returned.v1',
      { ...dispense(), returnId: `r${r.below(9)}`, returnedQuantity: r.below(9) },
    ],
    () => [
      'medication.inventory.reorder_alert.v1',
      { ...lot(), ...unit(), quantityOnHand: r.below(9), reorderPoint: r.pick([10, 60]) },
    ],
    () => [
      'medication.inventory.expiry_alert.v1',
      { ...lot(), expiryDate: dayAhead(r.pick([10, 25])), quantityOnHand: r.below(4) },
    ],
    () => ['medication.inventory.recall_triggered.v1', { ...lot(), recallId: `c${r.below(3)}`, recalledAt: at() }],
    () => ['scriptline.recall.closed', { recallId: `medication:c${r.below(3)}`, stock: 'gone', ...nobody }, true],
    () => ['scriptline.dispense.reviewed', { dispenseId: `medication:d${r.below(25)}` }, true],
    () => ['scriptline.dispense.flagged', { dispenseId: `medication:d${r.below(25)}`, reason: 'short' }, true],
    () => [
      'scriptline.return.disposed',
      {
        ...row(),
        ...unit(),
        returnId: `medication:r${r.below(9)}`,
        disposition: r.pick(['destroy', 'quarantine']),
        quantity: 2,
      },
      true,
    ],
    () => ['scriptline.stock.counted', { ...row(), ...unit(), quantity: r.below(80) }, true],
    () => ['scriptline.lot.quarantined', { ...row(), reason: 'wet' }, true],
    () => ['scriptline.lot.released', { ...row(), reason: 'dry' }, true],
    () => ['scriptline.expiry.decided', { ...row(), decision: 'use_first' }, true],
  ];
  return Array.from({ length: 160 }, (_, n) => {
    const [name, data, own = false] = r.pick(makers)();
    const body = inventedEvent(name, { id: `evt_${run}_${n}`, time: at(), data });
    return newEvent(own ? 'standard' : 'medication-service', body, own);
  });
}

/** All rows of a list, page by page: small pages, so that every cursor is used. */
async function rowsOf<T>(list: (cursor: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await list(cursor);
    rows.push(...page.items);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}

const limit = 7;
const lists = {
  toReview: (cursor?: string) => listDispenses(account, { reviewed: 'no', cursor, limit }, 'r'),
  lacking: (cursor?: string) => listDispenses(account, { countersign: 'lacking', cursor, limit }, 'r'),
  below: (cursor?: string) => listStockItems(account, { show: 'below', cursor, limit }),
  expiring: (cursor?: string) => listLots(account, { within: 30, decided: 'no', cursor, limit }),
  recalls: (cursor?: string) => listRecalls(account, { state: 'open', cursor, limit }),
  returns: (cursor?: string) => listReturns(account, { state: 'open', cursor, limit }, 'r'),
} as const;

test(`over ${histories} random histories each of the six numbers is the length of its list, and no row appears twice`, async () => {
  let reopened = 0;
  const seen = { toReview: 0, lacking: 0, below: 0, expiring: 0, recalls: 0, returns: 0 };
  for (let run = 0; run < histories; run++) {
    await appendToLedger(history(random(run + 1), run));
    await processAll();
    const numbers = await todayNumbers(account);
    for (const name of ['toReview', 'lacking', 'below', 'expiring', 'recalls', 'returns'] as const) {
      const rows = await rowsOf<{ readonly id: string }>(lists[name]);
      expect([run, name, new Set(rows.map(({ id }) => id)).size]).toEqual([run, name, numbers[name].count]);
      expect(rows.length).toBe(numbers[name].count);
      seen[name] += rows.length;
    }
    const [every, closed] = await Promise.all([
      listRecalls(account, { limit: 50 }),
      listRecalls(account, { state: 'closed', limit: 50 }),
    ]);
    expect(every.items.length - closed.items.length).toBe(numbers.recalls.count);
    reopened += every.items.filter((one) => one.reopened).length;
    const { next } = await getToday(account, 'r');
    expect(next.map(({ score }) => score)).toEqual(next.map(({ score }) => score).toSorted((a, b) => b - a));
    await emptyLedger(everyone);
  }
  expect(reopened).toBeGreaterThan(0);
  expect(Object.values(seen).every((rows) => rows > 0)).toBe(true);
}, 120_000);

test('every balance is the sum of its movements, or of its last count and what moved since, whatever the order they came in', async () => {
  const told = history(random(77), 77);
  const books = async () => {
    const rows = await everyone.rows<{ key: string; quantity: string }>(
      `select "stockItemId" || '|' || "lotNumber" || '|' || bucket || '|' || unit as key, trim_scale(quantity)::text as quantity from "StockBalance" order by 1`,
    );
    return rows.map(({ key, quantity }) => `${key} ${quantity}`);
  };
  const summed = async () => {
    const rows = await everyone.rows<{ key: string; quantity: string }>(`
      with counts as (select distinct on ("stockItemId", "lotNumber", bucket, unit) "stockItemId", "lotNumber", bucket, unit, quantity, "countedAt" as at
        from "StockCount" order by 1, 2, 3, 4, "countedAt" desc, id desc),
      parts as (
        select m."stockItemId", m."lotNumber", m.bucket, m.unit, m.quantity from "StockMovement" m left join counts c
          using ("stockItemId", "lotNumber", bucket, unit) where m.quantity is not null and (c.at is null or m."movedAt" > c.at)
        union all select "stockItemId", "lotNumber", bucket, unit, quantity from counts)
      select "stockItemId" || '|' || coalesce("lotNumber", '') || '|' || bucket || '|' || unit as key, trim_scale(sum(p.quantity))::text as quantity
      from parts p group by "stockItemId", "lotNumber", bucket, unit
      having sum(p.quantity) <> 0 or exists (select from counts c where c."stockItemId" = p."stockItemId" and c."lotNumber" = p."lotNumber" and c.bucket = p.bucket and c.unit = p.unit)
      order by 1`);
    return rows.map(({ key, quantity }) => `${key} ${quantity}`);
  };
  let first: readonly string[] | null = null;
  for (let order = 0; order < 8; order++) {
    await appendToLedger(random(order).shuffled(told));
    await processAll();
    const now = await books();
    expect(now.length).toBeGreaterThan(10);
    expect(now).toEqual(await summed());
    expect(now).toEqual(first ?? now);
    first = now;
    await emptyLedger(everyone);
  }
}, 60_000);
