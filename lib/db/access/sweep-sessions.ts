import { prisma } from '#lib/db/base/prisma';

const keptDays = 30;

/** Deletes sessions that ended long ago, except each account's latest: it holds the last activity. Returns their number. */
export async function sweepSessions(): Promise<number> {
  const [row] = await prisma('any').$queryRaw<{ gone: number }[]>`
    with gone as (
      delete from "Session" s where (s."endedAt" is not null or s."expiresAt" < now())
        and greatest(s."lastSeenAt", coalesce(s."endedAt", s."lastSeenAt")) < now() - make_interval(days => ${keptDays}::int)
        and exists (select from "Session" o where o."tenantId" = s."tenantId" and o."userId" = s."userId" and o."lastSeenAt" > s."lastSeenAt")
      returning s.id
    ), pointers as (delete from "SessionDirectory" d using gone where d."sessionId" = gone.id returning 1)
    select count(*)::int as gone from gone`;
  return row?.gone ?? 0;
}
