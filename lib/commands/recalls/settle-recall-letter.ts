import { requireState } from '#lib/commands/base/if-unchanged';
import { letterIds } from '#lib/commands/recalls/recall-letter-ids';
import { recordRecallAction } from '#lib/commands/recalls/record-recall-action';
import { settleMessage } from '#lib/db/mail/outbox';
import { lockUncertainLetter } from '#lib/db/mail/recall-letter';
import type { Account } from '#lib/domain/access/account';

export type RecallLetterSettled = { readonly personId: string; readonly outcome: 'sent' | 'not-sent' };

/**
 * A person records whether a letter that may have been sent was: nobody else can know. After `not-sent` another may be written. @throws
 * Conflict `settled` when nothing is open (any more)
 */
export function settleRecallLetter(
  account: Account,
  recallId: string,
  { personId, outcome }: RecallLetterSettled,
  request: { readonly key: string; readonly requestId: string },
): Promise<{ readonly id: string }> {
  const { tenantId, userId } = account.scope;
  const state = outcome === 'sent' ? 'accepted' : 'failed';
  const note =
    outcome === 'sent' ? 'A person has made sure that it arrived' : 'A person has made sure that it was not sent';
  const data = { personId, outcome: `letter_${state}`, note };
  const act = { type: 'scriptline.recall.contact_logged', action: 'recall.contact-logged', recallId, data } as const;
  return recordRecallAction(account, { ...act, ...request, reason: `letter ${outcome}` }, async (tx) => {
    const message = await lockUncertainLetter(tx, tenantId, letterIds(tenantId, recallId, personId));
    requireState(message !== null, 'settled', 'There is nothing to settle any more.');
    const cause = state === 'failed' ? 'unknown' : null;
    await settleMessage(tx, message, { state, reply: null, cause, settledBy: userId });
    return undefined;
  });
}
