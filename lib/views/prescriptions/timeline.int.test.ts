import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Account } from '#lib/domain/access/account';
import { accountsOf } from '#scripts/testing/accounts';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { processAll } from '#scripts/testing/processing';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { keep } from '#scripts/testing/stories/keep-events';
import { getTimeline } from './timeline.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
let ana: Account;

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
  ana = (await accountsOf(everyone))('doctor@demo.test');
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const at = (minute: number) => `2026-11-12T08:${String(minute).padStart(2, '0')}:00.000Z`;
const event = (type: string, minute: number, more = {}) =>
  inventedEvent(type, { time: at(minute), data: { prescriptionId: 'rx_twice', signedAt: at(minute), ...more } });

test.each([1, 2, 3, 50])(
  'a fact that came under two names is shown once, %i to a page, however far its names are apart',
  async (limit) => {
    await everyone.rows('truncate "LedgerEvent", "EventSubject"');
    await keep(
      event('MEDICATION.medication.signed', 1),
      event('medication.prescription.held.v1', 2),
      event('medication.prescription.resumed.v1', 3),
      event('medication.prescription.signed.v1', 4),
      event('medication.prescription.held.v1', 5),
    );
    await processAll();
    const items: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const asking = { id: 'medication:rx_twice', knownAt: null, limit, ...(cursor && { cursor }) };
      const page = await getTimeline(ana, asking, 'req');
      items.push(...page.items.map(({ type, sources }) => `${type.split('.').at(-2)} ${sources.length}`));
      cursor = page.nextCursor;
    }
    expect(items).toEqual(['held 1', 'signed 2', 'resumed 1', 'held 1']);
  },
);
