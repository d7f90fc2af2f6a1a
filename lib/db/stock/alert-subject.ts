import type { Tx } from '#lib/db/base/in-tenant';

export type AlertSubject = {
  /** Null: only a part of the alert is known so far. */
  readonly kind: string | null;
  readonly stockItemId: string | null;
  readonly lotNumber: string | null;
  readonly dispenseId: string | null;
};

/** The subject of an alert; null: the tenant has no alert of this id. */
export function alertSubject(tx: Tx, tenantId: string, id: string): Promise<AlertSubject | null> {
  return tx.alert.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: { kind: true, stockItemId: true, lotNumber: true, dispenseId: true },
  });
}
