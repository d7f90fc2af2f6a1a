import { describe, expect, test } from 'vitest';
import { osigu } from './osigu.ts';

const full = {
  event_id: 'evt_1',
  event_type: 'prescription.email_failed',
  created_at: '2026-06-25T16:00:13Z',
  api_version: '2026-01-01',
  environment: 'sandbox',
  data: { prescription_id: 'rx_1' },
  provider: { provider_slug: 'clinic-example' },
};
const openText = (text: string) => {
  const [event] = osigu.open(new TextEncoder().encode(text), new Headers()).events;
  if (event === undefined) throw new Error('unreachable: Osigu sends one event a body');
  return event;
};
const open = (body: unknown) => openText(JSON.stringify(body));

describe('Osigu’s envelope', () => {
  test('opens', () => {
    expect(open(full)).toMatchObject({
      ok: true,
      envelope: {
        messageId: 'evt_1',
        dedupeKey: 'evt_1',
        wireType: 'prescription.email_failed',
        occurredAt: '2026-06-25T16:00:13.000Z',
        environment: 'sandbox',
        tenantId: null,
        data: { prescription_id: 'rx_1' },
      },
    });
  });

  test('without event_id is known by its content: white space and key order aside', () => {
    const { event_id: _id, ...rest } = full;
    const first = open(rest);
    expect(first).toMatchObject({ ok: true });
    expect(openText(JSON.stringify(Object.fromEntries(Object.entries(rest).reverse()), null, 2))).toEqual(first);
    expect(open({ ...rest, event_id: null, created_at: '2026-06-25T16:00:14Z' })).not.toMatchObject({
      envelope: { dedupeKey: first.ok && first.envelope.dedupeKey },
    });
  });

  test('an event_id that is a number is text, every digit of it', () => {
    const text = JSON.stringify(full).replace('"evt_1"', '90071992547409931234');
    expect(openText(text)).toMatchObject({ ok: true, envelope: { messageId: '90071992547409931234' } });
  });

  test.each([
    [{ ...full, event_type: undefined }, ['$.event_type']],
    [{ ...full, event_type: 7.5, event_id: {} }, ['$.event_id']],
    [{ ...full, event_id: 'x'.repeat(1025) }, ['$.event_id']],
    [{ ...full, environment: { name: 'sandbox' } }, ['$.environment']],
    [[full], ['$']],
    [null, ['$']],
  ])('a body that cannot be an envelope is refused with its paths (%#)', (body, paths) => {
    expect(open(body)).toMatchObject({ ok: false, rejection: { cause: 'not-an-envelope', paths } });
  });

  test('no data is none; data that is no object is refused under the same key', () => {
    expect(open({ ...full, data: undefined })).toMatchObject({ ok: true, envelope: { data: null } });
    expect(open({ ...full, data: 'x' })).toMatchObject({
      ok: false,
      dedupeKey: 'evt_1',
      rejection: { cause: 'invalid-payload', paths: ['$.data'] },
    });
  });

  test('same id, other content: one key, two digests', () => {
    const [one, other] = [open(full), open({ ...full, data: {} })];
    expect(one.ok && other.ok && one.envelope.dedupeKey === other.envelope.dedupeKey).toBe(true);
    expect(one.ok && other.ok && one.envelope.digest !== other.envelope.digest).toBe(true);
  });
});
