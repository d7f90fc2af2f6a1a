import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Account } from '#lib/domain/access/account';
import type { JsonObject } from '#lib/domain/base/json/json';
import { listLots } from '#lib/views/stock/lot-list';
import { demoDatabase } from '#scripts/testing/demo-database';
import { emptyLedger } from '#scripts/testing/empty-ledger';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { newEvent } from '#scripts/testing/stories/keep-events';
import { getToday } from './pharmacy-today.ts';

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

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const dayAhead = (days: number) => daysAgo(-days).slice(0, 10);
type Told = readonly [name: string, data: JsonObject, time?: string];

async function tell(told: readonly Told[]): Promise<void> {
  await appendToLedger(
    told.map(([name, data, time = daysAgo(1)]) =>
      newEvent(
        name.startsWith('scriptline') ? 'standard' : 'medication-service',
        inventedEvent(name, { time, data }),
        name.startsWith('scriptline'),
      ),
    ),
  );
  await processAll();
}
const next = async () => (await getToday(account, 'r')).next.map(({ id }) => id);

/** Waits for 40 days as number 0, for 39 as number 1: more of each than are ever shown. */
const waiting = Array.from({ length: 40 }, (_, n) => ({ n, time: daysAgo(40 - n) }));
const dispense = (n: number) => ({ dispenseId: `d${n}`, prescriptionId: `rx${n}`, quantity: 1 });

const kinds: readonly [kind: string, told: () => readonly Told[], oldest: string][] = [
  [
    'recall',
    () =>
      waiting.map(({ n, time }) => [
        'medication.inventory.recall_triggered.v1',
        { recallId: `c${n}`, stockItemId: `s${n}`, lotNumber: 'A', recalledAt: time },
        time,
      ]),
    'recall medication:c0',
  ],
  [
    'countersign',
    () =>
      waiting.map(({ n, time }) => [
        'medication.controlled_substance.dispensed.v1',
        { ...dispense(n), schedule: 'II', pharmacistId: 'p' },
        time,
      ]),
    'countersign medication:d0',
  ],
  [
    'flagged',
    () => [
      ...waiting.map(({ n, time }): Told => ['medication.dispensing.completed.v1', dispense(n), time]),
      ...waiting.map(
        ({ n }): Told => ['scriptline.dispense.flagged', { dispenseId: `medication:d${n}`, reason: 'short' }],
      ),
    ],
    'flagged medication:d0',
  ],
  [
    'override',
    () => [
      ...waiting.map(({ n, time }): Told => ['medication.dispensing.completed.v1', dispense(n), time]),
      ...[0, 1].map(
        (n): Told => [
          'medication.alert.overridden.v1',
          { alertOverrideId: `o${n}`, prescriptionId: `rx${n}`, alertType: 'interaction' },
        ],
      ),
    ],
    'override medication:d0',
  ],
  [
    'return',
    () =>
      waiting.map(({ n, time }) => [
        'medication.dispensing.returned.v1',
        { dispenseId: `d${n}`, returnId: `r${n}`, returnedQuantity: 1 },
        time,
      ]),
    'return medication:r0',
  ],
  [
    'reorder',
    () =>
      waiting.map(({ n, time }) => [
        'medication.inventory.reorder_alert.v1',
        { stockItemId: `z${99 - n}`, quantityOnHand: 3, reorderPoint: 10 },
        time,
      ]),
    'reorder medication:z99',
  ],
  [
    'expiry',
    () =>
      waiting.map(({ n }) => [
        'medication.inventory.expiry_alert.v1',
        { stockItemId: `z${99 - n}`, lotNumber: 'A', quantityOnHand: 3, expiryDate: dayAhead(n < 2 ? n + 1 : 25) },
      ]),
    'expiry medication:z99|A',
  ],
];

test.for(kinds)('however many newer ones wait, the oldest %s is what is to be done next', async ([, told, oldest]) => {
  await tell(told());
  expect((await next())[0]).toBe(oldest);
  await emptyLedger(everyone);
});

test('what was to be used first comes back when it has expired with some left', async () => {
  const lot = { stockItemId: 's', lotNumber: 'A' };
  await tell([
    ['medication.inventory.stock_received.v1', { ...lot, quantity: 30, grnNumber: 'g', expiryDate: dayAhead(-2) }],
    ['scriptline.expiry.decided', { stockItemId: 'medication:s', lotNumber: 'A', decision: 'use_first' }, daysAgo(20)],
  ]);
  const undecided = async () => (await listLots(account, { within: 0, decided: 'no', limit: 5 })).items.length;
  expect([await next(), await undecided()]).toEqual([['expiry medication:s|A'], 1]);
  await tell([['scriptline.expiry.decided', { stockItemId: 'medication:s', lotNumber: 'A', decision: 'destroy' }]]);
  expect([await next(), await undecided()]).toEqual([[], 0]);
  await emptyLedger(everyone);
});
