import { type KeptFollowUp, keptFollowUp, saveFollowUps } from '#lib/db/follow-ups/save-follow-ups';
import type { ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { type Summarised, savePrescriptions } from '#lib/db/prescriptions/save-prescriptions';
import { stockFromDispenses } from '#lib/domain/dispenses/stock-from-dispense';
import { followUpsOf } from '#lib/domain/follow-ups/follow-up';
import { type Row, text } from '#lib/domain/ledger/fold';
import type { TableName } from '#lib/domain/ledger/tables';
import { prescriberOf } from '#lib/domain/prescriptions/prescriber';
import { partsIn } from '#lib/domain/prescriptions/prescription-parts';
import { summarise } from '#lib/domain/prescriptions/prescription-summary';
import type { Closure } from './load-closure.ts';
import { type Changed, type Rewritten, stockIn, writeTables } from './table-writers.ts';

/** A prescription that reads differently now: its id, and the prescriber whose screens show it. */
export type Touched = { readonly id: string; readonly prescriberId: string | null };

/** Means every prescriber who may be concerned, where `id` is a recall's. */
export const everyPrescriber = '*';

/** Notes a row that is otherwise now. */
export function noteRow(changed: Changed, table: TableName, id: string, row: Row): void {
  changed.set(table, (changed.get(table) ?? new Map<string, Row>()).set(id, row));
}

type Derived = Summarised & { readonly followUps: readonly KeptFollowUp[] };

function summaries(closure: Closure): readonly Derived[] {
  const partsOf = partsIn(closure.rows);
  return [...closure.prescriptions].flatMap((id) => {
    const parts = partsOf(id);
    if (!parts) return [];
    const followUps = followUpsOf(parts).map((task) => keptFollowUp(id, parts.row, task));
    return [{ id, row: parts.row, summary: summarise(parts), followUps }];
  });
}

/** A recall concerns whoever prescribed from the lot: who that is, is found at reading. */
function everyone(changed: Changed): readonly Touched[] {
  const cases = [
    ...(changed.get('recallCase')?.keys() ?? []),
    ...(changed.get('stockCount')?.keys() ?? []),
    ...[...(changed.get('recallPerson')?.values() ?? [])].flatMap((row) => text(row, 'recallId') ?? []),
  ];
  return [...new Set(cases)].map((id) => ({ id, prescriberId: everyPrescriber }));
}

/** Writes what some work makes of the rows of a closure, with all that is derived from them. The work changes the closure's own rows. */
export async function rewrite(
  ground: ProjectionStore,
  closure: Closure,
  work: () => Rewritten,
): Promise<readonly Touched[]> {
  const earlier = summaries(closure);
  const before = new Map(earlier.map((one) => [one.id, one.summary]));
  const stockBefore = stockIn(closure.rows);
  const { changed, gone } = work();
  for (const [id, row] of stockFromDispenses(closure.rows)) {
    closure.rows.stockMovement.set(id, row);
    noteRow(changed, 'stockMovement', id, row);
  }
  if (changed.size + gone.size === 0) return [];
  await writeTables(ground, { changed, gone }, stockBefore);
  const own = changed.get('prescription');
  const derived = summaries(closure);
  const after = derived.filter(
    ({ id, summary }) => own?.has(id) || JSON.stringify(before.get(id)) !== JSON.stringify(summary),
  );
  const renamed = after.filter(({ id, summary }) => before.get(id)?.terms.join() !== summary.terms.join());
  await savePrescriptions(ground, after, new Set(renamed.map(({ id }) => id)));
  const tasks = (all: readonly Derived[]) => all.flatMap(({ followUps }) => followUps);
  await saveFollowUps(ground, tasks(earlier), tasks(derived));
  return [...after.map(({ id, row }) => ({ id, prescriberId: prescriberOf(row) })), ...everyone(changed)];
}
