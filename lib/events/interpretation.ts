import type { System } from '#lib/domain/base/system';
import type { Rejection } from '#lib/domain/dead-letters/dead-letter';
import type { Change } from '#lib/domain/ledger/change';
import type { Subject, TimelineEntry } from '#lib/domain/ledger/timeline';
import type { Retention } from '#lib/domain/retention/retention';

export type Processed = {
  readonly outcome: 'processed';
  readonly type: string;
  readonly system: System;
  readonly keep: Retention;
  /** When the fact held: its own time, else the envelope's, else the receipt's. */
  readonly at: string;
  readonly subjects: readonly Subject[];
  readonly entry: TimelineEntry;
  readonly changes: readonly Change[];
  /** Equal keys are one fact that came twice (legacy and new name): the timeline folds them. It has no other effect. */
  readonly factKey: string | null;
  /** Optional fields that were there and could not be read, as paths and reasons, never values; the rest counts. */
  readonly unreadable: readonly string[];
};

export type Ignored = {
  readonly outcome: 'ignored';
  readonly type: string;
  readonly keep: Retention;
  /** `unknown-type`: no row of the catalogue; `not-used`: a type that nothing is read of; `no-concern`: read, and of no concern to a prescription. */
  readonly reason: 'unknown-type' | 'not-used' | 'no-concern';
};

/** Faults that waiting cannot resolve. `type` is the new subject of a legacy name. */
export type Quarantined = { readonly outcome: 'quarantined'; readonly type: string; readonly rejection: Rejection };

export type Interpretation = Processed | Ignored | Quarantined;
