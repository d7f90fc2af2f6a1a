import { prisma } from './prisma.ts';

/** Notes that a worker is alive, with how far its clock is from the database's; when that was, by the database's clock. */
export async function saveHeartbeat(worker: string, clock: Date): Promise<Date | null> {
  const [row] = await prisma('any').$queryRaw<{ at: Date }[]>`
    insert into "Heartbeat" ("tenantId", worker, at, "clockMs") values ('*', ${worker}, clock_timestamp(),
      greatest(-2000000000, least(2000000000, extract(epoch from ${clock}::timestamptz - clock_timestamp()) * 1000))::int)
    on conflict ("tenantId", worker) do update set at = excluded.at, "clockMs" = excluded."clockMs" returning at`;
  return row?.at ?? null;
}
