import { expect, test } from 'vitest';
import { subscribableTypes } from '#lib/events/catalog';
import { interpretRow } from '#lib/events/interpret-row';
import { readSamples } from '#scripts/samples';
import { receivedSample } from '#scripts/testing/stories/sample-events';
import { deliveryBody, downstreamChoices, signalKey } from './downstream.ts';

const event = (type: string, more = {}) => ({
  ...{ seq: 7n, type, factKey: null, at: '2026-11-20T10:00:00.000Z', messageId: 'evt_7' },
  subjects: [
    { kind: 'prescription' as const, id: 'osigu:rx_1' },
    { kind: 'patient' as const, id: 'osigu:pat_1' },
  ],
  ...more,
});

test('every type of every choice is one that sources send', () => {
  for (const { types } of downstreamChoices) for (const type of types) expect(subscribableTypes).toContain(type);
});

test('that a prescription was issued is one signal, whichever event says it and however often', () => {
  const keys = [
    event('prescription.issued'),
    event('prescription.issued', { seq: 8n }),
    event('medication.prescription.signed.v1', { factKey: 'signed:rx_1' }),
  ].map(signalKey);
  expect(new Set(keys)).toEqual(new Set(['issued:osigu:rx_1']));
});

test('one fact under two names is one signal; without a key, each event is', () => {
  const dispensed = event('medication.dispensing.completed.v1', { factKey: 'medication:dispense:d1' });
  expect(signalKey(dispensed)).toBe(signalKey({ ...dispensed, seq: 9n }));
  expect(signalKey(event('prescription.email_failed'))).not.toBe(
    signalKey(event('prescription.email_failed', { seq: 9n })),
  );
});

test('the body has the same keys whatever is known', () => {
  const keysOf = (body: ReturnType<typeof deliveryBody>) => Object.keys(Object(body['data']));
  const full = deliveryBody(event('prescription.issued'), { code: 'RX-1', encounterId: 'enc-1' });
  expect(full).toEqual({
    type: 'prescription.issued',
    timestamp: '2026-11-20T10:00:00.000Z',
    data: {
      ...{ eventId: 'evt_7', system: 'osigu', prescriptionId: 'rx_1', prescriptionCode: 'RX-1', encounterId: 'enc-1' },
      ...{ dispenseId: null, recallId: null, occurredAt: '2026-11-20T10:00:00.000Z' },
    },
  });
  expect(keysOf(deliveryBody(event('tenant.formulary.updated.v1', { subjects: [] }), undefined))).toEqual(keysOf(full));
});

test('no delivery of any sample names a patient, an address or a drug', () => {
  for (const sample of readSamples()) {
    const received = receivedSample(sample);
    const row = {
      ...{ tenantId: 'demo', seq: 1n, sourceId: sample.own ? 'scriptline' : 'src_1', attempts: 0, firstFailedAt: null },
      ...{ messageId: received.messageId, digest: received.digest, wireType: received.wireType, data: received.data },
      occurredAt: received.occurredAt === null ? null : new Date(received.occurredAt),
      receivedAt: new Date(received.receivedAt),
      actorId: received.actorId,
    };
    const { settled } = interpretRow(row);
    const body = deliveryBody({ ...settled, messageId: row.messageId }, { code: 'RX-1', encounterId: null });
    const text = JSON.stringify(body);
    expect(text).not.toMatch(/@|pat[_-]|first_?name|last_?name|display|\bAna\b|López/i);
  }
});
