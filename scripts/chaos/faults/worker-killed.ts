import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import { inTime } from '../in-time.ts';
import type { ChaosInstance } from '../instance.ts';
import { outcome, seconds } from '../outcome.ts';
import { sendAll } from '../retrying-sender.ts';
import { account, lostAndDoubled } from '../settled.ts';

const sizes = { full: { kills: 5, events: 9_000 }, short: { kills: 1, events: 900 } };
const mostMs = 5_000;

/** A claim takes this lock and nothing else here does: while it is held, a worker is in the middle of a batch. */
const claiming = `select 1 from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'LedgerEvent' and l.mode = 'RowShareLock'`;

async function processed(instance: ChaosInstance): Promise<number> {
  const [row] = await instance
    .everyone()
    .rows<{ n: number }>(`select count(*)::int as n from "LedgerEvent" where status <> 'received'`);
  return row?.n ?? 0;
}

/** Kills the worker in the middle of a batch and starts another; answers how long nothing was processed. */
async function killMidBatch(instance: ChaosInstance): Promise<number> {
  while ((await instance.everyone().rows(claiming)).length === 0) await wait(1);
  await instance.worker.end('SIGKILL');
  const killed = performance.now();
  const before = await processed(instance);
  instance.worker = await instance.startWorker();
  while ((await processed(instance)) === before && performance.now() - killed < 10 * mostMs) await wait(10);
  return performance.now() - killed;
}

export const workerKilled: Fault = {
  key: 'worker-killed',
  fault: (size) => `worker kill -9 mid-batch × ${sizes[size].kills}, ${sizes[size].events} events waiting`,
  must: 'taken over ≤ 5 s, each effect once',
  run: async (instance, size) => {
    const { kills, events } = sizes[size];
    await instance.empty();
    await instance.worker.end('SIGTERM');
    const { sent, done } = sendAll(instance.address, 'worker', events);
    await done;
    instance.worker = await instance.startWorker();
    let longest = 0;
    for (let kill = 1; kill <= kills; kill++) longest = Math.max(longest, await killMidBatch(instance));
    const found = await account(instance, 'worker', events, sent.acknowledged);
    return outcome(
      ...lostAndDoubled(found),
      [`taken over after ${seconds(longest)} at most`, inTime(size, longest, mostMs)],
      [`${found.attempts} attempts charged`, found.attempts === 0],
    );
  },
};
