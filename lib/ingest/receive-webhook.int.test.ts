import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoDatabase } from '#scripts/testing/demo-database';
import { type Everyone, lookAtEveryone } from '#scripts/testing/everyone';
import { ownSourceOf } from '#scripts/testing/own-source';
import { demoSender, type Sender, signedRequest } from '#scripts/testing/signed-request';
import { inventedEvent } from '#scripts/testing/stories/invented-events';
import { POST } from '../../app/api/webhooks/[source]/route.ts';
import { flushRefusals } from './refused.ts';

// Every answer that contract.md, "Webhooks", promises, from the very route that senders call.
let database: Awaited<ReturnType<typeof demoDatabase>>;
let everyone: Everyone;
const medication = demoSender('demo-medication');
const signed = () => inventedEvent('medication.prescription.signed.v1');

beforeAll(async () => {
  database = await demoDatabase();
  everyone = await lookAtEveryone(database.url);
});
beforeEach(async () => {
  await flushRefusals();
  await everyone.rows('truncate "LedgerEvent", "DeadLetter", "DeadLetterEpisode", "Delivery", "SourceRefusal"');
});
afterAll(async () => {
  await everyone.close();
  await database.close();
});

const call = (key: string, request: Request) => POST(request, { params: Promise.resolve({ source: key }) });
const post = (sender: Sender, body: Parameters<typeof signedRequest>[1], more = {}) =>
  call(sender.key, signedRequest(sender, body, more));
const eventCount = async () =>
  (await everyone.rows<{ n: number }>('select count(*)::int as n from "LedgerEvent"'))[0]?.n;

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body: unknown = await response.json();
  expect(body).toEqual({
    type: expect.stringMatching(/^urn:scriptline:problem:/),
    title: expect.any(String),
    status: response.status,
    requestId: response.headers.get('x-request-id'),
  });
  return response.status;
}

describe('202', () => {
  test.each(['demo-osigu', 'demo-photon', 'demo-medication', 'demo-standard'])(
    '%s: kept before the answer',
    async (key) => {
      const sample = {
        'demo-osigu': 'prescription.issued',
        'demo-photon': 'photon-prescription-created',
      }[key];
      const answer = await post(demoSender(key), inventedEvent(sample ?? 'medication.prescription.signed.v1'));
      expect(answer.status).toBe(202);
      expect(await answer.json()).toEqual({ accepted: 1, duplicates: 0, quarantined: 0 });
      expect(await eventCount()).toBe(1);
    },
  );

  test('a repeat is a duplicate, another body under the same id is quarantined, and so is what cannot be used', async () => {
    const event = signed();
    const answerTo = async (body: object) => (await post(medication, body)).json();
    expect(await answerTo(event)).toEqual({ accepted: 1, duplicates: 0, quarantined: 0 });
    expect(await answerTo(event)).toEqual({ accepted: 0, duplicates: 1, quarantined: 0 });
    expect(await answerTo({ ...event, data: {} })).toEqual({ accepted: 0, duplicates: 0, quarantined: 1 });
    expect(await answerTo([])).toEqual({ accepted: 0, duplicates: 0, quarantined: 0 });
    expect(await eventCount()).toBe(2);
  });

  test('a batch of new, repeated, unusable and conflicting events counts each as what it is', async () => {
    const [known, fresh] = [signed(), signed()];
    await post(medication, known);
    const mixed = [known, fresh, fresh, { ...fresh, data: {} }, { ...signed(), tenantid: 'ten_other' }, 7, {}];
    expect(await (await post(medication, mixed)).json()).toEqual({ accepted: 1, duplicates: 2, quarantined: 4 });
    expect(await eventCount()).toBe(1 + 5);
  });
});

describe('refused, and nothing of it stored', () => {
  test.each([
    ['no signature', { 'x-ghasi-signature': '' }, 'missing'],
    ['a wrong one', { 'x-ghasi-signature': `sha256=${'0'.repeat(64)}` }, 'mismatch'],
    ['no hex at all', { 'x-ghasi-signature': 'sha256=zz' }, 'malformed'],
  ])('401: %s, counted by its fault', async (_what, headers, fault) => {
    expect(await problemOf(await post(medication, signed(), { headers }))).toBe(401);
    await flushRefusals();
    expect(await eventCount()).toBe(0);
    const counted = await everyone.rows(
      'select r.fault, r.count from "SourceRefusal" r join "Source" s on s.id = r."sourceId" where s.key = $1',
      [medication.key],
    );
    expect(counted).toEqual([{ fault, count: 1 }]);
  });

  test('401: a stale signature, and one over other bytes', async () => {
    const osigu = demoSender('demo-osigu');
    const stale = signedRequest(osigu, signed()).headers.get('x-osigu-signature') ?? '';
    const headers = { 'x-osigu-signature': stale.replace(/t=\d+/, 't=1700000000') };
    expect((await post(osigu, signed(), { headers })).status).toBe(401);
    const other = signedRequest(medication, signed()).headers.get('x-ghasi-signature') ?? '';
    expect((await post(medication, signed(), { headers: { 'x-ghasi-signature': other } })).status).toBe(401);
    expect(await eventCount()).toBe(0);
  });

  test('404: no such key, a key of no possible shape, a source that is switched off', async () => {
    const off = await ownSourceOf(everyone, { disabled: true, encryptionKey: database.encryptionKey });
    for (const key of ['demo-nobody', '../demo-medication', 'x'.repeat(300)]) {
      expect(await problemOf(await call(key, signedRequest(medication, signed())))).toBe(404);
    }
    expect((await post(off, signed())).status).toBe(404);
    expect(await eventCount()).toBe(0);
  });

  test('413: one byte too many, declared or not, and never verified in part', async () => {
    const largest = 262_144;
    const padded = (size: number) => {
      const body = JSON.stringify(signed());
      return body + ' '.repeat(size - body.length);
    };
    for (const stream of [true, false]) {
      expect(await problemOf(await post(medication, padded(largest + 1), { stream }))).toBe(413);
      expect((await post(medication, padded(largest), { stream })).status).toBe(202);
    }
    const more = { stream: true, headers: { 'x-ghasi-signature': 'sha256=00' } };
    expect((await post(medication, padded(largest + 1), more)).status).toBe(413);
    await flushRefusals();
    expect(await everyone.rows('select 1 from "SourceRefusal"')).toEqual([]);
    expect(await eventCount()).toBe(2);
  });

  test('413: a batch may be a megabyte and no more', async () => {
    const photon = demoSender('demo-photon');
    const batch = (size: number) => {
      const body = JSON.stringify([inventedEvent('photon-prescription-created')]);
      return body + ' '.repeat(size - body.length);
    };
    expect((await post(photon, batch(1_048_576))).status).toBe(202);
    expect((await post(photon, batch(1_048_577))).status).toBe(413);
  });

  test('429: over the rate of the source, with the seconds to wait, and the refused one not kept', async () => {
    const slow = await ownSourceOf(everyone, { ratePerSecond: 2, encryptionKey: database.encryptionKey });
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(slow, signed())));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.map(({ status }) => status).filter((status) => status === 202)).toHaveLength(2);
    expect(refused).toHaveLength(4);
    for (const answer of refused) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      await problemOf(answer);
    }
    expect(await eventCount()).toBe(2);
  });

  test('429: each event of a batch counts; the batch itself is let in whole', async () => {
    const slow = await ownSourceOf(everyone, {
      ratePerSecond: 2,
      encryptionKey: database.encryptionKey,
      format: 'photon',
    });
    expect(
      (
        await post(
          slow,
          Array.from({ length: 9 }, () => inventedEvent('photon-prescription-created')),
        )
      ).status,
    ).toBe(202);
    const refused = await post(slow, [inventedEvent('photon-prescription-created')]);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBe(4);
  });
});
