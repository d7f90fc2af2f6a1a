import { migrationNames } from '#lib/db/migration-names';
import { prisma } from '#lib/db/prisma';
import { log } from '#lib/observability/log';

export type Readiness = {
  readonly ready: boolean;
  readonly database: boolean;
  readonly migrations: boolean;
  readonly worker: boolean;
  /** Not while a rebuild is at them, nor after one that died. Senders are served all the same: it is told, and no reason to turn them away. */
  readonly projections: boolean;
};

const freshSeconds = 15;

type Facts = { readonly applied: string[] | null; readonly beats: number };

async function noRebuild(): Promise<boolean> {
  const [found] = await prisma('any').$queryRaw<{ unfinished: boolean }[]>`
    select exists (select from "RebuildUnderWay") as unfinished`;
  return found?.unfinished === false;
}

/** Asks the database itself, by its own clock. Never throws: what cannot be asked is not ready. */
export async function readiness(): Promise<Readiness> {
  try {
    const [facts] = await prisma('any').$queryRaw<Facts[]>`
      select (select array_agg(migration_name) from _prisma_migrations where finished_at is not null and rolled_back_at is null) as applied,
        (select count(*)::int from "Heartbeat" where "tenantId" = '*' and at > now() - make_interval(secs => ${freshSeconds})) as beats`;
    const applied = new Set(facts?.applied ?? []);
    const migrations = (await migrationNames()).every((name) => applied.has(name));
    const worker = (facts?.beats ?? 0) > 0;
    // A database that lacks a migration may lack the table.
    const projections = migrations && (await noRebuild());
    return { ready: migrations && worker, database: true, migrations, worker, projections };
  } catch (error) {
    log('warn', 'readiness.unknown', { error });
    return { ready: false, database: false, migrations: false, worker: false, projections: false };
  }
}
