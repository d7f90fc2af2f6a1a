import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import { listLocations } from '#lib/views/access/settings';
import { listDispenses } from '#lib/views/dispenses/dispense-list';
import { todayNumbers } from '#lib/views/overview/pharmacy-today';
import { demoDatabase } from '#scripts/testing/demo-database';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
import { listLots } from './lot-list.ts';
import { listReturns } from './return-list.ts';
import { listStockItems } from './stock-list.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;

const places = ['north', 'south'] as const;
const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  database = await demoDatabase();
  for (const place of places) {
    const stock = { stockItemId: `stk_${place}`, lotNumber: `LOT-${place}`, expiryDate: soon, quantityUnit: 'tablet' };
    const received = { ...stock, quantity: 50, locationId: `loc_${place}` };
    await keep(inventedEvent('medication.inventory.stock_received.v1', { data: received }));
    const dispenseId = `dsp_${place}`;
    const given = { ...stock, dispenseId, prescriptionId: `rx_${place}`, quantity: 10 };
    await keep(inventedEvent('medication.dispensing.completed.v1', { data: given }));
    const back = { ...stock, dispenseId, returnId: `ret_${place}`, quantity: 2 };
    await keep(inventedEvent('medication.dispensing.returned.v1', { data: back }));
  }
  await processAll();
});
afterAll(() => database.close());

function pharmacist(locationIds: readonly string[]): Account {
  const scope = { tenantId: 'demo', userId: 'usr_p', role: 'pharmacist', inCharge: false } as const;
  return {
    scope: { ...scope, prescriberIds: [], locationIds },
    ...{ sessionId: `ses_${locationIds.join()}`, name: 'P', email: 'p@demo.test', tenantName: '', timeZone: 'UTC' },
    locale: 'en',
  };
}

async function seenBy(account: Account, location?: string) {
  const limit = 50;
  const of = (ids: readonly string[]) => places.filter((place) => ids.some((id) => id.includes(place)));
  const [dispenses, stock, lots] = [
    await listDispenses(account, { limit, location }, 'req'),
    await listStockItems(account, { limit, location }),
    await listLots(account, { limit, location }),
  ];
  return [dispenses, stock, lots].map(({ items }) => of(items.map(({ id }) => id)));
}

test('without a location of their own pharmacists see everywhere, or the requested one', async () => {
  const everywhere = pharmacist([]);
  expect(await seenBy(everywhere)).toEqual([places, places, places]);
  expect(await seenBy(everywhere, 'medication:loc_south')).toEqual([['south'], ['south'], ['south']]);
});

test("limited to a location, a pharmacist's lists are of that location only, also when another is requested", async () => {
  const north = pharmacist(['medication:loc_north']);
  expect(await seenBy(north)).toEqual([['north'], ['north'], ['north']]);
  expect(await seenBy(north, 'medication:loc_south')).toEqual([[], [], []]);
  expect((await listReturns(north, { limit: 50 }, 'req')).items).toHaveLength(1);
  expect((await listLocations(north)).items.map(({ id }) => id)).toEqual(['medication:loc_north']);
});

test("a pharmacist's numbers are as long as the lists that they open", async () => {
  for (const account of [pharmacist(['medication:loc_north']), pharmacist([])]) {
    const numbers = await todayNumbers(account);
    const limit = 200;
    const toReview = await listDispenses(account, { limit, reviewed: 'no' }, 'req');
    const expiring = await listLots(account, { limit, within: 30, decided: 'no' });
    const returns = await listReturns(account, { limit, state: 'open' }, 'req');
    expect([numbers.toReview.count, numbers.expiring.count, numbers.returns.count]).toEqual(
      [toReview, expiring, returns].map(({ items }) => items.length),
    );
    expect(numbers.toReview.count).toBeGreaterThan(0);
  }
  expect((await todayNumbers(pharmacist(['medication:loc_north']))).toReview.count).toBe(1);
});

test('a session carries the places of its account', async () => {
  const { openSession, readSession } = await import('#lib/db/access/session');
  const [user] = await inTenant({ tenantId: 'demo' }, (tx) =>
    tx.user.findMany({ where: { tenantId: 'demo', email: 'pharmacist@demo.test' } }),
  );
  const userId = user?.id ?? '';
  await inTenant({ tenantId: 'demo' }, (tx) =>
    tx.userLocation.create({ data: { tenantId: 'demo', userId, locationId: 'medication:loc_north' } }),
  );
  const session = await readSession(await openSession({ tenantId: 'demo', userId }, 'credentials', 'req'));
  expect(session?.account.scope.locationIds).toEqual(['medication:loc_north']);
});
