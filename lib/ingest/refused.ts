import { countRefusals, type SourceRecord } from '#lib/db/connections/source';
import { log } from '#lib/observability/log';

/** Refused requests are counted per source and fault, in memory first: a flood of bad signatures costs one write a second, not one a request. */
const tally = new Map<string, { tenantId: string; sourceId: string; fault: string; count: number }>();
let timer: NodeJS.Timeout | undefined;

function flushIn(ms: number): void {
  if (timer === undefined) timer = setTimeout(() => void flushRefusals(), ms).unref();
}

export function countRefusal(source: SourceRecord, fault: string): void {
  const { tenantId, sourceId } = source;
  const key = `${tenantId} ${sourceId} ${fault}`;
  const counted = tally.get(key);
  if (counted) counted.count += 1;
  else tally.set(key, { tenantId, sourceId, fault, count: 1 });
  flushIn(1_000);
}

/** Writes the counts; counts that cannot be written now are kept for the next time. */
export async function flushRefusals(): Promise<void> {
  timer = undefined;
  const rows = [...tally.values()];
  tally.clear();
  if (rows.length === 0) return;
  try {
    await countRefusals(rows);
  } catch (error) {
    log('warn', 'refusals.not_counted', { count: rows.length, error });
    for (const { tenantId, sourceId, fault, count } of rows) {
      const key = `${tenantId} ${sourceId} ${fault}`;
      tally.set(key, { tenantId, sourceId, fault, count: count + (tally.get(key)?.count ?? 0) });
    }
    flushIn(5_000);
  }
}
