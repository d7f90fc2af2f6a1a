import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { demoSender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { receiveWebhook } from './receive-webhook.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
const standard = demoSender('demo-standard');

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
beforeEach(() => everyone.rows('truncate "LedgerEvent", "DeadLetter", "DeadLetterEpisode", "Delivery"'));
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const signed = () => inventedEvent('medication.prescription.signed.v1');
type Row = {
  raw: Buffer | null;
  deliveryId: string | null;
  deliveryIndex: number | null;
  contentType: string;
  headers: Record<string, string>;
  data: Record<string, unknown>;
  wireType: string;
  messageId: string;
};
const ledger = () => everyone.rows<Row>('select * from "LedgerEvent" order by seq');

test('the bytes are those that were signed, to the last space, digit and escape', async () => {
  const body = `\n {"extra": 12.50, "big": 12345678901234567890, "é\\u00e9" : 1e2,${JSON.stringify(signed()).slice(1)}\r\n`;
  await receiveWebhook('demo-medication', signedRequest(demoSender('demo-medication'), body));
  const [row] = await ledger();
  expect(row?.raw?.toString('utf8')).toBe(body);
  expect(row).toMatchObject({ contentType: 'application/cloudevents+json', deliveryId: null, deliveryIndex: null });
});

test('digits that a double would lose are kept as text in the readable copy too', async () => {
  const body = JSON.stringify(inventedEvent('medication.prescription.held.v1', { data: { n: 'N' } })).replace(
    '"N"',
    '12345678901234567890.10',
  );
  await receiveWebhook('demo-medication', signedRequest(demoSender('demo-medication'), body));
  const [row] = await ledger();
  expect(row?.data['n']).toBe('12345678901234567890.10');
});

test('no signature and no cookie is kept with a row', async () => {
  const headers = { cookie: 'a=b', authorization: 'Bearer x', 'user-agent': 'sender/1' };
  await receiveWebhook(standard.key, signedRequest(standard, signed(), { headers }));
  const [row] = await ledger();
  expect(Object.keys(row?.headers ?? {}).sort()).toEqual([
    'content-type',
    'user-agent',
    'webhook-id',
    'webhook-timestamp',
  ]);
});

test('the bytes of a batch are kept once, its events point into it, and a repeat keeps them no second time', async () => {
  const events = [signed(), 'not an event', signed()];
  const raw = JSON.stringify(events);
  const send = () =>
    receiveWebhook(
      standard.key,
      signedRequest(standard, raw, {
        headers: { 'content-type': 'Application/CloudEvents-Batch+JSON; charset=utf-8' },
      }),
    );
  expect(await send()).toMatchObject({ accepted: 2, quarantined: 1 });
  expect(await send()).toMatchObject({ accepted: 0, duplicates: 3 });
  const id = createHash('sha256').update(raw).digest('hex');
  const deliveries = await everyone.rows<{ id: string; raw: Buffer }>('select id, raw from "Delivery"');
  expect(deliveries.map((row) => [row.id, row.raw.toString()])).toEqual([[id, raw]]);
  const rows = await ledger();
  expect(rows.map((row) => [row.raw, row.deliveryId, row.deliveryIndex])).toEqual([
    [null, id, 0],
    [null, id, 1],
    [null, id, 2],
  ]);
});

test('one object that is labelled as a batch, as Photon sends it, is one event with its own bytes', async () => {
  const photon = demoSender('demo-photon');
  const body = JSON.stringify(inventedEvent('photon-prescription-created'));
  const request = signedRequest(photon, body);
  expect(request.headers.get('content-type')).toBe('application/cloudevents-batch+json');
  expect(await receiveWebhook(photon.key, request)).toMatchObject({ accepted: 1 });
  const [row] = await ledger();
  expect(row?.raw?.toString()).toBe(body);
  expect(await everyone.rows('select 1 from "Delivery"')).toEqual([]);
});

test('binary mode: attributes from the headers, the payload from the body, both kept', async () => {
  const payload = '{"prescriptionId": "rx_7",  "patientId": "pat_7"}';
  const headers = {
    'content-type': 'application/json',
    ...{
      'ce-specversion': '1.0',
      'ce-id': 'evt%207',
      'ce-source': 'urn:clinic',
      'ce-type': 'medication.prescription.held.v1',
    },
    ...{ 'ce-time': '2026-11-19T12:00:00Z', 'ce-tenantid': 'ten_demo' },
  };
  expect(await receiveWebhook(standard.key, signedRequest(standard, payload, { headers }))).toMatchObject({
    accepted: 1,
  });
  const [row] = await ledger();
  expect(row).toMatchObject({ messageId: 'evt 7', wireType: headers['ce-type'], data: JSON.parse(payload) });
  expect(row?.raw?.toString()).toBe(payload);
  expect(row?.headers).toMatchObject({ 'ce-id': 'evt%207', 'ce-source': 'urn:clinic' });
});
