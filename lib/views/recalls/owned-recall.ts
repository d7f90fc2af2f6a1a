import type { Tx } from '#lib/db/base/in-tenant';
import { type FoundRecall, findRecall } from '#lib/db/recalls/find-recalls';
import { recallsOf } from '#lib/db/recalls/recall-people';
import type { Account } from '#lib/domain/access/account';
import { Forbidden, NotFound } from '#lib/domain/base/refusal';
import { reachOfReader } from './recall-rows.ts';

/**
 * One case that the account may see. @throws NotFound when the tenant has none of that id @throws Forbidden when it affects no prescription
 * of the account
 */
export async function ownedRecall(tx: Tx, account: Account, id: string): Promise<FoundRecall> {
  const { tenantId } = account.scope;
  const found = await findRecall(tx, tenantId, id);
  if (!found) throw new NotFound();
  const own = reachOfReader(account);
  if (own !== null && !(await recallsOf(tx, tenantId, own)).includes(id)) throw new Forbidden({ kind: 'recall', id });
  return found;
}
