import type { DeadLetterCause } from './dead-letter.ts';

/** The target of a path, whatever the position in a list. */
export const causePath = (path: string): string => path.replace(/\[\d+\]|\.\d+(?=[.:\s]|$)/g, '[]');

/** The key that groups dead letters of one cause: code, type and paths, with list positions taken out (`items[3]` and `items[7]` are one cause). */
export function deadLetterCauseKey(cause: DeadLetterCause, type: string | null, paths: readonly string[]): string {
  const places = new Set(paths.map(causePath));
  return [cause, type ?? '', ...[...places].sort()].join('|').slice(0, 500);
}

/** The queue of a dead letter, named as the Medication Service names its own (`medication.ingestion.dlq`). */
export function deadLetterQueue(format: string): string {
  return `${format === 'medication-service' ? 'medication' : format}.ingestion.dlq`;
}
