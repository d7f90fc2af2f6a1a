import path from 'node:path';
import { type House, isUnder } from './house.ts';
import type { Figure } from './measure.ts';

const WIDE = 40;
const PLACES = ['app', 'components', 'lib', 'prisma', 'scripts', 'e2e'];

function widths(house: House): [string, number][] {
  const folders = new Map<string, number>();
  for (const { path: file } of house.sources) {
    if (!isUnder(file, ...PLACES)) continue;
    const folder = path.dirname(file);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return [...folders].sort(([, a], [, b]) => b - a);
}

const written = (all: readonly [string, number][]) => all.map(([folder, width]) => `${folder}: ${width}`);

/** Files that lie in folders of more than 40 files. */
export function filesInWideFolders(house: House): Figure {
  const wide = widths(house).filter(([, width]) => width > WIDE);
  return { value: wide.reduce((sum, [, width]) => sum + width, 0), places: written(wide) };
}

export function widestFolder(house: House): Figure {
  const [widest] = widths(house);
  return { value: widest?.[1] ?? 0, places: written(widths(house).slice(0, 5)) };
}
