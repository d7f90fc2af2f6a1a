import type { Tx } from '#lib/db/base/in-tenant';
import { liveProjections, type ProjectionStore } from '#lib/db/ledger/projections/projection-store';
import { fold } from '#lib/domain/ledger/fold';
import type { Effect } from '#lib/domain/ledger/meaning';
import { type Closure, loadClosure } from './load-closure.ts';
import { noteRow, rewrite, type Touched } from './rewrite.ts';
import type { Changed } from './table-writers.ts';

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
