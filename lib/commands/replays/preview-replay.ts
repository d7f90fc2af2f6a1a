import { randomUUID } from 'node:crypto';
import { inTenant } from '#lib/db/base/in-tenant';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import { runById, runOfRequest } from '#lib/db/replays/replay-runs';
import { freezeSet, type ReplayChoice } from '#lib/db/replays/replay-set';
import type { Account } from '#lib/domain/access/account';

type Asking = ReplayChoice & { readonly name: string; readonly reason: string };

/** The time that the answer waits for the worker; a larger set is previewed while the screen shows the progress. */
const patienceMs = 20_000;
const lookMs = 100;

function askedOf(asking: Asking): ReplayChoice {
  return 'filter' in asking ? { filter: asking.filter } : { ids: asking.ids };
}

/**
 * Freezes the set of a replay and has the worker predict its outcome. Returns the preview's id when it is complete, or when it takes longer
 * than a person should wait. The same request is the same preview.
 */
export async function previewReplay(
  { scope }: Account,
  asking: Asking,
  { key: requestKey, waits }: { readonly key: string; readonly waits: boolean },
  requestId: string,
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  const { name, reason } = asking;
  const id = await inTenant(scope, async (tx) => {
    const fresh = randomUUID();
    const run = {
      tenantId,
      id: fresh,
      requestKey,
      name,
      reason,
      createdBy: userId,
      asked: askedOf(asking),
    } as const;
    if ((await freezeSet(tx, run)) === null) return (await runOfRequest(tx, tenantId, requestKey))?.id ?? fresh;
    const line = { action: 'replay.previewed', subjectKind: 'replay', subjectId: fresh, reason, requestId } as const;
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
    return fresh;
  });
  const until = Date.now() + (waits ? patienceMs : 0);
  while (Date.now() < until) {
    const run = await inTenant(scope, (tx) => runById(tx, tenantId, id));
    if (run?.state !== 'previewing') break;
    await new Promise((resume) => setTimeout(resume, lookMs));
  }
  return { id };
}
