export type Span = { readonly unit: 'ms' | 's' | 'min' | 'h' | 'd'; readonly count: number };

/** A length of time in the one unit that says it best: 400 ms, 42 s, 12 min, 5 h, 3 d. */
export function spanOf(seconds: number): Span {
  const whole = Math.max(0, seconds);
  if (whole < 1) return { unit: 'ms', count: Math.round(whole * 1000) };
  if (whole < 90) return { unit: 's', count: Math.round(whole) };
  if (whole < 5_400) return { unit: 'min', count: Math.round(whole / 60) };
  if (whole < 172_800) return { unit: 'h', count: Math.round(whole / 3_600) };
  return { unit: 'd', count: Math.round(whole / 86_400) };
}
