import { hash } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '#lib/domain/base/json/json';
import { instant } from '#lib/domain/base/time/instant';
import type { Opened } from '#lib/domain/ledger/envelope';
import { isUnfit, longestAttribute, textOf } from './attribute.ts';
import { digestOf, digestOfBytes } from './digest.ts';
import { eventData } from './event-data.ts';
import { unopened } from './unopened.ts';

/** The attributes read beside `specversion`, `id`, `source` and `type`. The last three are extensions of the Medication Service. */
export const optionalAttributes = ['time', 'subject', 'tenantid', 'correlationid', 'actorid'] as const;
export const requiredAttributes = ['specversion', 'id', 'source', 'type'] as const;

/** Opens one CloudEvent 1.0 in its JSON form (structured, or an item of a batch). Paths are relative to that one event. */
export function openCloudEvent(event: Json): Opened {
  const digest = digestOf(event);
  if (!isObject(event)) {
    return unopened({ messageId: null, dedupeKey: null, wireType: null, digest }, 'not-an-envelope', ['$']);
  }
  const id = textOf(event['id']);
  const source = textOf(event['source']);
  const wireType = textOf(event['type']);
  const faults = envelopeFaults(event);
  if (id === null || source === null || wireType === null || faults.length > 0) {
    return unopened({ messageId: id, dedupeKey: null, wireType, digest }, 'not-an-envelope', faults);
  }
  const dedupeKey = cloudEventKey(source, id);
  const payload = eventData(event);
  if (!payload.ok) return unopened({ messageId: id, dedupeKey, wireType, digest }, 'invalid-payload', payload.paths);
  const time = event['time'];
  return {
    ok: true,
    envelope: {
      messageId: id,
      dedupeKey,
      wireType,
      occurredAt: typeof time === 'string' ? instant(time) : null,
      environment: null,
      tenantId: textOf(event['tenantid']),
      correlationId: textOf(event['correlationid']),
      actorId: textOf(event['actorid']),
      subject: textOf(event['subject']),
      data: payload.data,
      digest,
    },
  };
}

/** A `tenantid` that cannot be read is a fault: taken for absent, it would let the event past the tenant's check. */
function envelopeFaults(event: JsonObject): string[] {
  const faults: string[] = requiredAttributes.filter((name) => textOf(event[name]) === null);
  const version = textOf(event['specversion']);
  if (version !== null && !/^1(\.\d+)?$/.test(version)) faults.push('specversion');
  if (isUnfit(event['tenantid'])) faults.push('tenantid');
  return faults.map((name) => `$.${name}`);
}

/** One whose payload is not JSON, with all its attributes: a message signed under another id is another event. */
export function openWithoutPayload(event: JsonObject, raw: Uint8Array, paths: readonly string[]): Opened {
  const id = textOf(event['id']);
  const source = textOf(event['source']);
  const dedupeKey = id === null || source === null ? null : cloudEventKey(source, id);
  const digest = digestOf({ ...event, data: digestOfBytes(raw) });
  return unopened({ messageId: id, dedupeKey, wireType: textOf(event['type']), digest }, 'not-json', paths);
}

/**
 * `source` and `id` are unique only together. A source is a URI reference, so its first space can only be ours. Escaping can make a key
 * longer than an index takes: such a one is replaced by its digest, which no key with a space can be.
 */
function cloudEventKey(source: string, id: string): string {
  const key = `${source.replaceAll(' ', '%20')} ${id}`;
  return Buffer.byteLength(key) > 2 * longestAttribute + 1 ? `long:${hash('sha256', key, 'hex')}` : key;
}
