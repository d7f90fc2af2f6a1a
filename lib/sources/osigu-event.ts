import { isObject, type Json } from '#lib/domain/base/json/json';
import { instant } from '#lib/domain/base/time/instant';
import type { Opened } from '#lib/domain/ledger/envelope';
import { isUnfit, textOf } from './attribute.ts';
import { digestOf, keyOfDigest } from './digest.ts';
import { eventData } from './event-data.ts';
import { unopened } from './unopened.ts';

/**
 * Opens Osigu's own envelope. Only `event_type` is required: the published samples leave the rest out, and an event
 * without an `event_id` is known by its content (a reading).
 */
export function openOsiguEvent(event: Json): Opened {
  const digest = digestOf(event);
  const none = { messageId: null, dedupeKey: null, wireType: null, digest };
  if (!isObject(event)) return unopened(none, 'not-an-envelope', ['$']);
  const wireType = textOf(event['event_type']);
  const id = textOf(event['event_id']);
  // An unreadable id or environment is a fault: taken for absent, it would let the event past a check.
  const faults = ['event_id', 'environment'].filter((name) => isUnfit(event[name]));
  if (wireType === null) faults.unshift('event_type');
  if (wireType === null || faults.length > 0) {
    const paths = faults.map((name) => `$.${name}`);
    return unopened({ ...none, messageId: id, wireType }, 'not-an-envelope', paths);
  }
  const messageId = id ?? keyOfDigest(digest);
  const payload = eventData(event);
  if (!payload.ok) {
    return unopened({ messageId, dedupeKey: messageId, wireType, digest }, 'invalid-payload', payload.paths);
  }
  const createdAt = event['created_at'];
  return {
    ok: true,
    envelope: {
      messageId,
      dedupeKey: messageId,
      wireType,
      occurredAt: typeof createdAt === 'string' ? instant(createdAt) : null,
      environment: textOf(event['environment']),
      tenantId: null,
      correlationId: null,
      actorId: null,
      subject: null,
      data: payload.data,
      digest,
    },
  };
}
