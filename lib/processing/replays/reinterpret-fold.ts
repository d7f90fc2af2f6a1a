import { isFoldedTable, type Sheet } from '#lib/db/replays/reinterpret-plan';
import { foldRow } from '#lib/domain/ledger/fold';
import type { KeptRow, Meaning } from '#lib/domain/ledger/meaning';

/** The meaning of events today; one on which the catalogue throws means nothing: as to a rebuild, it is unreadable. */
export function readableOf(rows: readonly KeptRow[], interpret: (row: KeptRow) => Meaning): readonly Meaning[] {
  return rows.flatMap((row) => {
    try {
      return [interpret(row)];
    } catch {
      return [];
    }
  });
}

/** Folds the claims of events into those rows of a sheet that it has; other rows are left out here. */
export async function foldOnto(sheet: Sheet, meanings: readonly Meaning[]): Promise<void> {
  const claims = meanings.flatMap(({ effect }) =>
    effect === null
      ? []
      : effect.changes.flatMap((change) =>
          isFoldedTable(change.table) ? [{ change, origin: change.origin ?? effect.origin }] : [],
        ),
  );
  if (claims.length === 0) return;
  const nameOf = ({ table, id }: { readonly table: string; readonly id: string }) => `${table} ${id}`;
  const rows = new Map((await sheet.read(claims.map(({ change }) => change))).map((row) => [nameOf(row), row]));
  const changed = new Map<string, Parameters<Sheet['write']>[0][number]>();
  for (const { change, origin } of claims) {
    const name = nameOf(change);
    const kept = changed.get(name) ?? rows.get(name);
    if (kept === undefined) continue;
    const next = foldRow(kept.registers ?? undefined, change, origin);
    if (next !== kept.registers) changed.set(name, { ...kept, registers: next });
  }
  if (changed.size > 0) await sheet.write([...changed.values()]);
}
