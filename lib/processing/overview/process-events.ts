import { acrossTenants } from '#lib/db/base/across-tenants';
import type { Tx } from '#lib/db/base/in-tenant';
import { waitForLocks } from '#lib/db/base/lock-until-commit';
import { notifyScreens } from '#lib/db/base/notify-changes';
import { prisma } from '#lib/db/base/prisma';
import { databaseIsAway, lockWasHeld, sqlState } from '#lib/db/base/sql-state';
import { type Claimed, claimDue, claimOne } from '#lib/db/ledger/claim-work';
import { isRetryable } from '#lib/db/ledger/is-retryable';
import { postpone, putOff, settleEvents } from '#lib/db/ledger/settle-events';
import { settleMeanings } from '#lib/db/overview/settle-meanings';
import { type RetryPolicy, retryDelay } from '#lib/domain/base/time/retry-policy';
import { canarySource } from '#lib/domain/ledger/canary';
import type { Meaning } from '#lib/domain/ledger/meaning';
import { systemOfType } from '#lib/events/system-of-type';
import { log } from '#lib/observability/log';
import { enqueueDeliveries } from '#lib/processing/connections/enqueue-deliveries';
import { autoLinkPatients } from '#lib/processing/patients/auto-link-patients';

/** The worker's way of reading rows and retrying them; `interpret` is the catalogue's, replaceable only to show a failing one. */
export type Processing = {
  readonly policy: RetryPolicy;
  readonly batch: number;
  readonly interpret: (row: Claimed) => Meaning;
};

export const defaultBatch = 256;

function byTenant(rows: readonly Claimed[]): ReadonlyMap<string, Claimed[]> {
  return Map.groupBy(rows, (row) => row.tenantId);
}

async function processTogether(tx: Tx, rows: readonly Claimed[], interpret: Processing['interpret']): Promise<void> {
  const tenants = [...byTenant(rows)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [tenantId, own] of tenants) {
    const meanings = own.map(interpret);
    const touched = await settleMeanings(tx, tenantId, meanings, systemOfType);
    await autoLinkPatients(tx, tenantId, meanings);
    await enqueueDeliveries(tx, tenantId, own, meanings);
    // Self-tests change nothing that a screen shows.
    if (own.some(({ sourceId }) => sourceId !== canarySource)) await notifyScreens(tx, tenantId, touched);
  }
}

async function fail(tenantId: string, seq: bigint, error: unknown, { policy }: Processing): Promise<void> {
  await acrossTenants(async (tx) => {
    const row = await claimOne(tx, tenantId, seq);
    if (!row) return;
    const delay = retryDelay(policy, row.attempts + 1, row.failingSeconds, Math.random());
    const code = sqlState(error) ?? (error instanceof Error ? error.name : 'unknown');
    log('warn', delay === null ? 'event.dead' : 'event.failed', {
      tenantId,
      seq,
      count: row.attempts + 1,
      code,
      error,
    });
    if (delay !== null) return postpone(tx, tenantId, seq, delay);
    const rejection = { cause: 'retries-exhausted', paths: [`failed with ${code}`] } as const;
    const none = { factKey: null, retainUntil: null, subjects: [], at: row.receivedAt.toISOString() };
    const settled = {
      seq,
      sourceId: row.sourceId,
      type: row.wireType,
      status: 'dead',
      attempts: row.attempts + 1,
      rejection,
      ...none,
    } as const;
    await settleEvents(tx, tenantId, [settled], systemOfType);
    await notifyScreens(tx, tenantId, []);
  });
}

/** So long one row alone waits for its records, and so long it is left when somebody holds them: the rows behind it go on. */
const aloneLockMs = 50;
const putOffSeconds = 3;

async function processAlone(tenantId: string, seq: bigint, processing: Processing): Promise<void> {
  try {
    await acrossTenants(async (tx) => {
      await waitForLocks(tx, aloneLockMs);
      const row = await claimOne(tx, tenantId, seq);
      if (row) await processTogether(tx, [row], processing.interpret);
    });
  } catch (error) {
    if (lockWasHeld(error)) return putOff(prisma('any'), tenantId, seq, putOffSeconds);
    if (isRetryable(error)) return;
    await fail(tenantId, seq, error, processing);
  }
}

/** The holder of the records needs the processor more than our next try does; two that meet do not meet again at once. */
const outOfTheWay = () => new Promise((resume) => setTimeout(resume, 5 + Math.random() * 25));

/**
 * Claims due rows and processes them in one transaction; returns their number. When the batch fails, each row is tried alone, so that one
 * poison event never holds back the others, nor one whose records are locked; only a row that fails alone by itself is charged an attempt.
 * Throws when the database is away.
 */
export async function processEvents(processing: Processing): Promise<number> {
  let claimed: readonly Claimed[] = [];
  try {
    await acrossTenants(async (tx) => {
      claimed = await claimDue(tx, processing.batch);
      await processTogether(tx, claimed, processing.interpret);
    });
  } catch (error) {
    if (databaseIsAway(error) || claimed.length === 0) throw error;
    if (isRetryable(error) && !lockWasHeld(error)) {
      await outOfTheWay();
      return claimed.length;
    }
    for (const { tenantId, seq } of claimed) await processAlone(tenantId, seq, processing);
  }
  return claimed.length;
}
