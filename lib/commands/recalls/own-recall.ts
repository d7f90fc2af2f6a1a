import type { Tx } from '#lib/db/base/in-tenant';
import { findRecall } from '#lib/db/recalls/find-recalls';
import { NotFound } from '#lib/domain/base/refusal';
import type { Row } from '#lib/domain/ledger/fold';

/** One case of the tenant. @throws NotFound */
export async function ownRecall(tx: Tx, tenantId: string, id: string): Promise<Row> {
  const found = await findRecall(tx, tenantId, id);
  if (!found) throw new NotFound();
  return found.registers;
}
