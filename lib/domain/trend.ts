/** How often something happened, oldest first: in each of the last 24 hours, or in each of the last seven days. */
export type Trend = { readonly unit: 'hour' | 'day'; readonly counts: readonly number[] };

const spans = { hour: { steps: 24, hours: 1 }, day: { steps: 7, hours: 24 } } as const;

/** From counts by hours ago. What has all happened within a day is told by the hour, anything older by the day. */
export function trendOf(hours: readonly (readonly [hoursAgo: number, count: number])[]): Trend {
  const unit = hours.some(([ago, count]) => ago >= spans.hour.steps && count > 0) ? 'day' : 'hour';
  const { steps, hours: width } = spans[unit];
  const counts = Array.from({ length: steps }, () => 0);
  for (const [ago, count] of hours) {
    const step = steps - 1 - Math.floor(ago / width);
    const before = counts[step];
    if (before !== undefined) counts[step] = before + count;
  }
  return { unit, counts };
}
