import { acrossTenants } from '#lib/db/base/across-tenants';
import type { Tx } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { prisma } from '#lib/db/base/prisma';
import { databaseIsAway, sqlState } from '#lib/db/base/sql-state';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { isRetryable } from '#lib/db/ledger/is-retryable';
import { settleEvents } from '#lib/db/ledger/settle-events';
import { replaceUnreadable } from '#lib/db/ledger/unreadable-events';
import { settleMeanings } from '#lib/db/overview/settle-meanings';
import { replayEvents } from '#lib/db/replays/replay-events';
import { endRun, requeueRun, settleItems, stillWaiting, waitingItems } from '#lib/db/replays/replay-items';
import { claimReplayRun, type ReplayRun } from '#lib/db/replays/replay-runs';
import type { Meaning } from '#lib/domain/ledger/meaning';
import { replayBatch } from '#lib/domain/replays/replay';
import { systemOfType } from '#lib/events/system-of-type';
import { log } from '#lib/observability/log';
import { deadByInterpreterError } from '#lib/processing/ledger/interpreter-failure';
import { missing, settlementOf } from '#lib/processing/ledger/settlement';
import { autoLinkPatients } from '#lib/processing/patients/auto-link-patients';
import { evaluateReplay } from './evaluate-replay.ts';
import { reinterpretTogether } from './reinterpret-run.ts';
import type { Replaying } from './replaying.ts';

/** A replay is an attempt like any other. */
function tried(meaning: Meaning): Meaning {
  return { ...meaning, settled: { ...meaning.settled, attempts: meaning.settled.attempts + 1 } };
}

function takeTogether(tx: Tx, run: ReplayRun, seqs: readonly bigint[], replaying: Replaying): Promise<void> {
  return (run.mode === 'reinterpret' ? reinterpretTogether : runTogether)(tx, run, seqs, replaying);
}

/**
 * The present meanings of the events, applied with the patients they link and marked with their outcomes in one transaction: all or none.
 * Nothing is ever sent from here.
 */
async function runTogether(tx: Tx, run: ReplayRun, seqs: readonly bigint[], { interpret }: Replaying): Promise<void> {
  const { tenantId } = run;
  const events = await replayEvents(tx, tenantId, seqs, 'run');
  const judged = events.map((event) => ({ event, verdict: evaluateReplay(event, run, interpret) }));
  const meanings = judged.flatMap(({ verdict }) => ('meaning' in verdict ? [tried(verdict.meaning)] : []));
  const touched = await settleMeanings(tx, tenantId, meanings, systemOfType);
  await replaceUnreadable(
    tx,
    tenantId,
    meanings.map(({ settled }) => settled),
  );
  await autoLinkPatients(tx, tenantId, meanings);
  await settleItems(tx, run, [
    ...judged.map(({ event, verdict }) => settlementOf(event, verdict, event.attempts + ('skip' in verdict ? 0 : 1))),
    ...missing(seqs, events),
  ]);
  await notifyScreens(tx, tenantId, touched);
}

/** An event that fails even alone is a dead letter with one more episode; the run goes on. */
async function fail(run: ReplayRun, seq: bigint, error: unknown): Promise<void> {
  const { tenantId } = run;
  const code = sqlState(error) ?? (error instanceof Error ? error.name : 'unknown');
  log('warn', 'replay.event_failed', { tenantId, seq, code, error });
  await acrossTenants(async (tx) => {
    if ((await stillWaiting(tx, run, [seq])).length === 0) return;
    const [event] = await replayEvents(tx, tenantId, [seq], 'run');
    if (!event) return;
    const meaning = tried(deadByInterpreterError(event, error));
    // A processed event stays as it was read when only writing the new reading failed.
    if (run.mode === 'replay') await settleEvents(tx, tenantId, [meaning.settled], systemOfType);
    await settleItems(tx, run, [settlementOf(event, { meaning }, meaning.settled.attempts)]);
    await notifyScreens(tx, tenantId, []);
  });
}

/** Tries events that failed together by halves, down to the one that fails alone: a few that fail cost the others little. */
async function runApart(run: ReplayRun, seqs: readonly bigint[], replaying: Replaying): Promise<void> {
  try {
    await acrossTenants(async (tx) => {
      const waiting = await stillWaiting(tx, run, seqs);
      if (waiting.length > 0) await takeTogether(tx, run, waiting, replaying);
    });
  } catch (error) {
    if (isRetryable(error)) return;
    const [first] = seqs;
    if (seqs.length > 1) await runHalves(run, seqs, replaying);
    else if (first !== undefined) await fail(run, first, error);
  }
}

async function runHalves(run: ReplayRun, seqs: readonly bigint[], replaying: Replaying): Promise<void> {
  const half = Math.ceil(seqs.length / 2);
  await runApart(run, seqs.slice(0, half), replaying);
  await runApart(run, seqs.slice(half), replaying);
}

async function end(tx: Tx, run: ReplayRun): Promise<void> {
  await endRun(tx, run);
  const line = { action: 'replay.ended', subjectKind: 'replay', subjectId: run.id } as const;
  await writeAudit(tx, { tenantId: run.tenantId, actorId: null, ...line });
  await notifyScreens(tx, run.tenantId, []);
}

/**
 * Takes the next batch of the run whose turn it is; returns the number of its events, null when no run may go on. Holds the run while at
 * it: a pause or a cancel waits for the batch, and no other worker takes the same. When the batch fails, it is tried by halves.
 */
export async function runReplays(replaying: Replaying, most = Number.POSITIVE_INFINITY): Promise<number | null> {
  const taken: { run: ReplayRun; seqs: readonly bigint[] }[] = [];
  try {
    await acrossTenants(async (tx) => {
      const run = await claimReplayRun(tx);
      if (!run) return;
      const seqs = await waitingItems(tx, run, Math.min(most, replayBatch(run.ratePerSecond ?? 1)));
      taken.push({ run, seqs });
      if (seqs.length > 0) await takeTogether(tx, run, seqs, replaying);
      else await end(tx, run);
    });
  } catch (error) {
    if (databaseIsAway(error) || taken.length === 0) throw error;
    for (const { run, seqs } of taken) {
      // Whatever the outcome, the other runs have their turn before this one has another.
      await requeueRun(prisma('any'), run);
      if (isRetryable(error)) continue;
      if (seqs.length > 1) await runHalves(run, seqs, replaying);
      else await runApart(run, seqs, replaying);
    }
  }
  return taken[0]?.seqs.length ?? null;
}
