import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/domain/base/json/canonical';
import type { JsonObject } from '#lib/domain/base/json/json';
import { ownSource } from '#lib/domain/ledger/own-source';
import type { NewEvent } from './new-event.ts';

/** The content of an action without its time and author: equal contents are the same action. */
export function contentOf({ type, data }: { readonly type: string; readonly data: JsonObject }): string {
  return createHash('sha256').update(canonicalJson({ type, data })).digest('hex');
}

type Own = { readonly type: string; readonly key: string; readonly data: JsonObject; readonly at: string };

/** An event of the tenant's own source, on its way into the ledger; its key is its message's id. */
export function ownEvent(
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string | null },
  { type, key, data, at }: Own,
): NewEvent {
  const digest = contentOf({ type, data });
  return {
    ...{ tenantId, sourceId: ownSource, format: ownSource, dedupeKey: key, messageId: key, digest, wireType: type },
    ...{ environment: null, occurredAt: at, correlationId: null, actorId: userId, delivery: null, deliveryIndex: null },
    raw: Buffer.from(JSON.stringify({ id: key, type, time: at, actor: userId, data })),
    ...{ contentType: 'application/json', headers: {}, data: JSON.stringify(data), rejection: null },
  };
}
