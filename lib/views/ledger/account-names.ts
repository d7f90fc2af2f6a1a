import { userOrPrescriberNames } from '#lib/db/access/user-names';
import type { Tx } from '#lib/db/base/in-tenant';

/** What a person of the tenant is called: an account's own id, or a sender's id that belongs to one; else the bare id. */
export async function accountNames(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<(id: string | null) => string | null> {
  const names = await userOrPrescriberNames(tx, tenantId, ids);
  return (id) => (id === null || id === '' ? null : (names.get(id) ?? id.slice(id.indexOf(':') + 1)));
}
