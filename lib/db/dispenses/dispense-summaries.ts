import type { Tx } from '#lib/db/base/in-tenant';
import { lockUntilCommit } from '#lib/db/base/lock-until-commit';

/** The fields of a dispense that decide whether a person's command is allowed. */
export type DispenseSummary = {
  readonly id: string;
  readonly prescriptionId: string | null;
  readonly review: string | null;
  readonly stockItemId: string | null;
  readonly lotNumber: string | null;
};

/** The dispenses of these ids that the tenant has. */
export function dispenseSummaries(tx: Tx, tenantId: string, ids: readonly string[]): Promise<DispenseSummary[]> {
  return tx.dispense.findMany({
    where: { tenantId, id: { in: [...ids] } },
    select: { id: true, prescriptionId: true, review: true, stockItemId: true, lotNumber: true },
  });
}

/** Those who countersign one dispense go one after another. */
export function lockCountersign(tx: Tx, tenantId: string, dispenseId: string): Promise<void> {
  return lockUntilCommit(tx, `${tenantId} countersign ${dispenseId}`);
}
