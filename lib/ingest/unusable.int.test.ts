import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '#lib/domain/base/json/json';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { type Body, bytesOf, demoSender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { receiveWebhook } from './receive-webhook.ts';

// Nothing that a source signed is lost: an unusable event is kept with its bytes, as a dead letter that names paths and never values.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const signed = (over: JsonObject = {}) => inventedEvent('medication.prescription.signed.v1', over);
const patched = (over: JsonObject, from: string, to: string) => JSON.stringify(signed(over)).replace(from, to);
const deep = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const later = (ms: number) => new Date(Date.now() + ms).toISOString();

type Kept = { raw: Buffer; status: string; data: unknown; cause: string; paths: string[]; queue: string };

/** The latest row, with its dead letter and first episode. */
async function latest(): Promise<Kept | undefined> {
  const [row] = await everyone.rows<Kept>(
    `select e.raw, e.status, e.data, d.cause, d.paths, d.queue from "LedgerEvent" e
     join "DeadLetter" d on d."tenantId" = e."tenantId" and d.seq = e.seq and d.state = 'open'
     join "DeadLetterEpisode" p on p."tenantId" = e."tenantId" and p.seq = e.seq and p.episode = 1 and p.cause = d.cause
     order by e.seq desc limit 1`,
  );
  return row;
}

const utf16 = new Uint8Array(Buffer.from('﻿{"type":"x"}', 'utf16le'));
const cases: readonly (readonly [what: string, key: string, body: Body, cause: string, path?: string])[] = [
  ['not JSON', 'demo-medication', '{"half":', 'not-json'],
  ['nothing at all', 'demo-osigu', '', 'not-json'],
  ['another encoding', 'demo-medication', utf16, 'not-json'],
  ['a text', 'demo-photon', '"hello"', 'not-an-envelope', '$'],
  ['no type', 'demo-osigu', { data: {} }, 'not-an-envelope', '$.event_type'],
  ['no id and no source', 'demo-medication', { specversion: '1.0', type: 'x' }, 'not-an-envelope', '$.id'],
  ['another tenant in the envelope', 'demo-medication', signed({ tenantid: 'ten_other' }), 'wrong-tenant', 'tenantid'],
  ['another tenant inside', 'demo-medication', signed({ data: { tenantId: 'ten_other' } }), 'wrong-tenant'],
  [
    'another environment',
    'demo-osigu',
    inventedEvent('prescription.issued', { environment: 'production' }),
    'wrong-environment',
  ],
  ['from the future', 'demo-medication', signed({ time: later(11 * 60_000) }), 'future', 'time'],
  ['U+0000', 'demo-medication', signed({ data: { note: 'a\u0000b' } }), 'invalid-payload', '$.data.note'],
  [
    'half a surrogate pair',
    'demo-medication',
    patched({ data: { note: 'HALF' } }, 'HALF', '\\ud800'),
    'invalid-payload',
    '$.data.note',
  ],
  [
    'a key named __proto__',
    'demo-medication',
    patched({ data: { KEY: {} } }, 'KEY', '__proto__'),
    'invalid-payload',
    '$.data.__proto__',
  ],
  ['nested 5,000 deep', 'demo-medication', deep(5_000), 'not-json'],
  ['nested 100,000 deep', 'demo-medication', deep(100_000), 'not-json'],
  [
    'keys without end',
    'demo-medication',
    `{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":0`).join()}}`,
    'not-an-envelope',
    '$.specversion',
  ],
  [
    'two ids that disagree',
    'demo-photon',
    inventedEvent('photon-prescription-created', { subject: 'rx_9' }),
    'invalid-payload',
  ],
];

for (const [what, key, body, cause, path] of cases) {
  test(`${what}: 202, quarantined, its bytes kept`, async () => {
    const receipt = await receiveWebhook(key, signedRequest(demoSender(key), body));
    expect(receipt).toEqual({ status: 202, accepted: 0, duplicates: 0, quarantined: 1 });
    const row = await latest();
    expect(row).toMatchObject({ status: 'quarantined', cause });
    expect(row?.queue).toMatch(/^(medication|osigu|photon)\.ingestion\.dlq$/);
    expect(row?.raw.equals(Buffer.from(bytesOf(body)))).toBe(true);
    if (path !== undefined) expect(row?.paths.join()).toContain(path);
    expect(row?.paths.join()).not.toMatch(/ten_other|hello|production|Metformin/);
    expect(Reflect.get({}, 'a')).toBeUndefined();
    const again = await receiveWebhook(key, signedRequest(demoSender(key), body));
    expect(again).toEqual({ status: 202, accepted: 0, duplicates: 1, quarantined: 0 });
  });
}

test('an event ten minutes ahead less a little is no fault', async () => {
  const body = signed({ time: later(9.5 * 60_000) });
  const receipt = await receiveWebhook('demo-medication', signedRequest(demoSender('demo-medication'), body));
  expect(receipt).toMatchObject({ accepted: 1, quarantined: 0 });
});
