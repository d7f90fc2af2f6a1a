import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import type { Scope } from '#lib/domain/base/scope';
import { demoDatabase } from '#scripts/testing/demo-database';
import { follow, type StaleKeys } from './stale-keys.ts';

const scope: Scope = {
  ...{ tenantId: 'demo', userId: 'usr_p', inCharge: false, prescriberIds: [] },
  role: 'pharmacist',
};
/** A change so shortly before the rendering of a page may be missing in it. */
const margin = 5_000;

let database: Awaited<ReturnType<typeof demoDatabase>>;
const stops: (() => void)[] = [];

function open(renderedAt: number | null): StaleKeys[] {
  const said: StaleKeys[] = [];
  stops.push(
    follow(
      scope,
      renderedAt,
      (keys) => said.push(keys),
      () => undefined,
    ),
  );
  return said;
}

beforeAll(async () => {
  database = await demoDatabase();
});
afterAll(async () => {
  for (const stop of stops) stop();
  await globalThis.scriptlineLive?.stop();
  await database.close();
});

test('a page hears at its first line what changed since it was rendered, and nothing where nothing did', async () => {
  const others = open(null);
  // The process begins to listen: whoever waited for it looks at everything.
  await expect.poll(() => others.length).toBe(1);
  const before = Date.now();
  const long = before + 10 * margin;
  expect(open(long)).toEqual([]);
  await inTenant(scope, (tx) =>
    notifyScreens(tx, 'demo', [{ id: 'medication:rx_1', prescriberId: 'medication:usr_1' }]),
  );
  await expect.poll(() => others.length).toBe(2);
  expect(open(long)).toEqual([]);
  expect(open(before + margin)).toEqual([others[1]]);
  expect(others[1]).toContainEqual(['pharmacy']);
});

test('a page that was rendered before the process listened looks at everything again', () => {
  const [keys] = open(Date.now() - 3_600_000);
  expect(keys).toContainEqual(['pharmacy']);
  expect(keys).toContainEqual(['follow-ups']);
});
