import type { Page } from '#lib/contract/base/page';
import type { RecallRow } from '#lib/contract/recalls/recall';
import { inTenant } from '#lib/db/base/in-tenant';
import { findRecalls } from '#lib/db/recalls/find-recalls';
import { recallsOf } from '#lib/db/recalls/recall-people';
import { openRecalls } from '#lib/db/recalls/reopened-recalls';
import type { Account } from '#lib/domain/access/account';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';
import { reachOfReader, readRecalls } from './recall-rows.ts';

export type RecallsAsking = {
  readonly state?: 'open' | 'closed' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly oldestFirst?: true | undefined;
};

/** Recall cases, the latest first. A doctor's are those that affect their own prescriptions, and their numbers count only these. */
export function listRecalls(account: Account, asking: RecallsAsking): Promise<Page<RecallRow>> {
  const { scope } = account;
  const [at, id] = decodeCursor(asking.cursor, ['text', 'text']) ?? [];
  const after = at !== undefined && id !== undefined ? { at, id } : null;
  return inTenant(scope, async (tx) => {
    const own = reachOfReader(account);
    const ids = own === null ? null : await recallsOf(tx, scope.tenantId, own);
    const found = await findRecalls(
      tx,
      scope.tenantId,
      ids,
      asking.state ?? null,
      after,
      asking.limit + 1,
      asking.oldestFirst,
    );
    const items = (await readRecalls(tx, account, found.slice(0, asking.limit))).map(({ row }) => row);
    const last = items.at(-1);
    const more = found.length > items.length && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.recalledAt, last.id]) : null };
  });
}

/** The number of open cases of the tenant. */
export function countOpenRecalls({ scope }: Account): Promise<{ readonly count: number }> {
  return inTenant(scope, async (tx) => ({ count: (await openRecalls(tx, scope.tenantId)).count }));
}
