import type { Figure, Measure } from './measure.ts';

export const STRUCTURE_BASELINE = 'scripts/structure/baseline.json';

/** The bound of each measure by its name. */
export type Bounds = Readonly<Record<string, number>>;
export type StructureRow = { readonly measure: Measure; readonly figure: Figure; readonly bound: number | undefined };

export const isWorse = ({ figure, bound }: StructureRow): boolean => figure.value > (bound ?? Number.POSITIVE_INFINITY);

const bounded = (rows: readonly StructureRow[]) => rows.filter(({ measure }) => !measure.unbounded);

/** The bounds with the better figures of today. None rises; a measure that has no bound yet gets today's figure. */
export const lowered = (rows: readonly StructureRow[]): Bounds =>
  Object.fromEntries(
    bounded(rows).map(({ measure, figure, bound = figure.value }) => [measure.name, Math.min(bound, figure.value)]),
  );

/** The measures that got worse, in sentences; empty: none did. */
export function complaints(rows: readonly StructureRow[], bounds: Bounds): string[] {
  const names = new Set(bounded(rows).map(({ measure }) => measure.name));
  return [
    ...bounded(rows).flatMap(complaint),
    ...Object.keys(bounds)
      .filter((name) => !names.has(name))
      .map((name) => `${STRUCTURE_BASELINE} bounds "${name}", which nothing measures.`),
  ];
}

function complaint(row: StructureRow): string[] {
  const { measure, figure, bound } = row;
  if (!Number.isFinite(figure.value)) return [`${measure.name}: ${figure.places.join('; ')}`];
  if (bound === undefined) return [`${measure.name} has no bound: run \`npm run structure -- --write\`.`];
  if (!isWorse(row)) return [];
  const where = `npm run structure -- --where "${measure.name}"`;
  return [`${measure.name}: ${figure.value}, at most ${bound}. The places: ${where}`];
}
