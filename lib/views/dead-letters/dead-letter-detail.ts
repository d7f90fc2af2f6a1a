import type { DeadLetterDetail } from '#lib/contract/dead-letters/dead-letter';
import { inTenant } from '#lib/db/base/in-tenant';
import { amendableEvent } from '#lib/db/dead-letters/amendable-event';
import { amendmentsOf } from '#lib/db/dead-letters/amendments';
import { actionsOn, episodesOf, replaysOf } from '#lib/db/dead-letters/dead-letter-history';
import { findDeadLetters } from '#lib/db/dead-letters/find-dead-letters';
import type { Account } from '#lib/domain/access/account';
import { NotFound } from '#lib/domain/base/refusal';
import { amendableAs } from '#lib/domain/dead-letters/amendment';
import { reopen } from '#lib/sources/reopen';
import { accountNames } from '#lib/views/ledger/account-names';
import { deadLetterRow } from './dead-letters.ts';

/** One dead letter with its whole history: each failure, the amendments, the admins' actions. No payload. */
export async function getDeadLetter({ scope }: Account, seq: bigint): Promise<DeadLetterDetail> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const [row] = await findDeadLetters(tx, tenantId, { q: String(seq) }, { after: [String(seq + 1n)], limit: 1 });
    const event = await amendableEvent(tx, tenantId, seq);
    if (!row || !event || row.seq !== seq) throw new NotFound();
    const [episodes, amendments, acts, replays] = [
      await episodesOf(tx, tenantId, seq),
      await amendmentsOf(tx, tenantId, seq),
      await actionsOn(tx, tenantId, seq),
      await replaysOf(tx, tenantId, seq),
    ];
    const people = [
      ...amendments.flatMap((one) => [one.authorId, one.decidedBy ?? '']),
      ...acts.map((act) => act.actorId ?? ''),
    ];
    const nameOf = await accountNames(tx, tenantId, people);
    return {
      ...deadLetterRow(row),
      amendable:
        event.state === 'open' ? amendableAs(event.cause, reopen(event), event, event.receivedAt.getTime()) : 'no',
      bytes: event.raw?.length ?? 0,
      retainUntil: event.retainUntil?.toISOString() ?? null,
      episodeList: episodes.map(({ failedAt, ...episode }) => ({ ...episode, failedAt: failedAt.toISOString() })),
      amendments: amendments.map((one) => ({
        id: one.id,
        state: one.state,
        whole: one.whole,
        reason: one.reason,
        author: nameOf(one.authorId) ?? one.authorId,
        mine: one.authorId === userId,
        proposedAt: one.proposedAt.toISOString(),
        decidedBy: nameOf(one.decidedBy),
        decidedAt: one.decidedAt?.toISOString() ?? null,
        decision: one.decision,
        retained: one.text !== null && event.raw !== null,
      })),
      replays: replays.map(({ runId, name, outcome, settledAt, startedAt }) => ({
        ...{ runId, name, outcome },
        at: (settledAt ?? startedAt)?.toISOString() ?? '',
      })),
      acts: acts.map(({ action, at, actorId, reason }) => ({
        act: action === 'dead-letter.discarded' ? 'discarded' : 'reopened',
        at: at.toISOString(),
        by: nameOf(actorId) ?? '',
        reason: reason ?? '',
      })),
    };
  });
}
