import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { WireFormatName } from '#lib/domain/base/system';
import { wireFormats } from './index.ts';

/** The senders' published samples, byte for byte as printed. */
function open(format: WireFormatName, name: string) {
  const raw = readFileSync(new URL(`./published/${name}.txt`, import.meta.url));
  const { batch, events } = wireFormats[format].open(raw, new Headers());
  expect(batch).toBe(false);
  expect(events).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('unreachable: one event was expected');
  return event;
}

test('photon created has a trailing comma: not JSON', () => {
  expect(open('photon', 'photon.prescription.created')).toMatchObject({ ok: false, rejection: { cause: 'not-json' } });
});

test('photon depleted opens', () => {
  expect(open('photon', 'photon.prescription.depleted')).toMatchObject({
    ok: true,
    envelope: {
      messageId: '01G8AHJBT081QQWM89X3SVV31F',
      dedupeKey: 'org:org_KzSVZBQixLRkqj5d 01G8AHJBT081QQWM89X3SVV31F',
      wireType: 'photon:prescription:depleted',
      occurredAt: '2022-01-01T01:00:00.000Z',
      subject: 'rx_01G8AGBC91W1042CDRB19545EC',
      tenantId: null,
      data: { patient: { id: 'pat_ieUv67viS0lG18JN' } },
    },
  });
});

test('photon expired is the depleted sample again: a duplicate, not a conflict', () => {
  const depleted = open('photon', 'photon.prescription.depleted');
  expect(open('photon', 'photon.prescription.expired')).toEqual(depleted);
});

test('osigu issued has a comment: not JSON', () => {
  expect(open('osigu', 'osigu.prescription.issued')).toMatchObject({ ok: false, rejection: { cause: 'not-json' } });
});

test.each(['email_delivered', 'email_failed'])(
  'osigu %s leaves the envelope out and is known by its content',
  (type) => {
    const event = open('osigu', `osigu.prescription.${type}`);
    expect(event).toMatchObject({
      ok: true,
      envelope: {
        wireType: `prescription.${type}`,
        occurredAt: null,
        environment: null,
        data: { prescription_id: 'rx_01HXF...' },
      },
    });
    if (event.ok) expect(event.envelope.dedupeKey).toBe(`sha256:${event.envelope.digest}`);
  },
);

test('medication signed opens and names its tenant', () => {
  expect(open('medication-service', 'medication.prescription.signed')).toMatchObject({
    ok: true,
    envelope: {
      messageId: 'evt_01HX...',
      dedupeKey: 'ghasi/medication-service evt_01HX...',
      wireType: 'medication.prescription.signed.v1',
      occurredAt: '2026-04-17T09:12:31.000Z',
      tenantId: 'ten_...',
      actorId: 'usr_...',
      correlationId: 'corr_...',
      data: { prescriptionId: 'rx_01HX...', quantity: 21 },
    },
  });
});

test('medication dispensing completed is an abbreviation: no envelope, and the missing parts are named', () => {
  expect(open('medication-service', 'medication.dispensing.completed')).toMatchObject({
    ok: false,
    wireType: 'medication.dispensing.completed.v1',
    rejection: { cause: 'not-an-envelope', paths: ['$.specversion', '$.id', '$.source'] },
  });
});
