import type { Tx } from '#lib/db/base/in-tenant';
import { linkedPatients, recordsOf } from '#lib/db/directories/directory';
import type { NewAddress } from '#lib/db/mail/waiting-for-address';
import { entered } from '#lib/domain/directories/directory';
import { actionsOf, type PlannedRow } from '#lib/domain/directories/import-plan';

/** The addresses that applied rows have brought, or brought to one more of a person's patients. */
export async function importedAddresses(
  tx: Tx,
  tenantId: string,
  rows: readonly PlannedRow[],
): Promise<readonly NewAddress[]> {
  const before = new Map(
    rows.flatMap((row) => {
      const [first] = actionsOf(row);
      const changed = 'changes' in row ? row.changes.find(({ field }) => field === 'email')?.before : null;
      return first ? [[String(first.data['recordId']), changed ?? null] as const] : [];
    }),
  );
  const records = await recordsOf(tx, tenantId, before.keys());
  const linked = await linkedPatients(tx, tenantId, before.keys());
  return [...before].flatMap(([recordId, replaced]): NewAddress[] => {
    const email = entered(records.get(recordId), 'email');
    if (email === null) return [];
    return (linked.get(recordId) ?? []).map((patientId) => ({
      ...{ patientId, email },
      before: replaced === null ? [] : [replaced],
    }));
  });
}
