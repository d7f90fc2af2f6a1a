import { saveHeartbeat } from '#lib/db/base/heartbeat';
import { log } from '#lib/observability/log';

/** Clocks that differ by more than this are warned about. Decisions by a clock use the database's; sign-in and a screen's "today" use ours. */
const toleratedClockMs = 30_000;

/** Records that a worker is alive, by the database's clock, and warns when ours is off. */
export async function beat(worker: string): Promise<void> {
  const at = await saveHeartbeat(worker, new Date());
  const off = at ? Date.now() - at.getTime() : 0;
  if (Math.abs(off) > toleratedClockMs) log('warn', 'clock.differs_from_database', { milliseconds: off });
}
