import { requireState } from '#lib/commands/base/if-unchanged';
import type { AmendmentTexts } from '#lib/contract/dead-letters/amendment';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { amendableEvent } from '#lib/db/dead-letters/amendable-event';
import { decideAmendment, type FoundAmendment, hasLooked, lockedAmendment } from '#lib/db/dead-letters/amendments';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { Conflict, Forbidden, NotFound } from '#lib/domain/base/refusal';
import { sentText } from './read-amended.ts';

type Asked = { readonly seq: bigint; readonly id: string; readonly requestId: string };

const decided = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const;
export type Decision = keyof typeof decided;

const look = (id: string) => ({ action: 'amendment.revealed', subjectKind: 'amendment', subjectId: id }) as const;

async function found(tx: Tx, tenantId: string, { seq, id }: Asked): Promise<FoundAmendment> {
  const amendment = await lockedAmendment(tx, tenantId, seq, id);
  if (!amendment) throw new NotFound();
  return amendment;
}

/** Shows the sent content beside its proposed replacement; the reason is in the audit before the answer. */
export function revealAmendment({ scope }: Account, asked: Asked, reason: string): Promise<AmendmentTexts> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const { whole, text } = await found(tx, tenantId, asked);
    const event = await amendableEvent(tx, tenantId, asked.seq);
    if (!event?.raw || text === null) throw new NotFound();
    await writeAudit(tx, { tenantId, actorId: userId, requestId: asked.requestId, reason, ...look(asked.id) });
    return { whole, sent: sentText(event, whole ? 'body' : 'payload'), amended: text };
  });
}

/**
 * Approves or refuses another admin's amendment, or withdraws one's own. The approving admin has viewed it for a reason. Processing,
 * replays and rebuilds read an approved one from then on. @throws Forbidden for the author's own approval or another's withdrawal; Conflict
 * `amendment-settled`, `not-open`, `not-revealed`
 */
export function settleAmendment(
  { scope }: Account,
  asked: Asked,
  decision: Decision,
  reason: string | null,
): Promise<{ readonly state: (typeof decided)[Decision] }> {
  const { tenantId, userId } = scope;
  const state = decided[decision];
  return inTenant(scope, async (tx) => {
    const event = await amendableEvent(tx, tenantId, asked.seq, { lock: true });
    const amendment = await found(tx, tenantId, asked);
    const isAuthor = amendment.authorId === userId;
    if (isAuthor !== (decision === 'withdraw')) throw new Forbidden({ kind: 'amendment', id: asked.id });
    requireState(amendment.state === 'proposed', 'amendment-settled', 'Somebody has decided about this amendment.');
    if (decision === 'approve') {
      requireState(event?.state === 'open', 'not-open', 'The dead letter is not open any more.');
      if (!(await hasLooked(tx, tenantId, userId, look(asked.id))))
        throw new Conflict('not-revealed', 'Look at the amendment first.');
    }
    await decideAmendment(tx, tenantId, amendment, { state, by: userId, decision: reason });
    const line = { action: `amendment.${state}`, subjectKind: 'amendment', subjectId: asked.id, reason } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId: asked.requestId, ...line });
    await notifyScreens(tx, tenantId, []);
    return { state };
  });
}
