import { existsSync, readFileSync } from 'node:fs';
import { type Bounds, STRUCTURE_BASELINE, type StructureRow } from './baseline.ts';
import { presentHouse } from './house.ts';
import { measures } from './measures.ts';

/** The bounds of the repository and today's figures beside them. */
export async function readStructure(): Promise<{ readonly bounds: Bounds; readonly rows: readonly StructureRow[] }> {
  const bounds: Bounds = existsSync(STRUCTURE_BASELINE) ? JSON.parse(readFileSync(STRUCTURE_BASELINE, 'utf8')) : {};
  const house = await presentHouse();
  const rows = measures.map((measure) => ({ measure, figure: measure.read(house), bound: bounds[measure.name] }));
  return { bounds, rows };
}
