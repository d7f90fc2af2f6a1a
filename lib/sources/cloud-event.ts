import type { Opened } from '#lib/domain/envelope';
import { instant } from '#lib/domain/instant';
import { isObject, type Json, type JsonObject } from '#lib/domain/json';
import { isUnfit, textOf } from './attribute.ts';
import { digestOf } from './digest.ts';
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

/** `source` and `id` are unique only together. A source is a URI reference, so its first space can only be ours. */
function cloudEventKey(source: string, id: string): string {
  return `${source.replaceAll(' ', '%20')} ${id}`;
}
