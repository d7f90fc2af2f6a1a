import type { ReplayEvent } from '#lib/db/replays/replay-events';
import type { DeadLetterCause, Rejection } from '#lib/domain/dead-letters/dead-letter';
import { judgeEnvelope } from '#lib/domain/ledger/judge-envelope';
import type { Meaning } from '#lib/domain/ledger/meaning';
import { passedOver, type SkipReason } from '#lib/domain/replays/replay';
import { wireFormats } from '#lib/sources/index';

export type ReplayVerdict = { readonly skip: SkipReason } | { readonly meaning: Meaning };

const byContent: ReadonlySet<DeadLetterCause> = new Set(['not-json', 'not-an-envelope', 'conflict']);
const bySetting: ReadonlySet<DeadLetterCause> = new Set(['wrong-tenant', 'wrong-environment', 'future']);

/**
 * An event that was refused at its receipt and not amended is judged again, by the present settings of the source and the tenant. Bytes
 * that could not be opened stay so, and a second content under one message id is not guessed about: only an amendment settles it.
 */
function stillRefused(event: ReplayEvent): Rejection | null {
  const { refusedAtReceipt, cause, paths, receivedAt, amended } = event;
  if (amended || cause === null || cause === 'retries-exhausted') return null;
  if (byContent.has(cause)) return { cause, paths: paths ?? [] };
  if (!refusedAtReceipt) return bySetting.has(cause) ? { cause, paths: paths ?? [] } : null;
  const { raw, index, contentType, headers, format, environment, wireIds } = refusedAtReceipt;
  const sent = new Headers({ ...headers, ...(contentType === null ? {} : { 'content-type': contentType }) });
  const opened = wireFormats[format].open(raw, sent).events[index ?? 0];
  if (!opened) return { cause: 'not-an-envelope', paths: ['body'] };
  return opened.ok ? judgeEnvelope(opened.envelope, { environment, wireIds }, receivedAt.getTime()) : opened.rejection;
}

function refused(event: ReplayEvent, rejection: Rejection): Meaning {
  const { seq, sourceId, wireType, attempts, receivedAt } = event;
  const none = { factKey: null, retainUntil: null, subjects: [] };
  const at = receivedAt.toISOString();
  return {
    settled: { seq, sourceId, type: wireType, status: 'quarantined', at, attempts, rejection, ...none },
    lane: null,
    effect: null,
  };
}

/** A run's outcome for an event: nothing, for a reason, or its meaning now. The same in the preview and in the run. */
export function evaluateReplay(
  event: ReplayEvent,
  run: { readonly id: string },
  interpret: (row: ReplayEvent) => Meaning,
): ReplayVerdict {
  const { status, letterState, replayRunId, purged } = event;
  const deadLetter = letterState === null ? null : { state: letterState, replayRunId };
  const skip = passedOver({ status, runId: run.id, deadLetter, purged });
  if (skip) return { skip };
  const rejection = stillRefused(event);
  if (rejection) return { meaning: refused(event, rejection) };
  const meaning = interpret(event);
  if (status === 'ignored' && meaning.settled.status === 'ignored') return { skip: 'still-ignored' };
  return { meaning };
}
