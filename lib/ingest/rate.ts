import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { SourceRecord } from '#lib/db/source';

const limiters = new Map<string, { perSecond: number; limiter: RateLimiterMemory }>();

/** Takes one place of the source's rate, if it has one. Answers 0 when there was one, else the seconds to wait. */
export async function overRate(source: SourceRecord): Promise<number> {
  if (source.ratePerSecond === null) return 0;
  const key = `${source.tenantId} ${source.sourceId}`;
  let kept = limiters.get(key);
  if (!kept || kept.perSecond !== source.ratePerSecond) {
    kept = {
      perSecond: source.ratePerSecond,
      limiter: new RateLimiterMemory({ points: source.ratePerSecond, duration: 1 }),
    };
    limiters.set(key, kept);
  }
  try {
    await kept.limiter.consume(key);
    return 0;
  } catch (full) {
    if (full instanceof RateLimiterRes) return Math.max(1, Math.ceil(full.msBeforeNext / 1000));
    throw full;
  }
}
