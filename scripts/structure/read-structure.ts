import { existsSync, readFileSync } from 'node:fs';
import { BASELINE, type Bounds, type Row } from './baseline.ts';
import { presentHouse } from './house.ts';
import { measures } from './measures.ts';

/** The bounds of the repository and today's figures beside them. */
export async function readStructure(): Promise<{ readonly bounds: Bounds; readonly rows: readonly Row[] }> {
  const bounds: Bounds = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {};
  const house = await presentHouse();
  const rows = measures.map((measure) => ({ measure, figure: measure.read(house), bound: bounds[measure.name] }));
  return { bounds, rows };
}
