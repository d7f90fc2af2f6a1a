import type { Tx } from './in-tenant.ts';

/** Waits for a lock by its name and holds it until the transaction ends: those who take the same one go one after another. */
export async function lockUntilCommit(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** The same without waiting. False: another transaction holds it. */
export async function tryLockUntilCommit(tx: Tx, name: string): Promise<boolean> {
  const [lock] = await tx.$queryRaw<{ held: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as held`;
  return lock?.held ?? false;
}

/** From here to the end of the transaction a statement waits so long for a lock, and then fails. */
export async function waitForLocks(tx: Tx, milliseconds: number): Promise<void> {
  await tx.$executeRaw`select set_config('lock_timeout', ${`${milliseconds}ms`}, true)`;
}
