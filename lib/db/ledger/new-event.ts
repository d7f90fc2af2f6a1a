import type { WireFormatName } from '#lib/domain/base/system';
import type { Rejection } from '#lib/domain/dead-letters/dead-letter';
import type { ownSource } from '#lib/domain/ledger/own-source';

/** The signed bytes of a batch, kept once; `id` is their digest, so that a repeated batch is kept once too. */
export type ReceivedDelivery = { readonly id: string; readonly raw: Uint8Array };

/** One event on its way into the ledger. Times are ISO 8601 UTC; `data` is JSON text or null where jsonb cannot hold it. */
export type NewEvent = {
  readonly tenantId: string;
  readonly sourceId: string;
  readonly format: WireFormatName | typeof ownSource;
  readonly dedupeKey: string;
  readonly messageId: string;
  readonly digest: string;
  readonly wireType: string | null;
  readonly environment: string | null;
  readonly occurredAt: string | null;
  readonly correlationId: string | null;
  readonly actorId: string | null;
  /** The bytes as signed, of a single event. */
  readonly raw: Uint8Array | null;
  readonly delivery: ReceivedDelivery | null;
  readonly deliveryIndex: number | null;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: string | null;
  /** Set for an event that is unusable already at receipt: stored, and a dead letter at once. */
  readonly rejection: Rejection | null;
};

/** The event's outcome. A conflict (same key, other content) is stored under its own key and quarantined. */
export type Appended = 'accepted' | 'duplicate' | 'quarantined';
