import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import type { RecallRow } from '#lib/contract/recalls/recall';
import type { recallsList } from '#lib/contract/recalls/recalls-list';
import { inTenant } from '#lib/db/base/in-tenant';
import { findRecalls } from '#lib/db/recalls/find-recalls';
import { recallsOf } from '#lib/db/recalls/recall-people';
import { openRecalls } from '#lib/db/recalls/reopened-recalls';
import type { Account } from '#lib/domain/access/account';
import { text } from '#lib/domain/ledger/fold';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';
import { reachOfReader, readRecalls } from './recall-rows.ts';

/** Recall cases, the latest first unless asked otherwise. A doctor's are those that touch their own prescriptions, and their numbers count only these. */
export function listRecalls(account: Account, asking: PageAsked<typeof recallsList>): Promise<Page<RecallRow>> {
  const { scope } = account;
  const { tenantId } = scope;
  const { cursor, limit, sort = '-recalledAt', ...filter } = asking;
  const [key, id] = decodeCursor(cursor, ['text', 'text']) ?? [];
  const after = key !== undefined && id !== undefined ? { key, id } : null;
  return inTenant(scope, async (tx) => {
    const own = reachOfReader(account);
    const ids = own === null ? undefined : await recallsOf(tx, tenantId, own);
    const found = await findRecalls(tx, { tenantId, filter: { ...filter, ids }, sort, after, limit: oneMore(limit) });
    const page = pageOf(found, limit, (last) => [text(last.registers, 'recalledAt') ?? '', last.id]);
    const items = (await readRecalls(tx, account, page.rows)).map(({ row }) => row);
    return { items, nextCursor: page.nextCursor };
  });
}

/** The number of open cases of the tenant. */
export function countOpenRecalls({ scope }: Account): Promise<{ readonly count: number }> {
  return inTenant(scope, async (tx) => ({ count: (await openRecalls(tx, scope.tenantId)).count }));
}
