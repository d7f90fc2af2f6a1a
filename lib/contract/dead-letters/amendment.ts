import type { DeadLetterCause } from '#lib/domain/dead-letters/dead-letter';

export type AmendmentState = 'proposed' | 'approved' | 'refused' | 'withdrawn' | 'superseded';

/** One amendment of an event, without its content: that is shown for a reason. */
export type AmendmentRow = {
  readonly id: string;
  readonly state: AmendmentState;
  readonly whole: boolean;
  readonly reason: string;
  readonly author: string;
  /** The reader is its author: another admin decides. */
  readonly mine: boolean;
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decision: string | null;
  /** Its content went with the event's. */
  readonly retained: boolean;
};

/** The sent content and its replacement. */
export type AmendmentTexts = { readonly whole: boolean; readonly sent: string; readonly amended: string };

/** The reading of a text. Paths name where it does not fit, never a value. */
export type AmendmentCheck =
  | { readonly ok: true; readonly type: string; readonly outcome: 'processed' | 'ignored' }
  | { readonly ok: false; readonly cause: DeadLetterCause; readonly paths: readonly string[] };

/** The text that an editor starts from; `sent` is the one it will be compared with. */
export type AmendmentDraft = { readonly whole: boolean; readonly sent: string; readonly text: string };
