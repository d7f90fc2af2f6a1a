import { createHash } from 'node:crypto';
import type { SourceRecord } from '#lib/db/connections/source';
import type { NewEvent, ReceivedDelivery } from '#lib/db/ledger/new-event';
import type { Opened, OpenedBody } from '#lib/domain/ledger/envelope';
import { judgeEnvelope } from '#lib/domain/ledger/judge-envelope';
import type { WireFormat, WireHeaders } from '#lib/domain/ledger/wire-format';

function keptHeaders(format: WireFormat, headers: WireHeaders): Record<string, string> {
  return Object.fromEntries(
    format.keptHeaders.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value.slice(0, 512).replace(/\0/g, '')]];
    }),
  );
}

function content(opened: Opened, source: SourceRecord, now: number) {
  if (!opened.ok) {
    const { messageId, dedupeKey, wireType, digest, rejection } = opened;
    const none = { environment: null, occurredAt: null, correlationId: null, actorId: null, data: null };
    return { messageId, dedupeKey, wireType, digest, rejection, ...none };
  }
  const { messageId, dedupeKey, wireType, digest, environment, occurredAt, correlationId, actorId, data } =
    opened.envelope;
  const rejection = judgeEnvelope(opened.envelope, source, now);
  const json = data === null ? null : JSON.stringify(data);
  return {
    messageId,
    dedupeKey,
    wireType,
    digest,
    environment,
    occurredAt,
    correlationId,
    actorId,
    data: json,
    rejection,
  };
}

/** Turns a verified, opened body into ledger rows. A batch's bytes are kept once; its events point into them by index. */
export function toEvents(
  body: OpenedBody,
  raw: Uint8Array,
  headers: WireHeaders,
  source: SourceRecord,
  format: WireFormat,
  now: number,
): readonly NewEvent[] {
  const delivery: ReceivedDelivery | null = body.batch
    ? { id: createHash('sha256').update(raw).digest('hex'), raw }
    : null;
  const shared = {
    tenantId: source.tenantId,
    sourceId: source.sourceId,
    format: format.name,
    contentType: headers.get('content-type')?.slice(0, 256) ?? null,
    headers: keptHeaders(format, headers),
  };
  return body.events.map((opened, index) => ({
    ...shared,
    ...content(opened, source, now),
    raw: body.batch ? null : raw,
    delivery,
    deliveryIndex: body.batch ? index : null,
  }));
}
