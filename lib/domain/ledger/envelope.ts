import type { JsonObject } from '#lib/domain/base/json/json';
import type { Rejection } from '#lib/domain/dead-letters/dead-letter';

/** One event as its sender wrapped it, opened and not yet judged by its type. Times are ISO 8601 in UTC with milliseconds. */
export type Envelope = {
  /** The sender's own id of the message. */
  readonly messageId: string;
  /** The key that identifies a duplicate of this message within its source (sources.md, "dedupe key"). */
  readonly dedupeKey: string;
  /** The type exactly as it came, legacy names included. */
  readonly wireType: string;
  /** The envelope's own clock; null when it gave none or an unreadable one. */
  readonly occurredAt: string | null;
  /** Osigu's `sandbox` or `production`; null where the format has no such thing. */
  readonly environment: string | null;
  /** The Medication Service's `tenantid`; null where the format names none. */
  readonly tenantId: string | null;
  readonly correlationId: string | null;
  readonly actorId: string | null;
  readonly subject: string | null;
  readonly data: JsonObject | null;
  /** SHA-256 (hex) of the canonical content: white space and key order make no difference. Decides duplicate or conflict, and ties. */
  readonly digest: string;
};

/** The stand-in for an envelope that could not be opened: enough to store it and to recognise its duplicate. */
export type Unopened = {
  readonly messageId: string;
  readonly dedupeKey: string;
  readonly wireType: string | null;
  readonly digest: string;
  readonly rejection: Rejection;
};

export type Opened = { readonly ok: true; readonly envelope: Envelope } | ({ readonly ok: false } & Unopened);

/** A body holds one event, or a batch of any number of them, zero included. */
export type OpenedBody = { readonly batch: boolean; readonly events: readonly Opened[] };
