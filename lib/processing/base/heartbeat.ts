import { prisma } from '#lib/db/base/prisma';
import { log } from '#lib/observability/log';

/** Clocks that differ by more than this are warned about. Decisions by a clock use the database's; sign-in and a screen's "today" use ours. */
const toleratedClockMs = 30_000;

/** Records that a worker is alive, by the database's clock, and warns when ours is off. */
export async function beat(worker: string): Promise<void> {
  const ours = new Date();
  const [row] = await prisma('any').$queryRaw<{ at: Date }[]>`
    insert into "Heartbeat" ("tenantId", worker, at, "clockMs") values ('*', ${worker}, clock_timestamp(),
      greatest(-2000000000, least(2000000000, extract(epoch from ${ours}::timestamptz - clock_timestamp()) * 1000))::int)
    on conflict ("tenantId", worker) do update set at = excluded.at, "clockMs" = excluded."clockMs" returning at`;
  const off = row ? Date.now() - row.at.getTime() : 0;
  if (Math.abs(off) > toleratedClockMs) log('warn', 'clock.differs_from_database', { milliseconds: off });
}
