import type { DeadLetterCause, DeadLetterState } from '../domain/dead-letter.ts';
import type { Page } from './page.ts';

/** One event that could not be processed: ids, codes and times only. `paths` name where it does not fit, never a value. */
export type DeadLetterRow = {
  readonly seq: number;
  readonly messageId: string;
  readonly type: string | null;
  readonly source: string;
  readonly queue: string;
  readonly state: DeadLetterState;
  readonly cause: DeadLetterCause;
  readonly paths: readonly string[];
  readonly fingerprint: string;
  readonly receivedAt: string;
  readonly openedAt: string;
  readonly settledAt: string | null;
  readonly attempts: number;
  /** How often it failed for good: once, and again after each replay that failed. */
  readonly episodes: number;
};

/** A page, and how many match the filter in all: what "all 312 matching" names. */
export type DeadLetterPage = Page<DeadLetterRow> & { readonly total: number };
