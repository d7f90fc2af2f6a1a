import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import { inTime } from '../in-time.ts';
import type { ChaosInstance } from '../instance.ts';
import { outcome, seconds } from '../outcome.ts';
import { sendAll } from '../retrying-sender.ts';
import { account, lostAndDoubled } from '../settled.ts';

const sizes = { full: { events: 3_000 }, short: { events: 900 } };
const mostMs = 30_000;

/** A batch takes the keys of its records, and nothing else here does: while they are held by a session that says nothing, a worker is stopped in the middle. */
const holding = `select 1 from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.granted and a.state like 'idle in transaction%'`;

async function waiting(instance: ChaosInstance): Promise<number> {
  const rows = await instance
    .everyone()
    .rows<{ n: number }>(`select count(*)::int as n from "LedgerEvent" where status = 'received'`);
  return rows[0]?.n ?? 0;
}

/** Stops a worker so that it holds a batch: it is let go again as long as it was stopped between two. */
async function stopMidBatch(instance: ChaosInstance): Promise<void> {
  const { child } = instance.worker;
  while ((await waiting(instance)) > 0) {
    child.kill('SIGSTOP');
    await wait(100);
    if ((await instance.everyone().rows(holding)).length > 0) return;
    child.kill('SIGCONT');
    await wait(3);
  }
  throw new Error('all was processed before the worker could be stopped in the middle of a batch');
}

export const workerStopped: Fault = {
  key: 'worker-stopped',
  fault: (size) => `one of two workers stopped and not dead (SIGSTOP) mid-batch, ${sizes[size].events} events waiting`,
  must: 'the other has done all ≤ 30 s; each effect once, also when the first goes on; 0 attempts charged',
  run: async (instance, size) => {
    const { events } = sizes[size];
    await instance.empty();
    await instance.worker.end('SIGTERM');
    const { sent, done } = sendAll(instance.address, 'stopped-worker', events);
    await done;
    instance.worker = await instance.startWorker();
    await stopMidBatch(instance);
    const began = performance.now();
    const other = await instance.startWorker();
    try {
      while ((await waiting(instance)) > 0 && performance.now() - began < 10 * mostMs) await wait(20);
      const took = performance.now() - began;
      const left = await waiting(instance);
      instance.worker.child.kill('SIGCONT');
      const found = await account(instance, 'stopped-worker', events, sent.acknowledged);
      return outcome(
        ...lostAndDoubled(found),
        [`${left} left`, left === 0],
        [`all done by the other after ${seconds(took)}`, inTime(size, took, mostMs)],
        [`${found.attempts} attempts charged`, found.attempts === 0],
      );
    } finally {
      instance.worker.child.kill('SIGCONT');
      await other.end('SIGTERM');
    }
  },
};
