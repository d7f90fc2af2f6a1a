import { noticesSince, recalledPrescriptions, recallNotices } from '#lib/db/find-recalled';
import type { Tx } from '#lib/db/in-tenant';
import type { Account } from '#lib/domain/account';
import { healedFromRecall, touchedByRecall } from '#lib/domain/follow-ups/recall';
import type { FollowUpRow } from '#lib/queries/follow-up';
import { healedRow, recallRow } from './follow-up-row.ts';
import { readPrescriptions } from './read-for-follow-ups.ts';

const mostRecalled = 500;

/** The doctor's patients whom a recall touches, latest notice first; what is put off is told apart. */
export async function recallsTouching(tx: Tx, account: Account): Promise<readonly FollowUpRow[]> {
  const { tenantId, prescriberIds } = account.scope;
  const notices = await recallNotices(tx, tenantId);
  if (notices.length === 0) return [];
  const found = await recalledPrescriptions(tx, tenantId, prescriberIds, mostRecalled);
  const { rowOf } = await readPrescriptions(
    tx,
    account,
    found.map(({ id }) => id),
  );
  const rows = found.flatMap(({ id }) => {
    const read = rowOf(id);
    const touched = read && touchedByRecall(read.parts, notices);
    return read && touched ? [recallRow(touched, read.parts, read.shown)] : [];
  });
  return rows.toSorted((a, b) => (a.since > b.since ? -1 : 1));
}

/** The doctor's patients whom a recall touches no longer, since a moment: all of it came back, or the case was closed. */
export async function recallsHealed(tx: Tx, account: Account, since: string): Promise<readonly FollowUpRow[]> {
  const { tenantId, prescriberIds } = account.scope;
  const { open, closed } = await noticesSince(tx, tenantId, since);
  if (open.length + closed.length === 0) return [];
  const found = await recalledPrescriptions(tx, tenantId, prescriberIds, mostRecalled);
  const { rowOf } = await readPrescriptions(
    tx,
    account,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id }) => {
    const read = rowOf(id);
    const healed = read && healedFromRecall(read.parts, open, closed);
    return read && healed && healed.settledAt >= since ? [healedRow(healed, read.parts, read.shown)] : [];
  });
}
