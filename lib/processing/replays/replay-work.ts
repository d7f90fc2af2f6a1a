import type { Working } from '#lib/db/base/jobs';
import { prisma } from '#lib/db/base/prisma';
import { dropOldPlans } from '#lib/db/replays/reinterpret-plan';
import { replayBacklog } from '#lib/db/replays/replay-items';
import { forgetOldDiffs } from '#lib/db/replays/replay-preview';
import { runById } from '#lib/db/replays/replay-runs';
import { previewsWaiting } from '#lib/db/replays/replay-states';
import { interpretRow } from '#lib/events/interpret-row';
import { log } from '#lib/observability/log';
import { previewRun } from './replay-preview.ts';
import { runReplays } from './replay-run.ts';
import type { Replaying } from './replaying.ts';

const pollMs = 400;
const pauseAfterFailureMs = 1_000;
const sweepMs = 3_600_000;
/** The time for which a run yields to live events before it goes on beside them, by a few at once. */
const yielding = { stepMs: 15, steps: 40, batch: 24 } as const;

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/** Lets live events go first. Returns the number of events of a run that may be taken at once. */
async function yieldToLive(): Promise<number> {
  for (let step = 0; step < yielding.steps; step++) {
    if (!(await replayBacklog(prisma('any'))).live) return Number.POSITIVE_INFINITY;
    await pause(yielding.stepMs);
  }
  return yielding.batch;
}

/** Works off runs that are under way, at their pace. The tables hold the state: any number of workers may do this, and one that dies is replaced. */
async function runUntil(stopping: () => boolean, replaying: Replaying): Promise<void> {
  while (!stopping()) {
    try {
      const { dueInMs } = await replayBacklog(prisma('any'));
      if (dueInMs === null || dueInMs > 0) await pause(Math.min(pollMs, dueInMs ?? pollMs));
      else await runReplays(replaying, await yieldToLive());
    } catch (error) {
      log('warn', 'replay.cannot_run', { error });
      await pause(pauseAfterFailureMs);
    }
  }
}

/** Makes requested previews, one at a time, and deletes old diffs now and then. */
async function previewUntil(stopping: () => boolean, replaying: Replaying): Promise<void> {
  let swept = 0;
  while (!stopping()) {
    try {
      let previewed = false;
      if (Date.now() - swept > sweepMs) {
        await forgetOldDiffs(prisma('any'));
        await dropOldPlans(prisma('any'));
        swept = Date.now();
      }
      for (const { tenantId, id } of await previewsWaiting(prisma('any'), 8)) {
        const run = await runById(prisma('any'), tenantId, id);
        previewed = (run?.state === 'previewing' && (await previewRun(run, replaying, stopping))) || previewed;
      }
      if (!previewed) await pause(pollMs);
    } catch (error) {
      log('warn', 'replay.cannot_preview', { error });
      await pause(pauseAfterFailureMs);
    }
  }
}

/** Starts making previews and running replays, until stopped; a batch under way finishes. */
export function startReplays(replaying: Replaying = { interpret: interpretRow }): Working {
  let stopped = false;
  const stopping = () => stopped;
  const loops = [runUntil(stopping, replaying), previewUntil(stopping, replaying)];
  return {
    stop: async () => {
      stopped = true;
      await Promise.all(loops);
    },
  };
}
