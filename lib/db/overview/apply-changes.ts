import type { Tx } from '#lib/db/base/in-tenant';
import { type KeptFollowUp, keptFollowUp, saveFollowUps } from '#lib/db/follow-ups/save-follow-ups';
import { removeRows, saveRows } from '#lib/db/ledger/projections/projection-rows';
import { liveProjections, type ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { isStored } from '#lib/db/ledger/projections/stored-tables';
import { savePatients } from '#lib/db/patients/save-patients';
import { type Summarised, savePrescriptions } from '#lib/db/prescriptions/save-prescriptions';
import { enqueueRegister } from '#lib/db/register/enqueue-register';
import { saveBalances } from '#lib/db/stock/save-balances';
import { stockFromDispenses } from '#lib/domain/dispenses/stock-from-dispense';
import { followUpsOf } from '#lib/domain/follow-ups/follow-up';
import { fold, type Row, text } from '#lib/domain/ledger/fold';
import type { Effect } from '#lib/domain/ledger/meaning';
import type { TableName } from '#lib/domain/ledger/tables';
import { prescriberOf } from '#lib/domain/prescriptions/prescriber';
import { partsIn } from '#lib/domain/prescriptions/prescription-parts';
import { summarise } from '#lib/domain/prescriptions/prescription-summary';
import { type Closure, loadClosure } from './load-closure.ts';

/** A prescription that reads differently now: its id, and the prescriber whose screens show it. */
export type Touched = { readonly id: string; readonly prescriberId: string | null };

/** The id used for every prescriber that may be concerned, where `id` is a recall's. */
export const everyPrescriber = '*';

export type Changed = Map<TableName, Map<string, Row>>;

/** Records a row that has changed. */
export function noteRow(changed: Changed, table: TableName, id: string, row: Row): void {
  changed.set(table, (changed.get(table) ?? new Map<string, Row>()).set(id, row));
}

function foldAll(closure: Closure, effects: readonly Effect[]): Changed {
  const changed: Changed = new Map();
  for (const { origin, changes } of effects) {
    for (const { table, id } of fold(closure.rows, changes, origin)) {
      const row = closure.rows[table].get(id);
      if (row) noteRow(changed, table, id, row);
    }
  }
  return changed;
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

/** A recall concerns every prescriber of the lot; they are found at reading. */
function everyone(changed: Changed): readonly Touched[] {
  const cases = [
    ...(changed.get('recallCase')?.keys() ?? []),
    ...(changed.get('stockCount')?.keys() ?? []),
    ...[...(changed.get('recallPerson')?.values() ?? [])].flatMap((row) => text(row, 'recallId') ?? []),
  ];
  return [...new Set(cases)].map((id) => ({ id, prescriberId: everyPrescriber }));
}

/** Folds the effects of some events of one tenant into its projections, in the caller's transaction. */
export function applyChanges(tx: Tx, tenantId: string, effects: readonly Effect[]): Promise<readonly Touched[]> {
  return applyTo(liveProjections(tx, tenantId), effects);
}

/**
 * The same on any store: locks the records that the effects concern, reads them, folds, derives the summaries, writes the differing rows.
 * Whatever the order of calls, the rows come out the same.
 */
export async function applyTo(ground: ProjectionStore, effects: readonly Effect[]): Promise<readonly Touched[]> {
  const changes = effects.flatMap((effect) => effect.changes);
  if (changes.length === 0) return [];
  const closure = await loadClosure(ground, changes);
  return rewrite(ground, closure, () => ({ changed: foldAll(closure, effects), gone: new Map() }));
}

/** Rows by their table: the changed ones, and the names of those that are gone. */
export type Rewritten = { readonly changed: Changed; readonly gone: ReadonlyMap<TableName, readonly string[]> };

const emptied = (ids: readonly string[] = []) => ids.map((id): [string, Row] => [id, {}]);

/** Writes the changes of some work on the rows of a closure, with all derived values. The work changes the closure's own rows. */
export async function rewrite(
  ground: ProjectionStore,
  closure: Closure,
  work: () => Rewritten,
): Promise<readonly Touched[]> {
  const earlier = summaries(closure);
  const before = new Map(earlier.map((one) => [one.id, one.summary]));
  const movedBefore = new Map([...closure.rows.stockMovement, ...closure.rows.stockCount]);
  const { changed, gone } = work();
  for (const [id, row] of stockFromDispenses(closure.rows)) {
    closure.rows.stockMovement.set(id, row);
    noteRow(changed, 'stockMovement', id, row);
  }
  if (changed.size + gone.size === 0) return [];
  for (const [table, ids] of gone) await removeRows(ground, table, ids);
  for (const [table, rows] of changed) {
    if (table === 'patient' || table === 'patientRecord') await savePatients(ground, table, rows);
    else if (isStored(table)) await saveRows(ground, table, rows);
  }
  await saveBalances(ground, {
    before: movedBefore,
    movements: new Map([...(changed.get('stockMovement') ?? []), ...emptied(gone.get('stockMovement'))]),
    counts: new Map([...(changed.get('stockCount') ?? []), ...emptied(gone.get('stockCount'))]),
  });
  if (ground.shared) await enqueueRegister(ground.tx, ground.tenantId, changed);
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
