import type { Tx } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { markReinterpreted } from '#lib/db/ledger/mark-reinterpreted';
import { liveProjections } from '#lib/db/ledger/projections/projection-store';
import { replaceSubjects } from '#lib/db/ledger/replace-subjects';
import { settleEvents } from '#lib/db/ledger/settle-events';
import { loadClosure } from '#lib/db/overview/load-closure';
import { namesOfRows, replaceRows } from '#lib/db/overview/replace-rows';
import { planDone, planOf, planReaches, planSheet, processedSince } from '#lib/db/replays/reinterpret-plan';
import { replayEvents } from '#lib/db/replays/replay-events';
import { requeueRun, settleItems } from '#lib/db/replays/replay-items';
import type { ReplayRun } from '#lib/db/replays/replay-runs';
import { systemOfType } from '#lib/events/system-of-type';
import { missing, settlementOf } from '#lib/processing/ledger/settlement';
import { autoLinkPatients } from '#lib/processing/patients/auto-link-patients';
import { evaluateReinterpretation } from './evaluate-reinterpretation.ts';
import { foldOnto, readableOf } from './reinterpret-fold.ts';
import type { Replaying } from './replaying.ts';

const caughtUpAtOnce = 2_000;

/** Adds events processed since its making to the plan; returns whether that is all of them. */
async function catchUp(tx: Tx, run: ReplayRun, { interpret }: Replaying): Promise<boolean> {
  const rows = await processedSince(tx, run, caughtUpAtOnce);
  await foldOnto(planSheet(tx, run), readableOf(rows, interpret));
  const more = rows.length === caughtUpAtOnce ? (rows.at(-1)?.processedAt ?? null) : null;
  await planReaches(tx, run, more);
  return more === null;
}

/**
 * Reinterprets processed events: replaces the rows whose turn is theirs, with the events processed since the preview folded in, and marks
 * the events with their present meaning. All of it in the caller's transaction. Concurrent writers to these rows are waited for first, so
 * that nothing comes in between.
 */
export async function reinterpretTogether(
  tx: Tx,
  run: ReplayRun,
  seqs: readonly bigint[],
  replaying: Replaying,
): Promise<void> {
  const { tenantId } = run;
  const ground = liveProjections(tx, tenantId);
  const events = await replayEvents(tx, tenantId, seqs, 'run');
  await loadClosure(ground, await namesOfRows(ground, await planOf(tx, run, seqs)));
  if (!(await catchUp(tx, run, replaying))) return requeueRun(tx, run);
  const judged = events.map((event) => ({ event, verdict: evaluateReinterpretation(event, replaying.interpret) }));
  const meanings = judged.flatMap(({ verdict }) => ('meaning' in verdict ? [verdict.meaning] : []));
  const settled = meanings.map((meaning) => meaning.settled);
  const touched = await replaceRows(ground, await planOf(tx, run, seqs));
  await replaceSubjects(ground, settled);
  await markReinterpreted(
    tx,
    tenantId,
    settled.filter(({ status }) => status === 'processed'),
  );
  await settleEvents(
    tx,
    tenantId,
    settled.filter(({ status }) => status !== 'processed'),
    systemOfType,
  );
  await autoLinkPatients(tx, tenantId, meanings);
  await settleItems(tx, run, [
    ...judged.map(({ event, verdict }) => settlementOf(event, verdict, event.attempts)),
    ...missing(seqs, events),
  ]);
  await planDone(tx, run, seqs);
  await notifyScreens(tx, tenantId, touched);
}
