import type { FollowUpRow } from '#lib/contract/follow-ups/follow-up';
import type { PrescriptionRow } from '#lib/contract/prescriptions/prescription';
import type { Tx } from '#lib/db/base/in-tenant';
import { noticesSince, recalledPrescriptions, recallNotices } from '#lib/db/recalls/find-recalled';
import type { Account } from '#lib/domain/access/account';
import { healedFromRecall, touchedByRecall } from '#lib/domain/follow-ups/recall';
import { type Row, text } from '#lib/domain/ledger/fold';
import type { PrescriptionParts } from '#lib/domain/prescriptions/prescription-parts';
import { healedRow, recallFollowUpRow } from './follow-up-row.ts';
import { readPrescriptions } from './read-for-follow-ups.ts';

/** Prescriptions are read so many at a time: a doctor may have any number of them. */
const together = 500;

/** A row for each of the doctor's prescriptions of which something of these notices' lots was dispensed, where `rowOf` makes one. */
async function rowsOf(
  tx: Tx,
  account: Account,
  notices: readonly Row[],
  rowOf: (parts: PrescriptionParts, shown: PrescriptionRow) => FollowUpRow | null,
): Promise<readonly FollowUpRow[]> {
  const { tenantId, prescriberIds } = account.scope;
  const recalls = [...new Set(notices.flatMap((notice) => text(notice, 'recallId') ?? []))];
  if (recalls.length === 0) return [];
  const ids = await recalledPrescriptions(tx, tenantId, prescriberIds, recalls);
  const rows: FollowUpRow[] = [];
  for (let from = 0; from < ids.length; from += together) {
    const some = ids.slice(from, from + together);
    const read = await readPrescriptions(tx, account, some);
    for (const id of some) {
      const one = read.rowOf(id);
      const row = one && rowOf(one.parts, one.shown);
      if (row) rows.push(row);
    }
  }
  return rows;
}

/** The doctor's patients whom an open recall affects, all of them, latest notice first; snoozed ones are separate. */
export async function recallsTouching(tx: Tx, account: Account): Promise<readonly FollowUpRow[]> {
  const notices = await recallNotices(tx, account.scope.tenantId);
  const rows = await rowsOf(tx, account, notices, (parts, shown) => {
    const touched = touchedByRecall(parts, notices);
    return touched && recallFollowUpRow(touched, parts, shown);
  });
  return rows.toSorted((a, b) => (a.since > b.since ? -1 : 1));
}

/** The doctor's patients whom a recall affects no longer, since a moment: all of it was returned, or the case was closed. */
export async function recallsHealed(tx: Tx, account: Account, since: string): Promise<readonly FollowUpRow[]> {
  const { open, closed } = await noticesSince(tx, account.scope.tenantId, since);
  return rowsOf(tx, account, [...open, ...closed], (parts, shown) => {
    const healed = healedFromRecall(parts, open, closed);
    return healed && healed.settledAt >= since ? healedRow(healed, parts, shown) : null;
  });
}
