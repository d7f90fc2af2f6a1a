import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/domain/base/json/json';
import { standard } from './standard.ts';

const event = { specversion: '1.0', type: 't', source: 's', id: 'e1', subject: 'x', data: { a: 1 } };
const open = (body: Json | Uint8Array, headers: Record<string, string>) =>
  standard.open(
    body instanceof Uint8Array ? body : new TextEncoder().encode(JSON.stringify(body)),
    new Headers(headers),
  );
const only = (...of: Parameters<typeof open>) => {
  const { batch, events } = open(...of);
  expect([batch, events.length]).toEqual([false, 1]);
  return events[0];
};

describe('modes are distinguished by content type', () => {
  test.each([
    'application/cloudevents+json',
    'Application/CloudEvents+JSON; Charset=UTF-8',
    'application/cloudevents-batch+json',
    'application/json',
    '',
  ])('one object as %j is that event', (type) => {
    expect(only(event, { 'content-type': type, 'webhook-id': 'w1' })).toMatchObject({
      ok: true,
      envelope: { dedupeKey: 's e1' },
    });
  });

  test.each(['application/cloudevents-batch+json', 'APPLICATION/CLOUDEVENTS-BATCH+JSON', 'application/json'])(
    'an array as %j is a batch',
    (type) => {
      expect(open([event, { ...event, id: 'e2' }], { 'content-type': type })).toMatchObject({
        batch: true,
        events: [{ ok: true }, { ok: true }],
      });
    },
  );

  test('structured content is read as such though binary headers stand beside it', () => {
    const headers = { 'content-type': 'application/cloudevents+json', 'ce-id': 'other', 'ce-specversion': '1.0' };
    expect(only(event, headers)).toMatchObject({ ok: true, envelope: { messageId: 'e1' } });
  });

  test('what says it is a CloudEvent and is none is not taken for bare JSON', () => {
    const headers = { 'content-type': 'Application/CloudEvents+JSON; charset=utf-8', 'webhook-id': 'w1' };
    expect(only({ type: 't', data: {} }, headers)).toMatchObject({
      ok: false,
      rejection: { cause: 'not-an-envelope' },
    });
  });
});

describe('binary mode', () => {
  const binary = {
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': 'e1',
    'ce-source': 's',
    'ce-type': 't',
    'ce-subject': 'x',
  };

  test('says the same as the structured mode, digest included', () => {
    expect(only({ a: 1 }, binary)).toEqual(only(event, { 'content-type': 'application/cloudevents+json' }));
  });

  test.each([
    ['plain', 'plain'],
    ['Euro%20%E2%82%AC', 'Euro €'],
    ['100%2525', '100%25'],
    ['100%', '100%'],
    ['%ff', '%ff'],
    ['"quoted \\"so\\""', 'quoted "so"'],
  ])('a header value is decoded once: %s', (sent, read) => {
    expect(only({}, { ...binary, 'ce-subject': sent })).toMatchObject({ ok: true, envelope: { subject: read } });
  });

  test('extensions are read', () => {
    const headers = {
      ...binary,
      'ce-tenantid': 'ten_1',
      'ce-correlationid': 'c',
      'ce-actorid': 'u',
      'ce-time': '2026-01-01T00:00:00Z',
    };
    expect(only({}, headers)).toMatchObject({
      envelope: { tenantId: 'ten_1', correlationId: 'c', actorId: 'u', occurredAt: '2026-01-01T00:00:00.000Z' },
    });
  });

  test('an empty body is an event without a payload', () => {
    expect(only(new Uint8Array(), binary)).toMatchObject({ ok: true, envelope: { data: null } });
  });

  test('a missing attribute, U+0000 in an id and a body that is not JSON are rejections', () => {
    const { 'ce-type': _left, ...untyped } = binary;
    expect(only({}, untyped)).toMatchObject({ ok: false, rejection: { cause: 'not-an-envelope', paths: ['$.type'] } });
    expect(only({}, { ...binary, 'ce-id': 'a%00' })).toMatchObject({
      ok: false,
      rejection: { cause: 'not-an-envelope', paths: ['$.id'] },
    });
    expect(only(new TextEncoder().encode('PDF'), binary)).toMatchObject({
      ok: false,
      rejection: { cause: 'not-json' },
    });
  });

  test('the kept headers are enough to open the event again', () => {
    const sent = new Headers({
      ...binary,
      'ce-tenantid': 'ten_1',
      'ce-time': '2026-01-01T00:00:00Z',
      'webhook-signature': 'v1,x',
      authorization: 'x',
    });
    const headers = new Headers(
      standard.keptHeaders.flatMap((name): [string, string][] => {
        const value = sent.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const raw = new TextEncoder().encode('{"a":1}');
    expect(standard.open(raw, headers)).toEqual(standard.open(raw, sent));
    expect([...headers.keys()]).not.toContain('webhook-signature');
  });
});
