import { inTenant } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { type Chosen, countNotRetained, moveDeadLetters } from '#lib/db/dead-letters/move-dead-letters';
import { writeAudits } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';

/** Rows of one transaction: a screen that reads meanwhile, and a replay that wants the next ones, wait no longer than that. */
const together = 1_000;

const acts = {
  discard: { from: 'open', to: 'discarded', action: 'dead-letter.discarded' },
  reopen: { from: 'discarded', to: 'open', action: 'dead-letter.reopened' },
} as const;

export type DeadLetterDecision = keyof typeof acts;

/**
 * Discards open dead letters, or reopens discarded ones: one, some, or all that matched a filter when its number was shown. Nothing is
 * deleted; each has its entry in the audit log. Requested twice, or by two people, each is moved once. Returns how many were, and how many
 * stay discarded because their content is no longer retained.
 */
export async function settleDeadLetters(
  { scope }: Account,
  act: DeadLetterDecision,
  chosen: Chosen,
  { reason, requestId }: { readonly reason: string; readonly requestId: string },
): Promise<{ readonly moved: number; readonly notRetained: number }> {
  const { tenantId, userId } = scope;
  const { from, to, action } = acts[act];
  let afterSeq = 0n;
  let moved = 0;
  for (;;) {
    const seqs = await inTenant(scope, async (tx) => {
      const taken = await moveDeadLetters(tx, tenantId, chosen, { from, to, afterSeq, limit: together });
      await writeAudits(
        tx,
        taken.map((seq) => ({
          ...{ tenantId, actorId: userId, action, reason, requestId },
          ...{ subjectKind: 'dead-letter', subjectId: String(seq) },
        })),
      );
      if (taken.length > 0) await notifyScreens(tx, tenantId, []);
      return taken;
    });
    moved += seqs.length;
    const last = seqs.at(-1);
    if (last === undefined || seqs.length < together) break;
    afterSeq = last;
  }
  const notRetained = act === 'reopen' ? await inTenant(scope, (tx) => countNotRetained(tx, tenantId, chosen)) : 0;
  return { moved, notRetained };
}
