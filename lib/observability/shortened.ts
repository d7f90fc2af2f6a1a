const longestText = 300;
const mostEntries = 50;
const deepest = 5;

/** The same value with each text in it cut to a few hundred characters, so that no caller can make a line of the log arbitrarily long. */
export function shortened(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === deepest) return '…';
  if (Array.isArray(value)) return value.slice(0, mostEntries).map((one) => shortened(one, depth + 1));
  return shortenedFields(value, depth);
}

export function shortenedFields(fields: object, depth = 0): Record<string, unknown> {
  const entries = Object.entries(fields).slice(0, mostEntries);
  return Object.fromEntries(entries.map(([key, one]) => [cut(key), shortened(one, depth + 1)]));
}

export function cut(text: string, longest = longestText): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
