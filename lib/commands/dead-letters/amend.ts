import { randomUUID } from 'node:crypto';
import { requireFirst, requireRow, requireState } from '#lib/commands/base/if-unchanged';
import type { AmendmentCheck, AmendmentDraft } from '#lib/contract/dead-letters/amendment';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { type AmendableEvent, amendableEvent } from '#lib/db/dead-letters/amendable-event';
import { amendmentsOf, hasLooked, keyIsKept, proposeAmendment } from '#lib/db/dead-letters/amendments';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { Conflict, Invalid } from '#lib/domain/base/refusal';
import { amendableOf, readAmended, sentText } from './read-amended.ts';

type Asked = { readonly seq: bigint; readonly requestId: string };

async function openEvent(tx: Tx, tenantId: string, seq: bigint, lock = false) {
  const event = requireRow(await amendableEvent(tx, tenantId, seq, { lock }));
  const how = amendableOf(event);
  requireState(event.state === 'open', 'not-open', 'The dead letter is not open any more.');
  if (how === 'no') throw new Conflict('not-amendable', 'Nothing of this event can be amended.');
  return { event, how };
}

const look = (seq: bigint) => ({ action: 'payload.revealed', subjectKind: 'event', subjectId: String(seq) }) as const;

/** Shows the text that an amendment starts from; the reason is in the audit before the answer. */
export function draftAmendment({ scope }: Account, { seq, requestId }: Asked, reason: string): Promise<AmendmentDraft> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const { event, how } = await openEvent(tx, tenantId, seq);
    const approved = (await amendmentsOf(tx, tenantId, seq)).find(({ state }) => state === 'approved');
    await writeAudit(tx, { tenantId, actorId: userId, reason, requestId, ...look(seq) });
    const sent = sentText(event, how);
    return { whole: how === 'body', sent, text: approved?.text ?? sent };
  });
}

function outcome(event: AmendableEvent, how: 'payload' | 'body', text: string): AmendmentCheck {
  const read = readAmended(event, how, text);
  return read.ok ? { ok: true, type: read.type, outcome: read.outcome } : { ok: false, ...read.rejection };
}

/** The reading of a text, without storing it. */
export function checkAmendment({ scope }: Account, seq: bigint, text: string): Promise<AmendmentCheck> {
  return inTenant(scope, async (tx) => {
    const { event, how } = await openEvent(tx, scope.tenantId, seq);
    return outcome(event, how, text);
  });
}

/**
 * Proposes the correct content of an event; another admin decides. The author has viewed the bytes for a reason before. @throws Conflict
 * `not-open`, `not-amendable`, `not-revealed`, `amendment-pending`, `already-kept`; Invalid with the paths that do not fit
 */
export function amend(
  { scope }: Account,
  { seq, requestId }: Asked,
  { text, reason }: { readonly text: string; readonly reason: string },
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const { event, how } = await openEvent(tx, tenantId, seq, true);
    if (!(await hasLooked(tx, tenantId, userId, look(seq))))
      throw new Conflict('not-revealed', 'Look at the payload first.');
    if (text === sentText(event, how)) throw new Invalid(['text: unchanged']);
    const read = readAmended(event, how, text);
    if (!read.ok) throw new Invalid(read.rejection.paths);
    requireState(
      read.dedupeKey === null || !(await keyIsKept(tx, tenantId, event.sourceId, read.dedupeKey, seq)),
      'already-kept',
      'Another event of this source is kept under this id.',
    );
    const id = `amd_${randomUUID()}`;
    const proposal = { id, seq, whole: how === 'body', text, amended: read.amended, reason, authorId: userId };
    requireFirst(
      await proposeAmendment(tx, tenantId, proposal),
      'amendment-pending',
      'Another amendment waits for its decision.',
    );
    const line = { action: 'amendment.proposed', subjectKind: 'amendment', subjectId: id, reason } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    await notifyScreens(tx, tenantId, []);
    return { id };
  });
}
