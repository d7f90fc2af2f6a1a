import type { Override } from '#lib/contract/dispenses/dispense';
import type { Tx } from '#lib/db/base/in-tenant';
import { loadRows } from '#lib/db/ledger/projections/projection-rows';
import { type Row, text } from '#lib/domain/ledger/fold';

/** The alerts that were overridden when each prescription was written: shown to the dispenser and the reviewer. */
export async function overridesOf(
  tx: Tx,
  tenantId: string,
  prescriptionIds: readonly string[],
): Promise<(prescriptionId: string | null) => readonly Override[]> {
  const rows = new Map<string, Row>();
  await loadRows(tx, tenantId, 'alertOverride', 'prescriptionId', prescriptionIds, rows);
  const byPrescription = Map.groupBy(
    [...rows].sort(([a], [b]) => (a < b ? -1 : 1)),
    ([, row]) => text(row, 'prescriptionId'),
  );
  return (id) =>
    (byPrescription.get(id) ?? []).map(([, row]) => ({
      alert: text(row, 'alertText') ?? text(row, 'alertType'),
      severity: text(row, 'severity'),
      reason: text(row, 'reason'),
      by: text(row, 'overriddenBy'),
    }));
}
