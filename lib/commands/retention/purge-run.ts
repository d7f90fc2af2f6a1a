import { requireFirst, requireRow } from '#lib/commands/base/if-unchanged';
import { inTenant } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { databaseNow } from '#lib/db/base/now';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { movePurgeRun, purgeRunById } from '#lib/db/retention/find-purge-runs';
import { dueCounts, openRun } from '#lib/db/retention/purge-run';
import type { Account } from '#lib/domain/access/account';
import { Conflict } from '#lib/domain/base/refusal';

/**
 * Starts a purge of everything that is due now; the worker does it. @throws Conflict `run-open` while one goes on or waits, `nothing-due`
 * when there is nothing to remove
 */
export function startPurge({ scope }: Account, reason: string, requestId: string): Promise<{ readonly id: number }> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const asOf = new Date(await databaseNow(tx));
    const total = (await dueCounts(tx, tenantId, asOf, null)).reduce((sum, { due }) => sum + due, 0);
    if (total === 0) throw new Conflict('nothing-due', 'Nothing is due.');
    const id = await openRun(tx, { tenantId, startedBy: userId, asOf, receivedBefore: null, total });
    requireFirst(id !== null, 'run-open', 'A purge goes on already.');
    const line = { action: 'purge.started', subjectKind: 'purge', subjectId: String(id), reason, requestId } as const;
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
    await notifyScreens(tx, tenantId, []);
    return { id: Number(id) };
  });
}

const moves = {
  paused: { from: ['running'], action: 'purge.paused' },
  running: { from: ['paused'], action: 'purge.resumed' },
  stopped: { from: ['running', 'paused'], action: 'purge.stopped' },
} as const;
export type PurgeMove = keyof typeof moves;

/**
 * Pauses, resumes or ends a purge between two of its batches. Removed content stays removed and on record. @throws Conflict `not-now` when
 * the run is not in a state for it
 */
export function movePurge(
  { scope }: Account,
  runId: number,
  to: PurgeMove,
  requestId: string,
): Promise<{ readonly id: number }> {
  const { tenantId, userId } = scope;
  const { from, action } = moves[to];
  return inTenant(scope, async (tx) => {
    const id = BigInt(runId);
    const moved = await movePurgeRun(tx, tenantId, id, { from, to });
    if (!moved) requireRow(await purgeRunById(tx, tenantId, id));
    requireFirst(moved, 'not-now', 'The run is not in a state for that.');
    await writeAudit(tx, { tenantId, actorId: userId, action, subjectKind: 'purge', subjectId: String(id), requestId });
    await notifyScreens(tx, tenantId, []);
    return { id: runId };
  });
}
