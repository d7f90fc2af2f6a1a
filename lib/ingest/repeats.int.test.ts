import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { interpretRow } from '#lib/events/interpret-row';
import { processEvents } from '#lib/processing/overview/process-events';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { demoSender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { receiveWebhook } from './receive-webhook.ts';

// Only the database's unique constraint decides what is new: so restarts, second processes and races make no difference.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
const medication = demoSender('demo-medication');

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
beforeEach(() =>
  everyone.rows('truncate "LedgerEvent", "DeadLetter", "DeadLetterEpisode", "Dispense", "Prescription"'),
);
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const dispensed = () => inventedEvent('medication.dispensing.completed.v1');
const send = (body: object) => receiveWebhook(medication.key, signedRequest(medication, body));
const process = () =>
  processEvents({ policy: { baseSeconds: 1, capSeconds: 60 }, batch: 256, interpret: interpretRow });
const rows = () =>
  everyone.rows<{ duplicates: number; status: string; dedupeKey: string }>(
    'select duplicates, status, "dedupeKey" from "LedgerEvent" order by seq',
  );

test.each([3, 50])('the same event %i times at once is one row and counted repeats', async (times) => {
  const event = dispensed();
  const receipts = await Promise.all(Array.from({ length: times }, () => send(event)));
  expect(receipts.every(({ status }) => status === 202)).toBe(true);
  const total = (word: 'accepted' | 'duplicates') =>
    receipts.reduce((sum, receipt) => sum + (receipt.status === 202 ? receipt[word] : 0), 0);
  expect([total('accepted'), total('duplicates')]).toEqual([1, times - 1]);
  expect(await rows()).toMatchObject([{ duplicates: times - 1 }]);
});

test('again after its processing: still one row, one effect, and it is not processed again', async () => {
  const event = dispensed();
  await send(event);
  expect(await process()).toBe(1);
  const before = await everyone.rows('select * from "Dispense"');
  expect(before).toHaveLength(1);
  expect(await send(event)).toEqual({ status: 202, accepted: 0, duplicates: 1, quarantined: 0 });
  expect(await process()).toBe(0);
  expect(await rows()).toMatchObject([{ duplicates: 1, status: 'processed' }]);
  expect(await everyone.rows('select * from "Dispense"')).toEqual(before);
});

test('white space, key order and escapes make no other content', async () => {
  const event = dispensed();
  const turned = Object.fromEntries(Object.entries(event).reverse());
  await send(event);
  const spaced = JSON.stringify(turned, null, 2).replace('LOT', '\\u004cOT');
  expect(await receiveWebhook(medication.key, signedRequest(medication, spaced))).toMatchObject({ duplicates: 1 });
  expect(await rows()).toMatchObject([{ duplicates: 1 }]);
});

test('same id, other body: the first is kept, each other one is quarantined as a conflict, and its repeat is a duplicate', async () => {
  const event = dispensed();
  const other = (quantity: number) => ({
    ...event,
    data: { dispenseId: event['id'] ?? null, dispensedQuantity: quantity },
  });
  await send(event);
  expect(await send(other(1))).toMatchObject({ accepted: 0, duplicates: 0, quarantined: 1 });
  expect(await send(other(2))).toMatchObject({ accepted: 0, duplicates: 0, quarantined: 1 });
  expect(await send(other(1))).toMatchObject({ duplicates: 1, quarantined: 0 });
  expect(await send(event)).toMatchObject({ duplicates: 1, quarantined: 0 });
  expect(await rows()).toMatchObject([
    { status: 'received', duplicates: 1 },
    { status: 'quarantined', duplicates: 1 },
    { status: 'quarantined', duplicates: 0 },
  ]);
  const letters = await everyone.rows('select cause, state, queue from "DeadLetter" order by seq');
  expect(letters).toEqual(Array(2).fill({ cause: 'conflict', state: 'open', queue: 'medication.ingestion.dlq' }));
});

test('three different bodies under one id at once: one is kept, two are conflicts, whichever came first', async () => {
  const event = dispensed();
  const bodies = [1, 2, 3].map((dispensedQuantity) => ({ ...event, data: { dispensedQuantity } }));
  const sent = bodies.flatMap((body) => [body, body, body, body]);
  await Promise.all(sent.map(send));
  const stored = await rows();
  expect(stored.map(({ status }) => status).sort()).toEqual(['quarantined', 'quarantined', 'received']);
  expect(stored.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(sent.length - 3);
});

test('one id from two sources is two events', async () => {
  const event = { ...dispensed(), tenantid: null };
  const other = demoSender('other-medication');
  await send(event);
  expect(await receiveWebhook(other.key, signedRequest(other, event))).toMatchObject({ accepted: 1 });
  expect(await rows()).toMatchObject([{ duplicates: 0 }, { duplicates: 0 }]);
});
