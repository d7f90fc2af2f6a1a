import { migrationNames } from '#lib/db/base/migration-names';
import { databaseFacts, isRebuildUnderWay } from '#lib/db/base/readiness';
import { settleWithin } from '#lib/db/base/within';
import { proveWritePath } from '#lib/db/ledger/write-path';
import { log } from '#lib/observability/log';

export type Readiness = {
  readonly ready: boolean;
  readonly database: boolean;
  readonly migrations: boolean;
  readonly worker: boolean;
  /** True where an event could be stored now: not while the ledger is locked, read-only, or its writes hang. */
  readonly writes: boolean;
  /** Not while a rebuild is under way, nor after one that died. Sources are served all the same: it is reported, and no reason to refuse events. */
  readonly projections: boolean;
};

const freshSeconds = 15;
/** The caller takes a longer silence for a no. */
const patienceMs = 1_600;

async function canWrite(): Promise<boolean> {
  try {
    await settleWithin(patienceMs, proveWritePath());
    return true;
  } catch (error) {
    log('warn', 'readiness.cannot_write', { error });
    return false;
  }
}

async function readable(): Promise<Omit<Readiness, 'ready' | 'writes'>> {
  const { applied, workers } = await databaseFacts(freshSeconds);
  const migrations = (await migrationNames()).every((name) => applied.has(name));
  // A database that lacks a migration may lack the table.
  const projections = migrations && !(await isRebuildUnderWay());
  return { database: true, migrations, worker: workers > 0, projections };
}

const unknown = { database: false, migrations: false, worker: false, projections: false } as const;

/** Queries the database itself, by its own clock, and returns settleWithin two seconds. Never throws: a part that does not answer is not ready. */
export async function readiness(): Promise<Readiness> {
  const asking = settleWithin(patienceMs, readable()).catch((error: unknown) => {
    log('warn', 'readiness.unknown', { error });
    return unknown;
  });
  const [facts, writes] = await Promise.all([asking, canWrite()]);
  return { ready: facts.migrations && facts.worker && writes, ...facts, writes };
}
