import { appendToLedger } from '#lib/db/ledger/ledger';
import type { Appended, NewEvent } from '#lib/db/ledger/new-event';
import type { JsonObject } from '#lib/domain/base/json/json';
import type { WireFormatName } from '#lib/domain/base/system';
import { ownSource } from '#lib/domain/ledger/own-source';
import { wireFormats } from '#lib/sources/index';
import type { Sample } from '#scripts/samples';

/** An event as its sender's format opens it, on its way into the ledger of the tenant `demo` (or another) without the way over HTTP. */
export function newEvent(format: WireFormatName, body: JsonObject, own = false, tenantId = 'demo'): NewEvent {
  const raw = new TextEncoder().encode(JSON.stringify(body));
  const [opened] = wireFormats[format].open(raw, new Headers({ 'content-type': 'application/json' })).events;
  if (!opened?.ok) throw new Error(`no envelope: ${JSON.stringify(body).slice(0, 200)}`);
  const { messageId, dedupeKey, wireType, digest, environment, occurredAt, correlationId, actorId, data } =
    opened.envelope;
  return {
    ...{ tenantId, sourceId: own ? ownSource : `src_${format}`, format: own ? ownSource : format },
    ...{ messageId, dedupeKey, wireType, digest, environment, occurredAt, correlationId, actorId },
    ...{ raw, delivery: null, deliveryIndex: null, contentType: null, headers: {}, rejection: null },
    data: data === null ? null : JSON.stringify(data),
  };
}

export function sampleEvent({ format, body, own }: Sample, tenantId = 'demo'): NewEvent {
  return newEvent(format, body, own, tenantId);
}

/** Keeps events of the Medication Service; the word for each says what became of it. */
export function keep(...bodies: readonly JsonObject[]): Promise<readonly Appended[]> {
  return appendToLedger(bodies.map((body) => newEvent('medication-service', body)));
}
