import { projectionTables } from '#lib/db/overview/rebuild-tables';
import { keyOf } from '#lib/db/replays/replay-preview';
import type { ReplayRun } from '#lib/db/replays/replay-runs';
import type { Everyone } from './everyone.ts';

type Kept = ReadonlyMap<string, string>;

/** Every row of every projection table of the tenant, by its table and key. */
export async function everyRow(everyone: Everyone): Promise<Kept> {
  const rows = new Map<string, string>();
  for (const model of projectionTables) {
    const key = keyOf(model).map((column) => `"${column}"`);
    const found = await everyone.rows<{ key: string; row: object }>(
      `select jsonb_build_array(${key.join(', ')})::text as key, to_jsonb(t) - 'tenantId' as row from "${model}" t where "tenantId" = 'demo'`,
    );
    for (const one of found) rows.set(`${model} ${one.key}`, JSON.stringify(one.row));
  }
  return rows;
}

/** The rows that differ, each with what it was and what it is. */
export function difference(before: Kept, after: Kept): readonly string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key}: ${before.get(key) ?? 'null'} → ${after.get(key) ?? 'null'}`)
    .sort();
}

/** The same as a preview predicted it. */
export async function predictedRows(everyone: Everyone, { id }: ReplayRun): Promise<readonly string[]> {
  const rows = await everyone.rows<{ model: string; key: string; before: object | null; after: object | null }>(
    `select model, key, before, after from "ReplayChange" where "runId" = $1`,
    [id],
  );
  return rows
    .map(({ model, key, before, after }) => `${model} ${key}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
    .sort();
}
