import type { WireFormatName } from '#lib/domain/base/system';
import type { SourceState } from '#lib/domain/ledger/source-state';

/** One valid secret: never itself, only its age and the end of its validity. */
export type SecretAge = { readonly createdAt: string; readonly until: string | null };

/** The events of the last 24 hours. `duplicates`: duplicates of events of that time. `refused`: by fault, in whole hours. */
export type SourceCounts = {
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** Events of the last hour. */
  readonly lastHour: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly lastReceivedAt: string | null;
};

/** `by`: a name; null: nobody of the tenant. `reason` null: none was required then. */
export type Switched = { readonly at: string; readonly by: string | null; readonly reason: string | null };

export type SourceRow = {
  readonly id: string;
  readonly key: string;
  readonly url: string;
  readonly name: string;
  readonly format: WireFormatName;
  readonly environment: string | null;
  /** The one `tenantid` that envelopes may name; null: any of `tenantIds`. */
  readonly wireId: string | null;
  readonly tenantIds: readonly string[];
  readonly ratePerSecond: number | null;
  readonly state: SourceState;
  /** The time, person and reason of a pause or switching off; null while it is active. */
  readonly switched: Switched | null;
  readonly disabledAt: string | null;
  readonly pausedAt: string | null;
  readonly createdAt: string;
  /** Sent back with a change: another admin's change in between is not overwritten. */
  readonly version: number;
  /** Newest first: the one to sign with, and the earlier one that is still valid. */
  readonly secrets: readonly SecretAge[];
  /** False where only its sender can sign: a public key. */
  readonly canSign: boolean;
  readonly counts: SourceCounts;
  /** A command that sends one signed test event, with a place for the secret. */
  readonly curl: string | null;
};

export type NewSource = {
  readonly key: string;
  readonly name: string;
  readonly format: WireFormatName;
  readonly environment?: string | null | undefined;
  readonly wireId?: string | null | undefined;
  readonly ratePerSecond?: number | null | undefined;
  /** As the sender issued it; left out: one is made and shown once. */
  readonly secret?: string | undefined;
};

export type SourceEdit = {
  readonly version: number;
  readonly name?: string | undefined;
  readonly environment?: string | null | undefined;
  readonly wireId?: string | null | undefined;
  readonly ratePerSecond?: number | null | undefined;
};

/** `secret` is there this once, and only when it was made here. */
export type SourceMade = { readonly id: string; readonly secret: string | null };
export type SecretRotated = { readonly secret: string | null; readonly previousUntil: string | null };

/** The result of a signed sample: the hop, and the answer. */
export type SourceTested = {
  readonly status: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** The ledger's message id, to open the event by. */
  readonly messageId: string;
};
