import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { ChaosInstance } from '../instance.ts';
import { loadedEvent } from '../invented-load.ts';
import { outcome } from '../outcome.ts';
import { postForChaos, signedNow } from '../post.ts';
import { failingEvent, refuseDispense } from '../refuse-dispense.ts';

const baseSeconds = 110;
const capSeconds = 7_200;
const patienceMs = 20_000;

/** Waits until the event has so many attempts; the seconds that it then waits, or null when it is a dead letter by now. */
async function waitAfter(instance: ChaosInstance, attempts: number): Promise<number | null> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await wait(20)) {
    const failing = await failingEvent(instance);
    if (failing?.attempts === attempts) return failing.wait;
    const dead = await instance.everyone().rows(`select 1 from "LedgerEvent" where status = 'dead'`);
    if (dead.length > 0) return null;
  }
  throw new Error(`no attempt number ${attempts} within ${patienceMs / 1000} s`);
}

export const retriesFault: Fault = {
  key: 'retries',
  fault: () => 'an event that fails each time, its pauses skipped in the database',
  must: 'exactly five retries; each delay within its bounds; none over 7,200 s',
  run: async (instance) => {
    await instance.empty();
    const { sender, body, id } = loadedEvent('retries', 1);
    const allow = await refuseDispense(instance, 'medication:dsp_retries_1');
    await instance.worker.end('SIGTERM');
    instance.worker = await instance.startWorker([], { INGEST_RETRY_BASE_SECONDS: String(baseSeconds) });
    const raw = JSON.stringify(body);
    await postForChaos(instance.address, sender, raw, signedNow(sender, raw, id));
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 7; attempt++) {
      const pause = await waitAfter(instance, attempt);
      if (pause === null) break;
      waits.push(pause);
      await instance
        .everyone()
        .rows(`update "LedgerEvent" set "nextAttemptAt" = now() - interval '1 second' where status = 'received'`);
    }
    await allow();
    const letters = await instance.everyone().rows<{ queue: string }>('select queue from "DeadLetter"');
    await instance.worker.end('SIGTERM');
    instance.worker = await instance.startWorker();
    // The value read is a little less than the one set: it was read a moment later.
    const within = waits.every((pause, nth) => {
      const least = baseSeconds * 2 ** nth;
      return pause > least - 5 && pause <= Math.min(2 * least, capSeconds);
    });
    return outcome(
      [`${waits.length} retries`, waits.length === 5],
      [`after ${waits.map((pause) => pause.toFixed(0)).join(', ')} s`, within],
      [`then a dead letter in ${letters.map(({ queue }) => queue).join()}`, letters.length === 1],
    );
  },
};
