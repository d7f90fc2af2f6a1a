/** The delay between a fact and its receipt: the whole number and the unit a person would say; null below a second, and where the clocks disagree. */
export type Lag = { readonly count: number; readonly unit: 'second' | 'minute' | 'hour' | 'day' };

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

export function lagBetween(occurredAt: string, receivedAt: string): Lag | null {
  const seconds = Math.floor((Date.parse(receivedAt) - Date.parse(occurredAt)) / 1000);
  const found = units.find(([, size]) => seconds >= size);
  return found ? { unit: found[0], count: Math.floor(seconds / found[1]) } : null;
}
