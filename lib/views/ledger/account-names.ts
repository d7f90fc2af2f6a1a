import { userOrPrescriberNames } from '#lib/db/access/user-names';
import type { Tx } from '#lib/db/base/in-tenant';

/** The name of a person of the tenant: an account's own id, or a source's id that belongs to one; else the bare id. */
export async function accountNames(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<(id: string | null) => string | null> {
  const names = await userOrPrescriberNames(tx, tenantId, ids);
  return (id) => (id === null || id === '' ? null : (names.get(id) ?? id.slice(id.indexOf(':') + 1)));
}
