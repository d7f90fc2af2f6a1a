import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/domain/base/json/json';
import { openBinaryCloudEvent } from './binary-cloud-event.ts';
import { openCloudEvent } from './cloud-event.ts';
import { mostEventsInABatch, openCloudEvents } from './cloud-events.ts';

const event = {
  specversion: '1.0',
  type: 'medication.alert.overridden.v1',
  source: 'ghasi/medication-service',
  id: 'e1',
};
const bytes = (value: Json) => new TextEncoder().encode(JSON.stringify(value));
const rejection = (value: Json) => {
  const opened = openCloudEvent(value);
  return opened.ok ? null : opened.rejection;
};
const envelope = (value: Json) => {
  const opened = openCloudEvent(value);
  return opened.ok ? opened.envelope : null;
};

describe('the envelope', () => {
  test.each(['specversion', 'id', 'source', 'type'])('without %s is none, and null or empty is without', (name) => {
    const without: Record<string, Json> = { ...event };
    delete without[name];
    for (const value of [without, { ...event, [name]: null }, { ...event, [name]: '' }, { ...event, [name]: [] }]) {
      expect(rejection(value)).toEqual({ cause: 'not-an-envelope', paths: [`$.${name}`] });
    }
  });

  test.each<Json>([null, 1, 'text', true, []])('%j is none', (value) => {
    expect(rejection(value)).toEqual({ cause: 'not-an-envelope', paths: ['$'] });
  });

  test('optional attributes that are null are absent', () => {
    const { digest, ...plain } = envelope(event) ?? {};
    const nulls = { time: null, subject: null, tenantid: null, correlationid: null, actorid: null, data: null };
    expect(envelope({ ...event, ...nulls })).toMatchObject(plain);
  });

  test('a number is taken as text', () => {
    const opened = openCloudEvents(
      new TextEncoder().encode(JSON.stringify(event).replace('"e1"', '12345678901234567890')),
    );
    expect(opened.events).toMatchObject([{ ok: true, envelope: { messageId: '12345678901234567890' } }]);
    expect(envelope({ ...event, id: 42 })).toMatchObject({ messageId: '42', dedupeKey: 'ghasi/medication-service 42' });
  });

  test('source and id are distinguished in the key', () => {
    const keys = [envelope({ ...event, source: 'a b', id: 'c' }), envelope({ ...event, source: 'a', id: 'b c' })];
    expect(keys[0]?.dedupeKey).not.toBe(keys[1]?.dedupeKey);
  });

  test('another major version is none', () => {
    expect(rejection({ ...event, specversion: '0.3' })?.paths).toEqual(['$.specversion']);
    expect(envelope({ ...event, specversion: 1 })).not.toBeNull();
  });

  test('a time that is none leaves the clock to the receipt', () => {
    for (const time of ['yesterday', 1776417151, '2026-04-17T09:12:31', {}]) {
      expect(envelope({ ...event, time })?.occurredAt).toBeNull();
    }
    expect(envelope({ ...event, time: '2026-04-17T03:12:31-06:00' })?.occurredAt).toBe('2026-04-17T09:12:31.000Z');
  });

  test.each<Json>([{}, [], true, '', 'x'.repeat(1025)])(
    'an unreadable tenantid (%j) does not pass for an absent one',
    (tenantid) => {
      expect(rejection({ ...event, tenantid })).toEqual({ cause: 'not-an-envelope', paths: ['$.tenantid'] });
    },
  );

  test('attribute names are lower case', () => {
    expect(rejection({ ...event, id: null, ID: 'e1' })?.paths).toEqual(['$.id']);
    expect(envelope({ ...event, tenantId: 'ten_other' })?.tenantId).toBeNull();
  });

  test.each(['id', 'source', 'type'])('an over-long %s cannot be a key: the digest is', (name) => {
    for (const long of ['x'.repeat(1025), '薬'.repeat(342)]) {
      const opened = openCloudEvent({ ...event, [name]: long });
      expect(opened).toMatchObject({ ok: false, rejection: { cause: 'not-an-envelope', paths: [`$.${name}`] } });
      expect(!opened.ok && opened.dedupeKey).toBe(!opened.ok && `sha256:${opened.digest}`);
    }
    expect(envelope({ ...event, [name]: 'x'.repeat(1024) })).not.toBeNull();
  });
});

describe('the payload', () => {
  test.each<Json>(['text', 1, true, [], [{}]])('%j is no payload', (data) => {
    expect(openCloudEvent({ ...event, data })).toMatchObject({
      ok: false,
      messageId: 'e1',
      dedupeKey: 'ghasi/medication-service e1',
      wireType: event.type,
      rejection: { cause: 'invalid-payload', paths: ['$.data'] },
    });
  });

  test('in base64 is read as JSON', () => {
    const encoded = (text: string) => ({ ...event, data_base64: Buffer.from(text).toString('base64') });
    expect(envelope(encoded('{"a":1}'))?.data).toEqual({ a: 1 });
    for (const text of ['PDF', '[]', '{"a":"\\u0000"}', '['.repeat(70)]) {
      expect(rejection(encoded(text))).toEqual({ cause: 'invalid-payload', paths: ['$.data_base64'] });
    }
    expect(rejection({ ...event, data_base64: '{}' })?.paths).toEqual(['$.data_base64']);
    expect(rejection({ ...encoded('{}'), data: {} })?.paths).toEqual(['$.data', '$.data_base64']);
  });

  test('that the ledger cannot store is refused with its paths, never its values', () => {
    const data = { note: 'a\u0000', items: [{ 'ana@example.com': '\ud800' }] };
    expect(rejection({ ...event, data })).toEqual({
      cause: 'invalid-payload',
      paths: ['$.data.note', '$.data.items[0].*'],
    });
  });
});

describe('a batch', () => {
  test('of none is a batch', () => {
    expect(openCloudEvents(bytes([]))).toEqual({ batch: true, events: [] });
  });

  test('judges each of its events alone', () => {
    const { batch, events } = openCloudEvents(
      bytes([event, 7, { ...event, id: null }, { ...event, id: 'e2', data: 'x' }, { ...event, id: 'e3' }]),
    );
    expect(batch).toBe(true);
    expect(events.map((opened) => (opened.ok ? opened.envelope.messageId : opened.rejection))).toEqual([
      'e1',
      { cause: 'not-an-envelope', paths: ['$'] },
      { cause: 'not-an-envelope', paths: ['$.id'] },
      { cause: 'invalid-payload', paths: ['$.data'] },
      'e3',
    ]);
  });

  test('gives an event the identity that it has alone', () => {
    expect(openCloudEvents(bytes([event])).events).toEqual(openCloudEvents(bytes(event)).events);
  });

  test('of crumbs is kept as one', () => {
    const { batch, events } = openCloudEvents(bytes(Array.from({ length: mostEventsInABatch + 1 }, () => 1)));
    expect(batch).toBe(false);
    expect(events).toMatchObject([{ ok: false, rejection: { cause: 'not-an-envelope', paths: ['$'] } }]);
  });
});

test('a key that escaping makes longer than an index takes becomes its digest, and still differs from any other', () => {
  const source = Array.from({ length: 512 }, () => 'x').join(' ');
  const keyOf = (id: string) => envelope({ ...event, source, id })?.dedupeKey;
  expect(keyOf('e'.repeat(1024))).toMatch(/^long:[0-9a-f]{64}$/);
  expect(keyOf('e'.repeat(1024))).not.toBe(keyOf('e'.repeat(1023)));
  expect(keyOf('e1')).toBe(`${source.replaceAll(' ', '%20')} e1`);
});

test('binary events whose payload is not JSON stay apart by their ids, and keep what their attributes say', () => {
  const opened = (id: string, body = 'hello') => {
    const headers = new Headers({ 'ce-specversion': '1.0', 'ce-id': id, 'ce-source': 'clinic', 'ce-type': 'a.b' });
    return openBinaryCloudEvent(new TextEncoder().encode(body), headers).events[0];
  };
  expect(opened('a')).toMatchObject({
    ...{ ok: false, messageId: 'a', dedupeKey: 'clinic a', wireType: 'a.b', rejection: { cause: 'not-json' } },
  });
  expect(opened('b')).toMatchObject({ dedupeKey: 'clinic b' });
  expect(opened('a')).toEqual(opened('a'));
  expect(opened('a', 'bye')).not.toEqual(opened('a'));
});
