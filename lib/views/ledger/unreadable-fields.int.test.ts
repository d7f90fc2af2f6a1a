import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Json } from '#lib/domain/base/json/json';
import { rebuild } from '#lib/processing/replays/rebuild';
import { getFlow } from '#lib/views/flow/flow';
import { getTimeline } from '#lib/views/prescriptions/timeline';
import { listRecallPeople } from '#lib/views/recalls/recall-people';
import {
  ago,
  give,
  happened,
  notice,
  type RecallStory,
  recallId,
  recallStory,
  secondsPerDay,
} from '#scripts/testing/stories/recall-story';
import { listEvents } from './events.ts';

let story: RecallStory;
beforeAll(async () => {
  story = await recallStory();
  // The source of these histories.
  await story.everyone.rows(`insert into "Source" ("tenantId", id, key, name, format)
    values ('demo', 'src_medication-service', 'a-sender', 'A sender', 'medication-service')`);
});
afterAll(() => story.close());
afterEach(() => story.empty());

const marta = () => story.as('pharmacist@demo.test');
const elena = () => story.as('admin@demo.test');
const people = async () =>
  (await listRecallPeople(marta(), recallId, { show: 'all', limit: 200 }, 'req_test')).items.map((one) => one.personId);
const entries = async () =>
  (await getTimeline(marta(), { id: 'medication:rx1', knownAt: null, limit: 50 }, 'req_test')).items;

test.each<[string, Json]>([
  ['a date that does not exist', '2027-02-31'],
  ['words', 'see the box'],
  ['an object', { year: 2027 }],
])('a dispense whose expiry is %s is in the recall of its lot', async (_, expiryDate) => {
  await happened(give('d1', 'rx1', ago(3 * secondsPerDay), { expiryDate }), notice(ago(500)));
  expect(await people()).toEqual(['medication:pat_rx1']);
  await rebuild(story.url);
  expect(await people()).toEqual(['medication:pat_rx1']);
});

test('unreadable fields are shown where the event is read, and counted for its source', async () => {
  await happened(
    give('d1', 'rx1', ago(3 * secondsPerDay), { expiryDate: '2027-02-31' }),
    give('d2', 'rx2', ago(2 * secondsPerDay)),
  );

  const [entry] = await entries();
  expect(entry?.facts).toContainEqual({ label: 'Not readable', value: 'expiryDate: 2027-02-31', kind: 'mono' });

  const events = await listEvents(elena(), { unreadable: 'yes', limit: 10 });
  expect(events.items.map(({ status, unreadable }) => ({ status, unreadable }))).toEqual([
    { status: 'processed', unreadable: ['data.expiryDate: expected date, got other text'] },
  ]);
  const { sources } = await getFlow(elena());
  expect(sources.filter(({ unreadable }) => unreadable > 0)).toMatchObject([{ key: 'a-sender', unreadable: 1 }]);
});
