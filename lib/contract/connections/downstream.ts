import type { DeliveryState, SubscriptionState } from '#lib/domain/connections/downstream';
import type { SecretAge } from './source.ts';

/** One of the tenant's own systems, and its health. A count of 1,000 means that many or more. */
export type SubscriptionRow = {
  readonly id: string;
  readonly name: string;
  readonly types: readonly string[];
  readonly url: string;
  readonly state: SubscriptionState;
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly secrets: readonly SecretAge[];
  readonly lastSuccessAt: string | null;
  readonly failingSince: string | null;
  /** The other side's last answer. */
  readonly lastReply: string | null;
  readonly queued: number;
  readonly failed: number;
  readonly held: number;
};

export type Subscriptions = {
  readonly items: readonly SubscriptionRow[];
  readonly nextCursor: null;
  /** Every type that can be chosen. */
  readonly types: readonly string[];
};

export type DeliveryRow = {
  readonly id: string;
  readonly subscriptionId: string;
  readonly state: DeliveryState;
  readonly type: string;
  /** Null: a test. */
  readonly eventSeq: number | null;
  readonly prescriptionId: string | null;
  readonly attempts: number;
  readonly queuedAt: string;
  readonly sentAt: string | null;
  readonly settledAt: string | null;
  /** When it is tried next, while it is queued. */
  readonly nextAttemptAt: string | null;
  readonly reply: string | null;
  readonly tries: readonly { readonly at: string; readonly outcome: string; readonly reply: string }[];
  /** The very body that is sent: ids, codes and times. */
  readonly body: string;
};

/** An action on a prescription's encounter; `encounterId` null: unlinked. */
export type EncounterRow = {
  readonly seq: number;
  readonly prescriptionId: string;
  readonly code: string | null;
  readonly encounterId: string | null;
  readonly at: string;
  readonly by: string | null;
};

export type NewSubscription = { readonly name: string; readonly types: readonly string[]; readonly url: string };
export type SubscriptionEdit = {
  readonly name?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly url?: string | undefined;
};
export type SubscriptionMade = { readonly id: string; readonly secret: string };
