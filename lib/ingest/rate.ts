import type { SourceRecord } from '#lib/db/connections/source';
import { nothingTaken, type Taken, take } from '#lib/domain/base/web/rate';

/** Of this process alone: with several web processes each lets as much in. */
const bySource = new Map<string, Taken>();

/** Takes so many events of the source's rate, if it has one. Returns 0 when there was room, else the seconds to wait. */
export function overRate({ tenantId, sourceId, ratePerSecond }: SourceRecord, events: number): number {
  if (ratePerSecond === null) return 0;
  const key = `${tenantId} ${sourceId}`;
  const { taken, waitMs } = take(bySource.get(key) ?? nothingTaken, ratePerSecond, events, performance.now());
  bySource.set(key, taken);
  return Math.ceil(waitMs / 1000);
}
