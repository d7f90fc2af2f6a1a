import { fromPrisma, PgBoss } from 'pg-boss';
import { env } from '#lib/env';
import type { Tx } from './in-tenant.ts';

/** A job names one outbox message: ids only. The queue itself is made with the migrations (`prisma/job-queues.ts`). */
export type OutboxJob = { readonly tenantId: string; readonly id: string };

const outbox = 'outbox';

declare global {
  var scriptlineJobs: Promise<PgBoss> | undefined;
}

/** Only sends, through transactions of the callers'; its own connection is for reading which queues there are. No workers, no upkeep. */
async function open(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: 1,
    ...{ migrate: false, createSchema: false, supervise: false, schedule: false },
  });
  boss.on('error', () => undefined);
  return boss.start();
}

/** Adds a job in the caller's transaction: it exists if and when that commits. */
export async function enqueueOutbox(tx: Tx, job: OutboxJob, inSeconds = 0): Promise<void> {
  globalThis.scriptlineJobs ??= open();
  const boss = await globalThis.scriptlineJobs.catch((error: unknown) => {
    globalThis.scriptlineJobs = undefined;
    throw error;
  });
  await boss.send(outbox, job, { db: fromPrisma(tx), ...(inSeconds > 0 ? { startAfter: Math.ceil(inSeconds) } : {}) });
}

export type Working = { readonly stop: () => Promise<void> };

/** Works off the outbox's jobs, at most `atOnce` at a time, woken by NOTIFY with a poll behind it. */
export async function workOutbox(
  atOnce: number,
  send: (job: OutboxJob) => Promise<void>,
  failed: (error: unknown) => void,
): Promise<Working> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: 3,
    ...{ migrate: false, createSchema: false, schedule: false, reindex: false, monitorVacuum: false },
    useListenNotify: true,
  });
  boss.on('error', failed);
  await boss.start();
  const options = { localConcurrency: atOnce, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 };
  await boss.work<OutboxJob>(outbox, options, async (jobs) => {
    for (const { data } of jobs) await send(data);
  });
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}

/** Forgets the sending side with the pool it went through. */
export async function stopSendingJobs(): Promise<void> {
  const open = globalThis.scriptlineJobs;
  globalThis.scriptlineJobs = undefined;
  await open?.then((boss) => boss.stop({ graceful: false })).catch(() => undefined);
}
