import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/domain/base/json/json';
import { standard } from './standard.ts';

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

describe('bare JSON', () => {
  const headers = { 'content-type': 'application/json', 'webhook-id': 'w1' };

  test('takes its id from the header and its clock from the body', () => {
    expect(only({ type: 'user.created', timestamp: '2026-01-01T00:00:00Z', data: { a: 1 } }, headers)).toMatchObject({
      ok: true,
      envelope: {
        messageId: 'w1',
        dedupeKey: 'w1',
        wireType: 'user.created',
        occurredAt: '2026-01-01T00:00:00.000Z',
        data: { a: 1 },
      },
    });
  });

  test('is its own payload where it has no data', () => {
    expect(only({ type: 't', a: 1 }, headers)).toMatchObject({ ok: true, envelope: { data: { type: 't', a: 1 } } });
  });

  test('without a type, or no object, is no envelope; two messages of one content stay two', () => {
    const [first, second] = ['w1', 'w2'].map((id) => only({ test: 2432232314 }, { 'webhook-id': id }));
    expect(first).toMatchObject({
      ok: false,
      dedupeKey: 'w1',
      rejection: { cause: 'not-an-envelope', paths: ['$.type'] },
    });
    expect(second).toMatchObject({ ok: false, dedupeKey: 'w2' });
    expect(only('text', headers)).toMatchObject({ ok: false, rejection: { paths: ['$'] } });
  });

  test('a payload that is no object or cannot be stored keeps its message id', () => {
    for (const data of ['x', { 'a\u0000': 1 }]) {
      expect(only({ type: 't', data }, headers)).toMatchObject({
        ok: false,
        dedupeKey: 'w1',
        rejection: { cause: 'invalid-payload' },
      });
    }
  });
});
