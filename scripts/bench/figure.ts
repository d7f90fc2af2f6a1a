/** One row of the table: what was measured, against what, how often. */
export type BenchFigure = {
  readonly section: string;
  readonly what: string;
  readonly against: string;
  /** One value a round, in the unit of `unit`; the figure is their median. */
  readonly rounds: readonly number[];
  readonly unit: '×' | 'ms' | 's' | 'KB' | 'MB' | '/s';
  /** The hoped-for value; null where there was none. */
  readonly reach: { readonly at: 'least' | 'most'; readonly value: number } | null;
  readonly note?: string;
};

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** True where the median came to the target; null without one. */
export function reached({ rounds, reach }: BenchFigure): boolean | null {
  if (reach === null) return null;
  return reach.at === 'least' ? median(rounds) >= reach.value : median(rounds) <= reach.value;
}

/** Both sides of each round, divided: what disturbs the machine for a while disturbs both. */
export function ratios(of: readonly number[], by: readonly number[]): readonly number[] {
  return of.flatMap((value, round) => {
    const other = by[round];
    return other === undefined ? [] : [value / other];
  });
}

export function shown(value: number, unit: BenchFigure['unit']): string {
  const digits = unit === '×' ? 2 : unit === '/s' || unit === 'KB' || value >= 100 ? 0 : 1;
  return unit === '×' ? `${value.toFixed(digits)} ×` : `${value.toFixed(digits)}${unit === '/s' ? '' : ' '}${unit}`;
}
