/** The number of occurrences, oldest first: in each of the last 24 hours, or in each of the last seven days, today included. */
export type Trend = { readonly unit: 'hour' | 'day'; readonly counts: readonly number[] };

type Counted = readonly (readonly [ago: number, count: number])[];

const total = (all: Counted): number => all.reduce((sum, [, count]) => sum + count, 0);

function placed(all: Counted, steps: number): readonly number[] {
  const counts = Array.from({ length: steps }, () => 0);
  for (const [ago, count] of all) {
    const step = steps - 1 - ago;
    counts[step] = (counts[step] ?? 0) + count;
  }
  return counts;
}

/** From counts by hours ago (0 to 23) and by days ago (0 to 6). Where all happened within 24 hours the counts are by the hour, else by the day. */
export function trendOf(hours: Counted, days: Counted): Trend {
  return total(days) > total(hours)
    ? { unit: 'day', counts: placed(days, 7) }
    : { unit: 'hour', counts: placed(hours, 24) };
}
