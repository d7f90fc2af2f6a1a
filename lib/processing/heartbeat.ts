import { prisma } from '#lib/db/prisma';
import { log } from '#lib/observability/log';

/** Clocks that differ by more than this are warned about. What is decided by a clock leans on the database's; sign-in and what screens call today lean on ours. */
const toleratedClockMs = 30_000;

/** Says that a worker is alive, by the database's clock, and warns when ours is off. */
export async function beat(worker: string): Promise<void> {
  const [row] = await prisma('any').$queryRaw<{ at: Date }[]>`
    insert into "Heartbeat" ("tenantId", worker, at) values ('*', ${worker}, clock_timestamp())
    on conflict ("tenantId", worker) do update set at = excluded.at returning at`;
  const off = row ? Date.now() - row.at.getTime() : 0;
  if (Math.abs(off) > toleratedClockMs) log('warn', 'clock.differs_from_database', { milliseconds: off });
}
