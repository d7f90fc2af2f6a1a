import { isObject, type Json } from '#lib/domain/base/json/json';
import { instant } from '#lib/domain/base/time/instant';
import type { Opened } from '#lib/domain/ledger/envelope';
import { textOf } from './attribute.ts';
import { digestOf } from './digest.ts';
import { eventData } from './event-data.ts';
import { unopened } from './unopened.ts';

/**
 * A JSON body without an envelope, whose id is the `webhook-id` header: `{type, timestamp, data}` as Standard Webhooks
 * recommends. Where there is no `data`, the whole body is the payload (a reading).
 */
export function openBareJson(body: Json, webhookId: string | null): Opened {
  const digest = digestOf(body);
  const wireType = isObject(body) ? textOf(body['type']) : null;
  const legible = { messageId: webhookId, dedupeKey: webhookId, wireType, digest };
  if (!isObject(body)) return unopened(legible, 'not-an-envelope', ['$']);
  if (wireType === null) return unopened(legible, 'not-an-envelope', ['$.type']);
  if (webhookId === null) return unopened(legible, 'not-an-envelope', []);
  const payload = eventData('data' in body || 'data_base64' in body ? body : { ...body, data: body });
  if (!payload.ok) return unopened(legible, 'invalid-payload', payload.paths);
  const timestamp = body['timestamp'];
  return {
    ok: true,
    envelope: {
      messageId: webhookId,
      dedupeKey: webhookId,
      wireType,
      occurredAt: typeof timestamp === 'string' ? instant(timestamp) : null,
      environment: null,
      tenantId: null,
      correlationId: null,
      actorId: null,
      subject: null,
      data: payload.data,
      digest,
    },
  };
}
