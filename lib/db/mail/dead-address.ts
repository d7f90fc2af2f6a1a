import type { Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { rowId } from '#lib/domain/base/json/row-id';
import type { Row } from '#lib/domain/ledger/fold';
import { text } from '#lib/domain/ledger/fold';

/** True where the last report on a prescription's emails to an address is that no such address exists; case makes no other one. */
export async function isDeadAddress(tx: Tx, tenantId: string, prescriptionId: string, email: string): Promise<boolean> {
  const rows = new Map<string, Row>();
  const id = rowId(prescriptionId, email.trim().toLowerCase());
  await loadRows(tx, tenantId, 'emailDelivery', 'id', [id], rows);
  const delivery = rows.get(id);
  return text(delivery, 'state') === 'failed' && text(delivery, 'cause') === 'address';
}
