import { prisma } from '#lib/db/base/prisma';
import { isRetryable } from '#lib/db/ledger/is-retryable';
import { planBegins } from '#lib/db/replays/reinterpret-plan';
import { forgetPreview, onSnapshot } from '#lib/db/replays/replay-preview';
import type { ReplayRun } from '#lib/db/replays/replay-runs';
import { concludePreview, previewReached } from '#lib/db/replays/replay-states';
import { dryRunReinterpretation } from './dry-run-reinterpretation.ts';
import { dryRunReplay } from './dry-run-replay.ts';
import type { Replaying } from './replaying.ts';

/** The preview was canceled while it was made, or the worker is to stop: the next one begins anew. */
class Unwanted extends Error {}

/**
 * Predicts the effects of a run, on one unchanging snapshot of the projections and without writing to them. In bounded memory, whatever the
 * set's size; a worker that dies leaves nothing, and the next one begins anew.
 */
export async function previewRun(
  run: ReplayRun,
  replaying: Replaying,
  stopping: () => boolean = () => false,
): Promise<boolean> {
  const reaching = async (previewed: number) => {
    if (stopping() || !(await previewReached(prisma('any'), run, previewed))) throw new Unwanted();
  };
  const preview = await onSnapshot(run, async (tx) => {
    await forgetPreview(tx, run);
    const readUntil = await planBegins(tx);
    await (run.mode === 'reinterpret' ? dryRunReinterpretation : dryRunReplay)(tx, run, replaying, reaching);
    return { readUntil };
  }).catch((error: unknown) => {
    if (error instanceof Unwanted || isRetryable(error)) return null;
    throw error;
  });
  if (preview) await concludePreview(prisma('any'), run, preview.readUntil);
  return preview !== null;
}
