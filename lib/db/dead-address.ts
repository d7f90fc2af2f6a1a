import type { Row } from '#lib/domain/fold';
import { text } from '#lib/domain/fold';
import { rowId } from '#lib/domain/row-id';
import type { Tx } from './in-tenant.ts';
import { loadRows } from './projection-rows.ts';

/** Whether the last that was heard of a prescription's mails to an address is that there is no such address; case makes no other one. */
export async function isDeadAddress(tx: Tx, tenantId: string, prescriptionId: string, email: string): Promise<boolean> {
  const rows = new Map<string, Row>();
  const id = rowId(prescriptionId, email.trim().toLowerCase());
  await loadRows(tx, tenantId, 'emailDelivery', 'id', [id], rows);
  const delivery = rows.get(id);
  return text(delivery, 'state') === 'failed' && text(delivery, 'cause') === 'address';
}
