import { fromPrisma, PgBoss } from 'pg-boss';
import { deliveryPrefix } from '#lib/domain/connections/downstream';
import { env } from '#lib/env';
import { poolFor } from './connection.ts';
import type { Tx } from './in-tenant.ts';

/** A job names one outbox message: ids only. The queue itself is made with the migrations (`prisma/job-queues.ts`). */
export type OutboxJob = { readonly tenantId: string; readonly id: string };

const outbox = 'outbox';
/** A queue of its own: a clinic's system that hangs holds back no patient's mail. */
const deliveries = 'deliveries';

const queueOf = ({ id }: OutboxJob) => (id.startsWith(deliveryPrefix) ? deliveries : outbox);

declare global {
  var scriptlineJobs: Promise<PgBoss> | undefined;
}

/** Only sends, through transactions of the callers'; its own connection is for reading which queues there are. No workers, no upkeep. */
async function open(): Promise<PgBoss> {
  const boss = new PgBoss({
    ...poolFor(env().DATABASE_URL, 'jobs', 1),
    ...{ migrate: false, createSchema: false, supervise: false, schedule: false },
  });
  boss.on('error', () => undefined);
  return boss.start();
}

async function sending(): Promise<PgBoss> {
  globalThis.scriptlineJobs ??= open();
  return globalThis.scriptlineJobs.catch((error: unknown) => {
    globalThis.scriptlineJobs = undefined;
    throw error;
  });
}

/** Adds a job in the caller's transaction: it exists if and when that commits. */
export async function enqueueOutbox(tx: Tx, job: OutboxJob, inSeconds = 0): Promise<void> {
  const boss = await sending();
  await boss.send(queueOf(job), job, {
    db: fromPrisma(tx),
    ...(inSeconds > 0 ? { startAfter: Math.ceil(inSeconds) } : {}),
  });
}

type DeliveryJob = OutboxJob & {
  /** Few of one subscription's go at once, so that one receiver that hangs holds back no other. */
  readonly subscriptionId?: string;
  readonly inSeconds?: number;
};

/** Adds several deliveries in one statement, each due in so many seconds. */
export async function enqueueMany(tx: Tx, jobs: readonly DeliveryJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const boss = await sending();
  const all = jobs.map(({ inSeconds = 0, subscriptionId, ...data }) => ({
    data,
    ...(subscriptionId === undefined ? {} : { group: { id: subscriptionId } }),
    ...(inSeconds > 0 ? { startAfter: Math.ceil(inSeconds) } : {}),
  }));
  await boss.insert(deliveries, all, { db: fromPrisma(tx) });
}

export type Working = { readonly stop: () => Promise<void> };

type Doing = (job: OutboxJob) => Promise<void>;

const deliveriesAtOnce = { localConcurrency: 8, localGroupConcurrency: 2 };

/** Works off the outbox's jobs, messages at most `atOnce` at a time, woken by NOTIFY with a poll behind it. */
export async function workOutbox(
  atOnce: number,
  { send, deliver }: { readonly send: Doing; readonly deliver: Doing },
  failed: (error: unknown) => void,
): Promise<Working> {
  const boss = new PgBoss({
    ...poolFor(env().DATABASE_URL, 'jobs', 3),
    ...{ migrate: false, createSchema: false, schedule: false, reindex: false, monitorVacuum: false },
    useListenNotify: true,
    notifyHeartbeatIntervalMs: 4_000,
  });
  boss.on('error', failed);
  await boss.start();
  const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 };
  await boss.work<OutboxJob>(outbox, { ...polling, localConcurrency: atOnce }, async (jobs) => {
    for (const { data } of jobs) await send(data);
  });
  await boss.work<OutboxJob>(deliveries, { ...polling, ...deliveriesAtOnce }, async (jobs) => {
    for (const { data } of jobs) await deliver(data);
  });
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}

/** Forgets the sending side with the pool it went through. */
export async function stopSendingJobs(): Promise<void> {
  const open = globalThis.scriptlineJobs;
  globalThis.scriptlineJobs = undefined;
  await open?.then((boss) => boss.stop({ graceful: false })).catch(() => undefined);
}
