import { complaints } from '#scripts/structure/baseline';
import { readStructure } from '#scripts/structure/read-structure';
import type { Outcome } from './check.ts';

/** No figure of the house is worse than its bound in `scripts/structure/baseline.json`. */
export async function checkStructure(): Promise<Outcome> {
  const { bounds, rows } = await readStructure();
  const wrong = complaints(rows, bounds);
  return { passed: wrong.length === 0, details: wrong.join('\n') };
}
