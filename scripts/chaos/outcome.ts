/** The result of one row of the reliability table: figures first, then whether the guarantee was kept. */
export type ChaosOutcome = { readonly held: boolean; readonly figures: string };

/** One clause of a row: `lost 0`, and whether it is as it must be. */
export type Clause = readonly [figure: string, holds: boolean];

/** A row holds when each of its clauses does; one that does not is marked, so that the line says which. */
export function outcome(...clauses: readonly Clause[]): ChaosOutcome {
  return {
    held: clauses.every(([, holds]) => holds),
    figures: clauses.map(([figure, holds]) => (holds ? figure : `${figure} ✗`)).join('; '),
  };
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** The value below which `share` of all lie; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
