import type { JsonObject } from '#lib/domain/base/json/json';

/** One event of the ledger, as the catalogue reads it. Instants are ISO 8601 UTC with milliseconds. */
export type Received = {
  /** The type as it came, legacy names included. */
  readonly wireType: string;
  readonly messageId: string;
  readonly digest: string;
  /** The envelope's own clock. */
  readonly occurredAt: string | null;
  readonly receivedAt: string;
  readonly actorId: string | null;
  readonly data: JsonObject | null;
  /** It came from the tenant's own source `scriptline`: the only one whose `scriptline.*` is believed, and it may say nothing else. */
  readonly own: boolean;
};

/** The facts beside its payload that an event's meaning may depend on. `at` is the fact's own time, else the envelope's, else the receipt's. */
export type Context = {
  readonly messageId: string;
  readonly digest: string;
  readonly occurredAt: string | null;
  readonly receivedAt: string;
  readonly actorId: string | null;
  readonly at: string;
  /** The payload as it came, for decisions that need more of a text than is stored. */
  readonly sent: JsonObject;
};
