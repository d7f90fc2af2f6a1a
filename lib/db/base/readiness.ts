import { prisma } from './prisma.ts';

/** The migrations that the database has, and how many workers were alive within the last seconds. */
export async function databaseFacts(
  freshSeconds: number,
): Promise<{ readonly applied: ReadonlySet<string>; readonly workers: number }> {
  const [facts] = await prisma('any').$queryRaw<{ applied: string[] | null; workers: number }[]>`
    select (select array_agg(migration_name) from _prisma_migrations where finished_at is not null and rolled_back_at is null) as applied,
      (select count(*)::int from "Heartbeat" where "tenantId" = '*' and at > now() - make_interval(secs => ${freshSeconds})) as workers`;
  return { applied: new Set(facts?.applied ?? []), workers: facts?.workers ?? 0 };
}

/** True when a rebuild of the projections has begun and not ended. */
export async function isRebuildUnderWay(): Promise<boolean> {
  const [found] = await prisma('any').$queryRaw<{ unfinished: boolean }[]>`
    select exists (select from "RebuildUnderWay") as unfinished`;
  return found?.unfinished !== false;
}
