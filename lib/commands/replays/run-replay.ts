import { requireRow, requireState } from '#lib/commands/base/if-unchanged';
import { inTenant } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { runById } from '#lib/db/replays/replay-runs';
import { beginRun, moveRun, releaseItems } from '#lib/db/replays/replay-states';
import type { Account } from '#lib/domain/access/account';
import { type ReplayAction, replayActions } from '#lib/domain/replays/replay';

const action = { pause: 'replay.paused', resume: 'replay.resumed', cancel: 'replay.canceled' } as const;

/** Begins the run of a preview. Pressed twice, or by two admins, it is one run; a canceled preview no longer begins. */
export async function startReplay(
  { scope }: Account,
  asked: { readonly previewId: string; readonly ratePerSecond: number },
  requestId: string,
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  const id = asked.previewId;
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      const begun = await beginRun(tx, { tenantId, id }, { ratePerSecond: asked.ratePerSecond, startedBy: userId });
      const run = requireRow(await runById(tx, tenantId, id));
      requireState(run.state !== 'previewing', 'still-previewing', 'The preview is not told yet.');
      requireState(run.startedAt !== null, 'canceled', 'The preview was canceled.');
      requireState(
        begun || run.state !== 'previewed',
        'preview-too-old',
        'Events have come in since: preview it again.',
      );
      if (!begun) return { id };
      const line = {
        action: 'replay.started',
        subjectKind: 'replay',
        subjectId: id,
        reason: run.reason,
        requestId,
      } as const;
      await writeAudit(tx, { tenantId, actorId: userId, ...line });
      await notifyScreens(tx, tenantId, []);
      return { id };
    }),
  );
}

/** Pauses, resumes or cancels a run, from the next batch on. A request for its present state is no error. */
export async function changeReplayState(
  { scope }: Account,
  id: string,
  act: ReplayAction,
  requestId: string,
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  const { from, to } = replayActions[act];
  return retryContention(() =>
    inTenant(scope, async (tx) => {
      const moved = await moveRun(tx, { tenantId, id }, from, to);
      const run = requireRow(await runById(tx, tenantId, id));
      requireState(moved || run.state === to, `already-${run.state}`, 'The run is in another state by now.');
      if (!moved) return { id };
      if (act === 'cancel') await releaseItems(tx, { tenantId, id });
      await writeAudit(tx, {
        ...{ tenantId, actorId: userId, action: action[act], subjectKind: 'replay', subjectId: id, requestId },
      });
      await notifyScreens(tx, tenantId, []);
      return { id };
    }),
  );
}
