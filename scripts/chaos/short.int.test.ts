import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWhenStale } from '#scripts/launcher/build';
import { isNightly } from '#scripts/testing/lane';
import { faults } from './faults/all.ts';
import { type ChaosInstance, startChaosInstance } from './instance.ts';
import { loadedEvent } from './invented-load.ts';
import { heldElsewhere, isHeldElsewhere } from './nightly.ts';
import { outcome, quantile } from './outcome.ts';
import { account } from './settled.ts';

// The short form of `npm run chaos`, with a few kills in place of many, against real processes: nightly every row of the reliability table, else the
// rows that no other test holds.
const rows = faults.filter((fault) => isNightly() || !isHeldElsewhere(fault));

let instance: ChaosInstance;
beforeAll(async () => {
  await buildWhenStale();
  instance = await startChaosInstance();
}, 300_000);
afterAll(() => instance?.stop(), 30_000);

test.each(rows.map((fault) => [`${fault.fault('short')}: ${fault.must}`, fault] as const))(
  '%s',
  async (_name, fault) => {
    const { held, figures } = await fault.run(instance, 'short');
    expect(`${held ? 'held' : 'not held'}: ${figures}`).toMatch(/^held: /);
  },
  120_000,
);

test('every row that is left to the night is held by a test that is there', () => {
  const keys = faults.map(({ key }) => key);
  for (const [key, file] of Object.entries(heldElsewhere))
    expect([key, keys.includes(key), existsSync(file)]).toEqual([key, true, true]);
});

test('an account finds what is lost, and what is there beyond what was sent', async () => {
  await instance.empty();
  const claimed = new Set([loadedEvent('claimed', 0).id]);
  expect(await account(instance, 'claimed', 6, claimed)).toMatchObject({ events: 0, lost: 1, doubled: 0 });
  const insert = `insert into "Dispense" ("tenantId", id, registers) values ('demo', 'medication:dsp_claimed_1', '{}')`;
  await instance.everyone().rows(insert);
  expect(await account(instance, 'claimed', 6, new Set())).toMatchObject({ lost: 0, doubled: 1 });
});

test('a row with one clause that does not hold is not held, and says which', () => {
  expect(outcome(['lost 0', true], ['double effects 2', false])).toEqual({
    held: false,
    figures: 'lost 0; double effects 2 ✗',
  });
  expect(quantile([5, 1, 3, 2, 4], 0.99)).toBe(5);
});
