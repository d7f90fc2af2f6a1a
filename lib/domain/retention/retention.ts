/**
 * The time for which an event's content is kept, counted from its fact: the Medication Service's published classes; `2y` elsewhere is our
 * reading. `subject`: as long as anything else about its subject, two years at the least. `standing`: until a newer one takes its place.
 */
export const retentions = ['30d', '90d', '2y', '7y', '10y', 'subject', 'standing'] as const;
export type Retention = (typeof retentions)[number];

const least = '2y';

/**
 * The instant (ISO 8601 UTC with milliseconds) from which an event of a fact at `at` is no longer kept; null: no clock ends it. February
 * 29th ends on March 1st. An event of a subject may be kept longer than this (lib/processing/retention/purge.ts).
 */
export function retainUntil(at: string, keep: Exclude<Retention, 'standing'>): string;
export function retainUntil(at: string, keep: Retention): string | null;
export function retainUntil(at: string, keep: Retention): string | null {
  if (keep === 'standing') return null;
  const span = keep === 'subject' ? least : keep;
  const until = new Date(at);
  const length = Number.parseInt(span, 10);
  if (span.endsWith('d')) until.setUTCDate(until.getUTCDate() + length);
  else until.setUTCFullYear(until.getUTCFullYear() + length);
  return until.toISOString();
}
