import type { Switched } from '#lib/contract/connections/source';
import type { Locale } from '#lib/domain/base/locale';
import type { Silence } from '#lib/domain/connections/silence';
import type { OpsAlertKind, OpsFigures } from '#lib/domain/flow/ops-alert';
import type { SourceState } from '#lib/domain/ledger/source-state';

/** One source. Instants ISO 8601 UTC; `hours` are events by hour since `FlowView.from`. */
export type FlowSourceRow = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly format: string;
  readonly state: SourceState;
  /** The time, person and reason of a pause or switching off; null while it is active. */
  readonly switched: Switched | null;
  readonly silence: Silence;
  readonly lastReceivedAt: string | null;
  readonly lastSeq: number | null;
  /** Events since `FlowView.rateFrom`, a quarter of an hour; its usual number in this hour, null where that is not known. */
  readonly lately: number;
  readonly usualPerHour: number | null;
  /** Of the last quarter of an hour: the middle lag from fact to receipt, nearly the longest to the processing; null: no event. */
  readonly sentLagSeconds: number | null;
  readonly processLagSeconds: number | null;
  readonly hours: readonly number[];
  readonly received: number;
  readonly quarantined: number;
  readonly dead: number;
  readonly repeated: number;
  /** Processed, but for fields that could not be read. */
  readonly unreadable: number;
  readonly openLetters: number;
  readonly refused: readonly { readonly fault: string; readonly count: number }[];
  readonly waiting: number;
  readonly oldestWaitingAt: string | null;
  readonly expectation: {
    readonly everyMinutes: number;
    readonly fromHour: number;
    readonly toHour: number;
    readonly setBy: string | null;
  } | null;
};

/** An incident, open or over. `id` null: found just now, and not yet by a worker. `figures`: numbers only. */
export type OpsAlertItem = {
  readonly id: string | null;
  readonly kind: OpsAlertKind;
  readonly subject: string;
  readonly source: { readonly key: string; readonly name: string } | null;
  readonly since: string;
  readonly recoveredAt: string | null;
  readonly toldAt: string | null;
  readonly figures: OpsFigures;
  readonly muted: OpsMute | null;
};

export type OpsMute = { readonly until: string; readonly reason: string; readonly by: string | null };

/** The top bar's part of it: those that are not muted, and their number. */
export type OpsAlerts = { readonly items: readonly OpsAlertItem[]; readonly muted: number };

export type FlowView = {
  readonly at: string;
  readonly from: string;
  readonly rateFrom: string;
  readonly sources: readonly FlowSourceRow[];
  readonly alerts: readonly OpsAlertItem[];
  readonly past: readonly OpsAlertItem[];
  readonly mutes: readonly (OpsMute & { readonly kind: OpsAlertKind; readonly subject: string })[];
  readonly workers: readonly { readonly worker: string; readonly ageSeconds: number }[];
  readonly canary: {
    readonly on: boolean;
    readonly lostSeconds: number | null;
    readonly lastAt: string | null;
    /** Milliseconds through the endpoint and the processing; the last one, and the middle one of an hour's. */
    readonly lastMs: number | null;
    readonly middleMs: number | null;
  };
  /** At most ten thousand are counted. */
  readonly queued: number;
  readonly queueSeconds: number;
  readonly unsent: number;
  readonly outboxSeconds: number;
  readonly unsealedSeconds: number;
  readonly countedSeconds: number;
  readonly clockMs: number;
};

export type OpsRecipient = {
  readonly id: string;
  readonly kind: 'email' | 'webhook';
  readonly address: string;
  readonly locale: Locale;
  readonly addedAt: string;
  readonly addedBy: string | null;
  readonly last: { readonly state: string; readonly at: string; readonly reply: string | null } | null;
};

/** A webhook's secret is shown this once. */
export type AddedRecipient = { readonly id: string; readonly secret: string | null };
