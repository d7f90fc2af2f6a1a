/** How long an event's content is kept after its receipt: the Medication Service's published classes; `2y` elsewhere is our reading. */
export const retentions = ['30d', '90d', '2y', '7y', '10y'] as const;
export type Retention = (typeof retentions)[number];

/** The instant (ISO 8601 UTC with milliseconds) from which an event received at `receivedAt` is no longer kept. February 29th ends on March 1st. */
export function retainUntil(receivedAt: string, keep: Retention): string {
  const until = new Date(receivedAt);
  const length = Number.parseInt(keep, 10);
  if (keep.endsWith('d')) until.setUTCDate(until.getUTCDate() + length);
  else until.setUTCFullYear(until.getUTCFullYear() + length);
  return until.toISOString();
}
