import { afterAll, beforeAll, expect, test } from 'vitest';
import { countersignDispense } from '#lib/commands/dispenses/countersign-dispense';
import { flagDispense, reviewDispenses } from '#lib/commands/dispenses/review-dispenses';
import { correctRegister } from '#lib/commands/register/correct-register';
import { acknowledgeAlert } from '#lib/commands/stock/acknowledge-alert';
import { countStock } from '#lib/commands/stock/count-stock';
import { disposeReturn } from '#lib/commands/stock/dispose-return';
import { decideExpiry, quarantineLot, releaseLot } from '#lib/commands/stock/lot-actions';
import type { Account } from '#lib/domain/access/account';
import { rowId } from '#lib/domain/base/json/row-id';
import { Forbidden } from '#lib/domain/base/refusal';
import { listQueue } from '#lib/views/dispenses/queue';
import { search } from '#lib/views/overview/search';
import { readRegister, registerSubstances } from '#lib/views/register/register';
import { demoDatabase } from '#scripts/testing/demo-database';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
import { listAlerts } from './alerts.ts';
import { getLot } from './lot-detail.ts';
import { listReturns } from './return-list.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;

const places = ['north', 'south'] as const;
type Place = (typeof places)[number];
const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
const stockItem = (place: Place) => `medication:stk_${place}`;
const lotOf = (place: Place) => rowId(stockItem(place), 'LOT');

beforeAll(async () => {
  database = await demoDatabase();
  for (const place of places) {
    const stock = { stockItemId: `stk_${place}`, lotNumber: 'LOT', quantityUnit: 'tablet', medicationCode: 'MORPH' };
    const received = { ...stock, expiryDate: soon, quantity: 500, locationId: `loc_${place}`, grnNumber: place };
    await keep(inventedEvent('medication.inventory.stock_received.v1', { data: received }));
    const dispense = { ...stock, dispenseId: `dsp_${place}`, prescriptionId: `rx_${place}`, schedule: 'II' };
    const given = { ...dispense, dispensedQuantity: 10, pharmacistId: 'p1' };
    await keep(inventedEvent('medication.controlled_substance.dispensed.v1', { data: given }));
    const back = {
      ...{ dispenseId: `dsp_${place}`, prescriptionId: `rx_${place}`, returnId: `ret_${place}` },
      ...{ returnedQuantity: 2, quantityUnit: 'tablet', stockItemId: null, lotNumber: null },
    };
    await keep(inventedEvent('medication.dispensing.returned.v1', { data: back }));
    const expiring = { ...stock, expiryDate: soon, quantityOnHand: 490 };
    await keep(inventedEvent('medication.inventory.expiry_alert.v1', { data: expiring }));
  }
  await processAll();
});
afterAll(() => database.close());

const north: Account = {
  scope: {
    ...{ tenantId: 'demo', userId: 'usr_p', role: 'pharmacist', inCharge: true, prescriberIds: [] },
    locationIds: ['medication:loc_north'],
  },
  ...{ sessionId: 's', name: 'P', email: 'p@demo.test', tenantName: '', timeZone: 'UTC', locale: 'en' },
};
const everywhere: Account = { ...north, scope: { ...north.scope, locationIds: [] } };

const idOf = (kind: 'dsp' | 'ret', place: Place) => `medication:${kind}_${place}`;
/** Every action and opening of a pharmacist by an id, at a location. */
const byId = {
  'the page of a lot': (who, place) => getLot(who, lotOf(place)),
  'a quarantine': (who, place) => quarantineLot(who, lotOf(place), 'wet', `q ${place}`, 'r'),
  'a release': (who, place) => releaseLot(who, lotOf(place), 'dry', `l ${place}`, 'r'),
  'a decision on an expiry': (who, place) => decideExpiry(who, lotOf(place), { decision: 'return' }, `d ${place}`, 'r'),
  'a count': (who, place) => countStock(who, { stockItemId: stockItem(place), quantity: '5' }, `c ${place}`, 'r'),
  'a review': (who, place) => reviewDispenses(who, [idOf('dsp', place)], `v ${place}`, 'r'),
  'a flag': (who, place) => flagDispense(who, idOf('dsp', place), 'short', `f ${place}`, 'r'),
  'a countersign': (who, place) => countersignDispense(who, idOf('dsp', place), `s ${place}`, 'r'),
  'a disposition': (who, place) =>
    disposeReturn(who, idOf('ret', place), { disposition: 'destroy' }, `x ${place}`, 'r'),
  'a seen expiry alert': (who, place) =>
    acknowledgeAlert(who, { id: rowId('expiry', stockItem(place), 'LOT'), reason: 'known' }, `e ${place}`, 'r'),
  'a seen missing countersign': (who, place) =>
    acknowledgeAlert(who, { id: rowId('countersign', idOf('dsp', place)), reason: 'known' }, `m ${place}`, 'r'),
  'a correction of the register': (who, place) =>
    correctRegister(who, { stockItemId: stockItem(place), quantity: '1', reason: 'found' }, `k ${place}`, 'r'),
} as const satisfies Record<string, (who: Account, place: Place) => Promise<unknown>>;

test.for(Object.entries(byId))(
  'for a pharmacist limited to a location, %s is permitted there and forbidden elsewhere',
  async ([, act]) => {
    await expect(act(north, 'south')).rejects.toBeInstanceOf(Forbidden);
    await act(north, 'north');
  },
);

test('with one dispense of another location among the chosen ones, none is reviewed', async () => {
  const ids = places.map((place) => idOf('dsp', place));
  await expect(reviewDispenses(north, ids, 'both', 'r')).rejects.toBeInstanceOf(Forbidden);
});

const limit = 50;
const seen = (texts: readonly (string | null)[]) => places.filter((place) => texts.some((one) => one?.includes(place)));

test('alerts, returns and the register are of the pharmacist’s locations, or of the requested one', async () => {
  const read = async (who: Account, location?: string) => {
    const alerts = (await listAlerts(who, { limit, location })).items;
    const returns = (await listReturns(who, { limit, location }, 'r')).items;
    const register = (await readRegister(who, { limit, location }, 'r')).items;
    const substances = (await registerSubstances(who, { location })).items;
    return [
      seen(alerts.filter(({ kind }) => kind === 'expiry').map(({ id }) => id)),
      seen(alerts.filter(({ kind }) => kind === 'countersign').map(({ id }) => id)),
      seen(returns.map(({ id }) => id)),
      seen(register.map(({ stockItemId }) => stockItemId)),
      seen(substances.flatMap(({ stockItems }) => stockItems)),
    ];
  };
  const all = (these: readonly Place[]) => Array.from({ length: 5 }, () => these);
  expect(await read(everywhere)).toEqual(all(places));
  expect(await read(everywhere, 'medication:loc_south')).toEqual(all(['south']));
  expect(await read(north)).toEqual(all(['north']));
  expect(await read(north, 'medication:loc_south')).toEqual(all([]));
});

test("the register's numbers are of the pharmacist's locations", async () => {
  const of = async (who: Account) =>
    (await registerSubstances(who, {})).items.map(({ missing, self }) => missing + self);
  const [own = 0, all = 0] = [...(await of(north)), ...(await of(everywhere))];
  expect(all - own).toBe(1);
});

test("the prescriptions of a lot are found for the pharmacist's locations only", async () => {
  const found = async (who: Account) => seen((await search(who, 'LOT', 'r')).items.map(({ id }) => id));
  expect([await found(everywhere), await found(north)]).toEqual([places, ['north']]);
});

test("the queue counts the usable stock at the pharmacist's locations", async () => {
  const stock = { stockItemId: 'stk_far', lotNumber: 'F', quantity: 90, quantityUnit: 'tablet', medicationCode: 'FAR' };
  const received = { ...stock, expiryDate: '2099-01-01', locationId: 'loc_south', grnNumber: 'far' };
  await keep(inventedEvent('medication.inventory.stock_received.v1', { data: received }));
  const signed = { prescriptionId: 'rx_far', medicationCode: 'FAR', quantity: 30, quantityUnit: 'tablet' };
  await keep(inventedEvent('medication.prescription.signed.v1', { data: signed }));
  await keep(inventedEvent('medication.fulfillment.queued.v1', { data: { prescriptionId: 'rx_far' } }));
  await processAll();
  const usable = async (who: Account) =>
    (await listQueue(who, { limit }, 'r')).items.find(({ id }) => id === 'medication:rx_far')?.usable;
  expect([await usable(everywhere), await usable(north)]).toEqual(['enough', null]);
});
