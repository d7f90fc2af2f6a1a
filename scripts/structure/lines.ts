import { type House, isTest } from './house.ts';
import type { Figure } from './measure.ts';

const PRODUCTION = /^((app|components|lib|prisma|scripts)\/|[^/]+\.tsx?$)/;

/** Lines of TypeScript that are neither tests nor generated. */
export function productionLines(house: House): Figure {
  const sources = house.sources.filter(({ path }) => PRODUCTION.test(path) && !isTest(path));
  return { value: sources.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0), places: [] };
}
